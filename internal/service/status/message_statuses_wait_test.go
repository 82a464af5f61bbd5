package status_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// wantAsked asserts the pairs of a multi-status request, in order.
func wantAsked(t *testing.T, r simulator.Request, want ...string) {
	t.Helper()
	var body struct {
		List []struct {
			PhoneNumber string `json:"phoneNumber"`
			MessageID   int64  `json:"messageId"`
		} `json:"SMSStatut_List"`
	}
	if err := json.Unmarshal(r.Body, &body); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, item := range body.List {
		got = append(got, fmt.Sprintf("%d %s", item.MessageID, item.PhoneNumber))
	}
	if !slices.Equal(got, want) {
		t.Errorf("asked for %s, want %s", strings.Join(got, ", "), strings.Join(want, ", "))
	}
}

// threeSent are the arguments of three recipients of message 300.
var threeSent = messages("300", "0600000001", "300", "0600000002", "300", "0600000003")

const countsOutput = `
output "waiting" {
  value = data.smspartner_message_statuses.test.counts.waiting
}
`

// A wait asks only for what is not final yet, and ends with the last of it.
func TestMessageStatuses_Wait(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	recipients(a, "", []string{"Waiting", "Waiting", "Delivered"}, nil, []string{"Waiting", "Not delivered"})
	a.Script("multi-status", simulator.Step{Process: true}, simulator.Step{Process: true}, simulator.Step{Status: http.StatusBadGateway})
	w := acctest.Attached(t, a.Provider("max_retries = 0")+
		messageStatuses.Test(threeSent, `wait = { interval = "1s" }`)+countsOutput)
	printed := acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	acctest.WantText(t, printed, "waiting = 0")
	a.WantRequests(t, 4)
	requests := a.Requests()
	wantAsked(t, requests[0], "300 +33600000001", "300 +33600000002", "300 +33600000003")
	wantAsked(t, requests[1], "300 +33600000001", "300 +33600000003")
	wantAsked(t, requests[2], "300 +33600000001")
	wantAsked(t, requests[3], "300 +33600000001")
}

// A wait that is over returns what there is, where it may.
func TestMessageStatuses_WaitContinues(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	recipients(a, "", []string{"Waiting"}, nil, []string{"ACCEPTD"})
	w := acctest.Attached(t, a.Provider()+
		messageStatuses.Test(threeSent, `wait = { timeout = "1s", on_timeout = "continue" }`)+countsOutput)
	printed := acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	acctest.WantText(t, printed, "Warning: Unable to read message statuses", messageStatuses.WithTest(),
		`The wait for 3 messages is over: after`, `, 2 of 3 had no final status: +33600000001 ("Waiting"), +33600000003 ("ACCEPTD")`,
		`The run continues with that status, since on_timeout is "continue".`, "waiting = 2")
}

func TestMessageStatuses_WaitFails(t *testing.T) {
	t.Parallel()
	const untilDelivered = `wait = { until = "delivered", interval = "1s" }`
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		statuses [][]string
		wait     string
		reads    int
		want     []string
	}{
		// At once, though another one still waits.
		"one is not delivered": {
			[][]string{{"Waiting"}, {"Not delivered"}, nil},
			untilDelivered, 1,
			[]string{`1 of 3 ended without being delivered: +33600000002 ("Not delivered"). This wait requires delivery`, `set until to "final"`},
		},
		"one fails later": {
			[][]string{{"Waiting", "UNDELIV"}, nil, {"Waiting"}},
			untilDelivered, 2,
			[]string{`1 of 3 ended without being delivered: +33600000001 ("UNDELIV").`},
		},
		"one is not found": {
			[][]string{nil, nil},
			`wait = { until = "delivered", timeout = "1s" }`, acctest.AnyNumber,
			[]string{`, 1 of 3 had no final status: +33600000003 (not found).`, "For each message that is not found, check that it was sent to this number"},
		},
		"timeout": {
			[][]string{{"Waiting"}, {"Waiting"}, {"Waiting"}},
			`wait = { timeout = "1s" }`, acctest.AnyNumber,
			[]string{
				`The wait for 3 messages is over: after`, `, 3 of 3 had no final status: +33600000001 ("Waiting"), +33600000002 ("Waiting"), +33600000003 ("Waiting")`,
				"Run again to go on waiting, or raise timeout.",
			},
		},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		recipients(a, "", test.statuses...)
		cases[name] = acctest.Case{
			Account: a, Config: a.Provider() + messageStatuses.Test(threeSent, test.wait),
			Want: append([]string{unableToReadStatuses, messageStatuses.WithTest()}, test.want...), Requests: test.reads,
		}
	}
	cases.Fail(t, "plan")
}
