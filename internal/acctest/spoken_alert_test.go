package acctest_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const callsSent = "tts/send"

// copied is an example in a folder of its own, with an account and with a short wait.
func copied(t *testing.T, example string, env ...string) (*engine.Workspace, *acctest.Account) {
	t.Helper()
	dir := t.TempDir()
	if err := engine.CopyExample(dir, filepath.Join(acctest.Root(t), "examples", example)); err != nil {
		t.Fatal(err)
	}
	const long, short = `timeout    = "1m"`, `timeout    = "1s"`
	main := filepath.Join(dir, "main.tf")
	text := read(t, main)
	if !strings.Contains(text, long) {
		t.Fatalf("%s has no %s", example, long)
	}
	write(t, main, strings.ReplaceAll(text, long, short))
	a := acctest.NewAccount(t, simulator.Options{})
	w := a.WorkspaceIn(t, dir)
	w.Env = append(w.Env, env...)
	return w, a
}

// setEnv changes a variable that the engine gets.
func setEnv(w *engine.Workspace, variable string) {
	name, _, _ := strings.Cut(variable, "=")
	w.Env = append(slices.DeleteFunc(slices.Clone(w.Env), func(v string) bool { return strings.HasPrefix(v, name+"=") }), variable)
}

// Each SMS that is not delivered is followed by one call, and no later run calls again for it,
// even if the SMS arrives then. A call that was refused is made up by the next run. A call
// whose answer is lost is not repeated by the run.
func TestExamples_SpokenAlert(t *testing.T) {
	t.Parallel()
	for example, needs := range map[string][]acctest.Feature{
		"spoken-alert": nil, "spoken-alert-action": {acctest.Actions},
	} {
		t.Run(example, func(t *testing.T) {
			t.Parallel()
			for _, feature := range needs {
				acctest.Need(t, feature)
			}
			w, a := copied(t, example, "TF_VAR_phone_number=06 00 00 00 17", `TF_VAR_on_call=["06 00 00 00 02", "06 00 00 00 03"]`)
			status := func(id, word string) {
				a.AddMessage(simulator.Message{ID: id, Recipients: []simulator.Recipient{{Number: "+33600000017", Statuses: []string{word}}}})
			}
			args := func(id string) []string {
				return []string{"apply", "-auto-approve", "-no-color", "-var=message_id=" + id}
			}
			sends := 0
			wantCalls := func(more int) {
				t.Helper()
				sends += more
				if got := len(a.Voice.Requests()); got != sends {
					t.Fatalf("%d requests to Voice Partner, want %d", got, sends)
				}
			}

			status("1", "Waiting") // longer than the example waits
			acctest.WantText(t, acctest.Succeed(t, w, args("1")...), `the status was "Waiting"`)
			wantCalls(1)
			status("1", "Delivered")
			acctest.Succeed(t, w, args("1")...)
			wantCalls(0)

			status("2", "Not delivered")
			a.Voice.Script(callsSent, simulator.Step{Body: `{"success":false,"message":"NOT_CREDIT"}`})
			acctest.Refuse(t, w, args("2"), "Unable to send voice SMS", "Nothing was sent.")
			wantCalls(1)
			acctest.Succeed(t, w, args("2")...)
			wantCalls(1)
			acctest.Succeed(t, w, args("2")...)
			wantCalls(0)

			// Another person is on call, which matters to the next message only.
			setEnv(w, `TF_VAR_on_call=["06 00 00 00 04"]`)
			acctest.Succeed(t, w, args("2")...)
			wantCalls(0)
			status("20", "Not delivered")
			acctest.Succeed(t, w, args("20")...)
			wantCalls(1)

			status("3", "Not delivered")
			a.Voice.Script(callsSent, simulator.Step{Process: true, Drop: simulator.DropDuring})
			acctest.Refuse(t, w, args("3"), "Unable to tell whether the voice SMS was sent")
			wantCalls(1)

			status("4", "Delivered")
			acctest.Succeed(t, w, args("4")...)
			wantCalls(0)

			calls := a.Voice.Campaigns()
			if want := []string{"+33600000002", "+33600000003"}; len(calls) != 4 || !slices.Equal(calls[0].Numbers, want) || !slices.Equal(calls[2].Numbers, []string{"+33600000004"}) {
				t.Errorf("the calls are %v, want 4, of which the first one is to %v", calls, want)
			}
			if want := "Alert,,, an SMS was not delivered to the phone that ends in,, 1, 7"; calls[0].Text != want {
				t.Errorf("the call says %q, want %q", calls[0].Text, want)
			}
		})
	}
}

// One run can't send and then decide, which it says before it sends. Two runs can.
func TestExamples_SendThenCall(t *testing.T) {
	t.Parallel()
	w, a := copied(t, "send-then-call", "TF_VAR_phone_number=06 00 00 00 90")
	run := func(incident string, more ...string) []string {
		return append([]string{"apply", "-auto-approve", "-no-color", "-var=incident=" + incident}, more...)
	}
	want := func(sends, calls int) {
		t.Helper()
		if got := len(a.Requests("send")); got != sends {
			t.Errorf("%d requests to send, want %d", got, sends)
		}
		if got := len(a.Voice.Requests(callsSent)); got != calls {
			t.Errorf("%d requests to call, want %d", got, calls)
		}
	}
	acctest.Refuse(t, w, run("42"), "Invalid count argument")
	want(0, 0)
	acctest.Succeed(t, w, run("42", "-target=smspartner_sms.alert")...)
	want(1, 0)
	acctest.WantText(t, acctest.Succeed(t, w, run("42")...), `campaign_id = "`, `summary = "0 of 1 delivered, 1 not delivered: +33600000090"`)
	want(1, 1)
	acctest.Succeed(t, w, run("42")...)
	want(1, 1)
	acctest.Refuse(t, w, run("43"), "Invalid count argument")
	acctest.Succeed(t, w, run("43", "-target=smspartner_sms.alert")...)
	acctest.Succeed(t, w, run("43")...)
	want(2, 2)
}
