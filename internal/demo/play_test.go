package main

import (
	"fmt"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
)

// The demo fails when an act does not show what it is there for, whatever the
// engine prints.
func TestAct_Check(t *testing.T) {
	t.Parallel()
	destroys := act{shows: "2 destroyed", cancels: 1}
	applies := act{shows: "1 added", sends: 1}
	calls := act{shows: "1 added", calls: 1}
	writes := act{shows: "1 added", mails: 1}
	refuses := act{shows: "did not reach", fails: true}
	for name, test := range map[string]struct {
		act    act
		result engine.Result
		asked  requests
		want   string
	}{
		"as it should":            {destroys, engine.Result{Output: "Destroy complete! Resources: 2\ndestroyed."}, requests{cancel: 1}, ""},
		"status requests":         {applies, engine.Result{Output: "1 added"}, requests{send: 1}, ""},
		"cancelled nothing":       {destroys, engine.Result{Output: "2 destroyed"}, requests{}, "made 0 requests to send and 0 to cancel, not 0 and 1"},
		"sent twice":              {applies, engine.Result{Output: "1 added"}, requests{send: 2}, "made 2 requests to send and 0 to cancel, not 1 and 0"},
		"called":                  {calls, engine.Result{Output: "1 added"}, requests{call: 1}, ""},
		"called nobody":           {calls, engine.Result{Output: "1 added"}, requests{}, "made 0 requests to call, not 1"},
		"called as well":          {applies, engine.Result{Output: "1 added"}, requests{send: 1, call: 1}, "made 1 requests to call, not 0"},
		"wrote a mail":            {writes, engine.Result{Output: "1 added"}, requests{mail: 1}, ""},
		"wrote two mails":         {writes, engine.Result{Output: "1 added"}, requests{mail: 2}, "made 2 requests to mail, not 1"},
		"wrote a mail as well":    {calls, engine.Result{Output: "1 added"}, requests{call: 1, mail: 1}, "made 1 requests to mail, not 0"},
		"printed something else":  {applies, engine.Result{Output: "0 added"}, requests{send: 1}, `did not print "1 added"`},
		"failed":                  {applies, engine.Result{ExitCode: 1}, requests{}, "ended with exit code 1"},
		"failed, as it should":    {refuses, engine.Result{ExitCode: 1, Output: "It did not reach it"}, requests{}, ""},
		"should fail, but passed": {refuses, engine.Result{Output: "did not reach"}, requests{}, "ended with exit code 0"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := ""
			if err := test.act.check(test.result, test.asked); err != nil {
				got = fmt.Sprint(err)
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
