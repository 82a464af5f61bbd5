package status_test

import (
	"net/http"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// newSent returns an account with one message, 300 to 0600000001, whose reads
// find the statuses in order; the last one stays.
func newSent(t *testing.T, statuses ...string) *acctest.Account {
	t.Helper()
	a := acctest.NewAccount(t, simulator.Options{})
	a.AddMessage(simulator.Message{ID: "300", Recipients: []simulator.Recipient{{Number: "+33600000001", Statuses: statuses}}})
	return a
}

// sent is the data source of that message.
func sent(more string) string { return messageStatus("300", "0600000001", more) }

const outputs = `
output "seen" {
  value = "${data.smspartner_message_status.test.statut}, final ${data.smspartner_message_status.test.final}"
}
`

// A single run reads until the status is final, and not once more.
func TestMessageStatus_Wait(t *testing.T) {
	t.Parallel()
	unavailable := simulator.Step{Status: http.StatusServiceUnavailable}
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		statuses []string
		script   []simulator.Step
		wait     string
		reads    int
		seen     []string
	}{
		"final at once": {
			[]string{"Not delivered"},
			nil, `wait = {}`, 1,
			[]string{`seen = "Not delivered, final true"`},
		},
		"two reads of Waiting": {
			[]string{"Waiting", "Waiting", "Delivered"},
			nil, `wait = { interval = "1s" }`, 3,
			[]string{`seen = "Delivered, final true"`},
		},
		"until delivered": {
			[]string{"Waiting", "Delivered"},
			nil, `wait = { until = "delivered", interval = "1s" }`, 2,
			[]string{`seen = "Delivered, final true"`},
		},
		"a read fails for a moment": {
			[]string{"Waiting", "Delivered"},
			[]simulator.Step{unavailable},
			`wait = { interval = "1s" }`, 3,
			[]string{`seen = "Delivered, final true"`},
		},
		"continue on timeout": {
			[]string{"Waiting"},
			nil, `wait = { timeout = "1s", on_timeout = "continue" }`, acctest.AnyNumber,
			[]string{
				"Warning: Unable to read message status", withTest,
				`The wait for the message 300 to +33600000001 is over: after`, `, the status was "Waiting"`,
				`The run continues with that status, since on_timeout is "continue".`,
				`seen = "Waiting, final false"`,
			},
		},
	} {
		a := newSent(t, test.statuses...)
		a.Script("message-status", test.script...)
		cases[name] = acctest.Case{Account: a, Config: a.Provider("max_retries = 0") + sent(test.wait) + outputs, Want: test.seen, Requests: test.reads}
	}
	cases.Succeed(t, "apply")
}

func TestMessageStatus_WaitFails(t *testing.T) {
	t.Parallel()
	unavailable := simulator.Step{Status: http.StatusServiceUnavailable, Repeat: true}
	const advice = "Run again to go on waiting, or raise timeout."
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		statuses []string
		script   []simulator.Step
		wait     string
		reads    int
		want     []string
	}{
		"final, but not delivered": {
			[]string{"Not delivered"},
			nil, `wait = { until = "delivered" }`, 1,
			[]string{
				`The message 300 to +33600000001 has the final status "Not delivered". This wait requires delivery`,
				`To read a final status of any kind, set until to "final".`,
			},
		},
		"timeout": {
			[]string{"Waiting"},
			nil, `wait = { timeout = "1s" }`, acctest.AnyNumber,
			[]string{`The wait for the message 300 to +33600000001 is over: after`, `, the status was "Waiting"`, advice},
		},
		"timeout after errors only": {
			nil,
			[]simulator.Step{unavailable},
			`wait = { timeout = "1s", on_timeout = "continue" }`, acctest.AnyNumber,
			[]string{
				"The wait for the message 300 to +33600000001 is over: after", "reads, no status could be read, and the last read failed.",
				"answered HTTP 503 (Service Unavailable)", advice,
			},
		},
		"timeout after an error": {
			[]string{"Waiting"},
			[]simulator.Step{{Process: true}, unavailable},
			`wait = { timeout = "1s" }`, acctest.AnyNumber,
			[]string{
				`The wait for the message 300 to +33600000001 is over: after`, `reads, the status was "Waiting", and the last read failed.`,
				"answered HTTP 503 (Service Unavailable)", advice,
			},
		},
		"timeout while a read hangs": {
			[]string{"Waiting"},
			[]simulator.Step{{Process: true}, {Hang: true}},
			`wait = { timeout = "4s", interval = "4s" }`, 2,
			[]string{
				`The wait for the message 300 to +33600000001 is over: after`, `and 2 reads, the status was "Waiting", and the last read failed.`,
				"did not finish: the time for it ran out.", advice,
			},
		},
		"permanent error": {
			[]string{"Waiting"},
			[]simulator.Step{{Process: true}, acctest.Refusal(10, "Clé API incorrecte")},
			`wait = { timeout = "10s", interval = "1s", on_timeout = "continue" }`, 2,
			[]string{"SMS Partner does not accept the API key.", `The answer (HTTP 200): code 10, "Clé API incorrecte"`},
		},
	} {
		a := newSent(t, test.statuses...)
		a.Script("message-status", test.script...)
		cases[name] = acctest.Case{
			Account: a, Config: a.Provider("max_retries = 0") + sent(test.wait), Want: append([]string{unableToRead, withTest}, test.want...),
			Requests: test.reads,
		}
	}
	cases.Fail(t, "plan")
}

// A wrong key ends a wait with its first read.
func TestMessageStatus_WaitWrongKey(t *testing.T) {
	t.Parallel()
	a := newSent(t, "Waiting")
	a.Key = "wrong-key"
	acctest.Fail(t, a.Provider()+sent(`wait = { timeout = "10s" }`), unableToRead, withTest, atBlock, "SMS Partner does not accept the API key.")
	a.WantRequests(t, 1)
}
