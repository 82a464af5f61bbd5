package sending_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// hiding are the ways that take a text which no state keeps.
var hiding = []string{"sms", "long_number_sms"}

// hidden is the resource with the required arguments, but with a hidden text.
func (w way) hidden(text string, more hcl) string {
	return w.resource(w.required().with(hcl{"message": "", "message_wo": text}).with(more))
}

// A hidden text is counted in the plan, sent once, and in no state. A new text alone
// is no new message; a new version is, and so is the way from one argument to the other.
func TestHidden_Lifecycle(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.WriteOnly)
	tests := acctest.Tests{}
	for _, name := range hiding {
		a, w := acctest.NewAccount(t, simulator.Options{}), sends(name)
		long := `"` + strings.Repeat("b", 161) + `"`
		step := func(text, version string, action plancheck.ResourceActionType, segments int64) acctest.Step {
			return acctest.Step{
				Config: a.Provider() + w.hidden(text, hcl{"message_wo_version": version}),
				Plan: append(w.plans(action),
					plancheck.ExpectKnownValue(w.address(), tfjsonpath.New("message_wo"), knownvalue.Null()),
					plancheck.ExpectKnownValue(w.address(), tfjsonpath.New("segments"), knownvalue.Int64Exact(segments))),
				State: w.holds(map[string]knownvalue.Check{
					"message": knownvalue.Null(), "message_wo": knownvalue.Null(), "segments": knownvalue.Int64Exact(segments), "outcome": knownvalue.StringExact("accepted"),
				}),
			}
		}
		tests[name] = acctest.Test{
			Steps: []acctest.Step{
				step(`"Code 1111"`, "1", plancheck.ResourceActionCreate, 2),
				step(`"Code 2222"`, "1", plancheck.ResourceActionNoop, 2),
				step(`"Code 3333"`, "2", plancheck.ResourceActionReplace, 2),
				step(long, "3", plancheck.ResourceActionReplace, 4),
				{Config: a.Provider() + w.resource(w.required()), Plan: w.plans(plancheck.ResourceActionReplace)},
				step(`"Code 4444"`, "", plancheck.ResourceActionReplace, 2),
			},
			After: func(t *testing.T) {
				var texts []any
				for _, body := range bodies(t, a, w.path) {
					texts = append(texts, body["message"])
				}
				want := []any{"Code 1111", "Code 3333", strings.Trim(long, `"`), "Bonjour", "Code 4444"}
				if name == "sms" {
					want[3] = "Bonjour l'été"
				}
				wantSame(t, texts, want)
			},
		}
	}
	tests.Run(t)
}

func wantSame(t *testing.T, got, want []any) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %q, want %q", got[i], want[i])
		}
	}
}

// hiddenText looks the same in every spelling, and none of its words is another's.
const hiddenText = "kennwort7319zq"

// With everything logged, in runs that succeed, fail and lose the answer, and from a server
// that repeats it, a hidden text stands in no output, log, state or plan.
func TestHidden_StaysSecret(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.WriteOnly)
	a, w := acctest.NewAccount(t, simulator.Options{}), sends("sms")
	workspace := a.Workspace(t, acctest.RequiredProviders+"variable \"text\" {\n  type      = string\n  ephemeral = true\n}\n"+
		w.hidden("var.text", hcl{"message_wo_version": "1"}))
	workspace.Env = append(workspace.Env, "TF_LOG=TRACE", "TF_LOG_PATH=trace.log", "TF_VAR_text="+hiddenText)
	var printed strings.Builder
	run := func(ok bool, args ...string) {
		t.Helper()
		result, err := workspace.Run(t.Context(), args...)
		if err != nil || result.OK() != ok {
			t.Fatalf("%v: %v, exit code %d:\n%s", args, err, result.ExitCode, result.Output)
		}
		printed.WriteString(result.Output)
	}
	for _, echo := range []simulator.Step{
		{Body: `{"success":false,"code":9,"message":"Texte ` + hiddenText + ` refusé"}`},
		{Body: `{"success":false,"code":9,"VALIDATE_ERRORS":[{"elementId":"children[message].data","message":"` + hiddenText + `"}]}`},
		{Status: http.StatusForbidden, Body: "<html><body>" + hiddenText + "</body></html>"},
		{Status: http.StatusFound, Header: http.Header{"Location": {"https://example.com/?message=" + hiddenText}}},
		{Body: "no JSON, but " + hiddenText},
		{Drop: simulator.DropBefore},
	} {
		a.Script("send", echo)
		run(false, "apply", "-auto-approve", "-no-color")
	}
	a.Script("send", simulator.Step{Drop: simulator.DropBefore, Process: true})
	run(true, "plan", "-no-color", "-out=saved")
	run(true, "apply", "-no-color", "saved")
	run(true, "plan", "-no-color", "-detailed-exitcode")
	acctest.WantText(t, printed.String(), "code 9, \"(not shown: it repeats a hidden value)\"", "Warning: Unconfirmed send of SMS", "No changes.")

	if found := acctest.Holders(t, workspace.Dir, hiddenText, hiddenText[4:], strings.ToUpper(hiddenText)); len(found) > 0 {
		t.Errorf("the text stands in %q", found)
	}
	if strings.Contains(printed.String(), hiddenText) {
		t.Errorf("the text is printed:\n%s", printed.String())
	}
	log, err := os.ReadFile(filepath.Join(workspace.Dir, "trace.log"))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"operation=send", "operation=bulk-status-by-tag", "(not shown: it can hold secrets)"} {
		if !strings.Contains(string(log), line) {
			t.Errorf("the log has no %q", line)
		}
	}
	const failed, sent = 6, 1
	if got := bodies(t, a, "send"); len(got) != failed+sent || got[0]["message"] != hiddenText {
		t.Errorf("%d requests came, want %d: %v", len(got), failed+sent, got)
	}
}

// A text of another size than the plan has shown is not sent.
func TestHidden_GrownSincePlan(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.WriteOnly)
	a, w := acctest.NewAccount(t, simulator.Options{}), sends("sms")
	workspace := a.Workspace(t, acctest.RequiredProviders+"variable \"text\" {\n  type      = string\n  ephemeral = true\n}\n"+w.hidden("var.text", nil))
	acctest.Succeed(t, workspace, "plan", "-no-color", "-out=saved", "-var=text=short")
	acctest.Refuse(t, workspace, []string{"apply", "-no-color", "-var=text=" + strings.Repeat("a", 161), "saved"}, "inconsistent final plan")
	wantSent(t, a, 0)
	acctest.WantText(t, acctest.Succeed(t, workspace, "apply", "-no-color", "-auto-approve", "-var=text=other"), "Apply complete! Resources: 1 added")
	wantSent(t, a, 1)
}

// A text is written once, and its faults are named without a character of it.
func TestHidden_Refused(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	for name, test := range map[string]struct {
		more     arguments
		at, want string
	}{
		"hidden":                 {arguments{"message": nil, "message_wo": "a"}, "", ""},
		"hidden, not known":      {arguments{"message": nil, "message_wo": pending{}}, "", ""},
		"with a version":         {arguments{"message": nil, "message_wo": "a", "message_wo_version": 1}, "", ""},
		"a version not known":    {arguments{"message": nil, "message_wo": "a", "message_wo_version": pending{}}, "", ""},
		"neither":                {arguments{"message": nil}, "message", "Write the text in message, or in message_wo"},
		"neither is known":       {arguments{"message": pending{}, "message_wo": pending{}}, "", ""},
		"both":                   {arguments{"message_wo": "a"}, "message_wo", "Message has a text too: write one of the two."},
		"one, the other unknown": {arguments{"message_wo": pending{}}, "", ""},
		"a version alone":        {arguments{"message_wo_version": 1}, "message_wo_version", "It is the version of message_wo, which has no text"},
		"a version, not known":   {arguments{"message_wo_version": pending{}}, "", ""},
		"half a version":         {arguments{"message": nil, "message_wo": "a", "message_wo_version": 1.5}, "message_wo_version", "1.5 is not a whole number"},
		"a negative version":     {arguments{"message": nil, "message_wo": "a", "message_wo_version": -1}, "message_wo_version", "-1 is out of range"},
		"empty":                  {arguments{"message": nil, "message_wo": ""}, "message_wo", "It is blank"},
		"blank":                  {arguments{"message": nil, "message_wo": " :br:"}, "message_wo", "It is blank"},
		"invisible":              {arguments{"message": nil, "message_wo": "a\u200bb"}, "message_wo", "It has a control or invisible character"},
		"unsendable":             {arguments{"message": nil, "message_wo": "пароль"}, "message_wo", "It has characters for which the vendor documents no result, and which are not named"},
		"sendable as Unicode":    {arguments{"message": nil, "message_wo": "пароль", "is_unicode": true}, "", ""},
		"too long":               {arguments{"message": nil, "message_wo": strings.Repeat("a", 1531)}, "message_wo", "takes 11 segments"},
		"too long for low_cost":  {arguments{"message": nil, "message_wo": strings.Repeat("a", 161), "gamme": "low_cost"}, "message_wo", "the low_cost range takes 160"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			said := s.resource(t.Context(), t, "smspartner_sms", smsArguments.with(test.more))
			wantSaid(t, name, said, test.at, test.want)
			if test.want != "" && strings.ContainsAny(strings.Join(said, ""), "п\u200b") {
				t.Errorf("a character of the text is named: %q", said)
			}
		})
	}
	long := s.resource(t.Context(), t, "smspartner_long_number_sms", longArguments.with(arguments{"message": nil, "message_wo": "пароль"}))
	wantSaid(t, "a long number", long, "message_wo", "since the text is hidden: leave them out.")
}
