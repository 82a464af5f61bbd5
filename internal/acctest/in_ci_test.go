package acctest_test

import (
	"encoding/json"
	"encoding/xml"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// asserting is a copy of examples/assert-delivery, whose message reaches +33600000001, not
// +33600000090, and +33600000092, who answers STOP.
func asserting(t *testing.T) *engine.Workspace {
	t.Helper()
	dir := t.TempDir()
	if err := engine.CopyExample(dir, filepath.Join(acctest.Root(t), "examples", "assert-delivery")); err != nil {
		t.Fatal(err)
	}
	a := acctest.NewAccount(t, simulator.Options{})
	a.AddMessage(simulator.Message{ID: "1234", Recipients: []simulator.Recipient{
		{Number: "+33600000001"}, {Number: "+33600000090", Statuses: []string{"Not delivered"}}, {Number: "+33600000092", StopSMS: true},
	}})
	w := a.WorkspaceIn(t, dir)
	w.Env = append(w.Env, "TF_VAR_message_id=1234")
	return w
}

// exit runs the engine, which has to end with this code.
func exit(t *testing.T, w *engine.Workspace, code int, args ...string) string {
	t.Helper()
	result, err := w.Run(t.Context(), args...)
	if err != nil {
		t.Fatal(err)
	}
	if result.ExitCode != code {
		t.Errorf("%v ended with %d, want %d:\n%s", args, result.ExitCode, code, result.Output)
	}
	return result.Output
}

// What the guide "In CI" says of plans: the exit code of each outcome, and where the verdict is.
func TestGuideInCI_Plan(t *testing.T) {
	t.Parallel()
	w := asserting(t)
	const alert, stop = "data.smspartner_message_status.alert", "check.recipient_takes_sms"
	plan := func(number string, code int) map[string]string {
		t.Helper()
		exit(t, w, code, "plan", "-no-color", "-detailed-exitcode", "-out=plan.tfplan", "-var=phone_number="+number)
		return verdicts(t, acctest.Succeed(t, w, "show", "-json", "plan.tfplan"))
	}
	for _, test := range []struct {
		number string
		code   int
		want   map[string]string
	}{
		{"+33600000090", 1, map[string]string{alert: "fail: The alert did not reach the phone: 0 of 1 delivered, 1 not delivered: +33600000090.", stop: "unknown"}},
		{"+33600000092", 2, map[string]string{alert: "pass", stop: "fail: +33600000092 answered STOP: later alerts will not be sent to it."}},
		{"+33600000001", 2, map[string]string{alert: "pass", stop: "pass"}},
	} {
		if diff := differences(plan(test.number, test.code), test.want); diff != "" {
			t.Errorf("%s: %s", test.number, diff)
		}
	}
	acctest.Succeed(t, w, "apply", "-no-color", "plan.tfplan")
	plan("+33600000001", 0) // the outputs are in the state
	plan("+33600000090", 1)
	acctest.WantText(t, exit(t, w, 1, "apply", "-no-color", "plan.tfplan"), "Cannot apply incomplete plan")

	// Other failures have the exit code of an SMS that did not arrive.
	exit(t, w, 1, "plan", "-no-color", "-detailed-exitcode", "-var=phone_number=12")
	w.Env = append(w.Env, "SMSPARTNER_API_KEY=another-key-0123456789")
	if got := plan("+33600000001", 1); got[alert] != "unknown" {
		t.Errorf("with a wrong key, the check is %q", got[alert])
	}
}

// verdicts are the checks of a plan in JSON, as "status: message".
func verdicts(t *testing.T, plan string) map[string]string {
	t.Helper()
	// What an engine says about its settings comes first.
	_, object, _ := strings.Cut(plan, "\n{")
	if strings.HasPrefix(plan, "{") {
		object = plan[1:]
	}
	var read struct {
		Checks []struct {
			Address struct {
				Display string `json:"to_display"`
			} `json:"address"`
			Status    string `json:"status"`
			Instances []struct {
				Problems []struct {
					Message string `json:"message"`
				} `json:"problems"`
			} `json:"instances"`
		} `json:"checks"`
	}
	if err := json.Unmarshal([]byte("{"+object), &read); err != nil {
		t.Fatalf("%v in %s", err, plan)
	}
	found := map[string]string{}
	for _, c := range read.Checks {
		says := []string{c.Status}
		for _, i := range c.Instances {
			for _, p := range i.Problems {
				says = append(says, p.Message)
			}
		}
		found[c.Address.Display] = strings.Join(says, ": ")
	}
	return found
}

const failingTest = `
run "the_condition_of_the_module_fails" {
  command = plan
  variables {
    phone_number = "+33600000090"
  }
}

run "what_follows" {
  command = plan
}
`

const failingAssertion = `
run "an_assertion_fails" {
  command = plan
  assert {
    condition     = data.smspartner_message_status.alert.cost > 1
    error_message = "Too cheap."
  }
}

run "what_follows" {
  command = plan
}
`

// What the guide "In CI" says of tests: a failed condition is an error in the report, and ends
// the file. A failed assertion is a failure, and does not. OpenTofu writes no report.
func TestGuideInCI_Test(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.TestCommand)
	w := asserting(t)
	w.Env = append(w.Env, "TF_VAR_phone_number=+33600000001")
	condition, assertion := filepath.Join("tests", "condition.tftest.hcl"), filepath.Join("tests", "assertion.tftest.hcl")
	write(t, filepath.Join(w.Dir, condition), failingTest)
	write(t, filepath.Join(w.Dir, assertion), failingAssertion)
	args := []string{"test", "-no-color", "-filter=" + condition, "-filter=" + assertion}
	printed := exit(t, w, 1, append(args, "-junit-xml=report.xml")...)
	if !acctest.Has(t, acctest.JUnit) {
		acctest.WantText(t, printed, "flag provided but not defined: -junit-xml")
		acctest.WantText(t, exit(t, w, 1, args...), "1 skipped.")
		return
	}
	var r report
	if err := xml.Unmarshal([]byte(read(t, filepath.Join(w.Dir, "report.xml"))), &r); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, suite := range r.Suites {
		for _, c := range suite.Cases {
			for name, o := range map[string]*outcome{"failure": c.Failure, "error": c.Error, "skipped": c.Skipped} {
				if o != nil {
					got = append(got, name+" "+c.Name)
				}
			}
		}
	}
	if want := []string{"failure an_assertion_fails", "error the_condition_of_the_module_fails", "skipped what_follows"}; !slices.Equal(got, want) {
		t.Errorf("the report has %q, want %q", got, want)
	}
}

const mocked = `
mock_provider "smspartner" {}

variables {
  message_id    = "1234"
  phone_numbers = ["+33600000001"]
}
`

const expectedInApply = mocked + `
run "an_apply_that_is_expected_to_fail" {
  variables {
    tag = "release42"
  }
  expect_failures = [output.passed]
}
`

const overriddenInstance = mocked + `
run "an_instance_is_overridden" {
  command = plan
  override_data {
    target = data.smspartner_message_statuses.sent[0]
    values = { all_delivered = true }
  }
  assert {
    condition     = output.passed
    error_message = "It did not pass."
  }
}
`

// What the guide "In CI" says of tests with a mock.
func TestGuideInCI_Mock(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.MockProviders)
	dir := t.TempDir()
	if err := engine.CopyExample(dir, filepath.Join(acctest.Root(t), "examples", "delivery-gate")); err != nil {
		t.Fatal(err)
	}
	a := acctest.NewAccount(t, simulator.Options{})
	w := a.WorkspaceIn(t, dir)
	gate := filepath.Join(dir, "tests", "gate.tftest.hcl")
	write(t, gate, expectedInApply)
	acctest.WantText(t, exit(t, w, 1, "test", "-no-color"), "Set either message_id or tag.", "0 passed, 1 failed.")
	write(t, gate, overriddenInstance)
	if w.Engine.IsOpenTofu() {
		acctest.WantText(t, exit(t, w, 1, "test", "-no-color"), "Resource instance address with keys is not allowed")
	} else {
		exit(t, w, 0, "test", "-no-color")
	}
	a.WantRequests(t, 0)
}
