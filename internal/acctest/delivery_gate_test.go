package acctest_test

import (
	"cmp"
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// gated is an account with what the gates of these tests ask about.
func gated(t *testing.T) *acctest.Account {
	t.Helper()
	a := acctest.NewAccount(t, simulator.Options{NoRateLimits: true})
	to := func(number string, statuses ...string) simulator.Recipient {
		return simulator.Recipient{Number: number, Statuses: statuses}
	}
	a.AddMessage(simulator.Message{ID: "1", Tag: "arrived", Recipients: []simulator.Recipient{to("+33600000001"), to("+33600000002")}})
	a.AddMessage(simulator.Message{ID: "2", Tag: "lost", Recipients: []simulator.Recipient{to("+33600000001"), to("+33600000002", "Not delivered")}})
	a.AddMessage(simulator.Message{ID: "3", Recipients: []simulator.Recipient{to("+33600000001"), to("+33600000002", "Waiting")}})
	a.AddMessage(simulator.Message{ID: "4", Recipients: []simulator.Recipient{to("+33600000001"), to("+33600000002", "Waiting", "Delivered")}})
	a.AddStatistics(simulator.Period{Start: time.Date(2021, time.January, 1, 12, 0, 0, 0, time.UTC), Cost: "100.5", Sent: 2500})
	return a
}

// gate is a call of the module, and what it says of two recipients.
type gate struct {
	about string
	// more are further arguments; others than these are set already.
	more, third, timeout string
	says                 string
}

// gates is a workspace with the module and a call of it for each gate. What each says is in the
// output of that name.
func gates(t *testing.T, a *acctest.Account, all map[string]gate) *engine.Workspace {
	t.Helper()
	var config strings.Builder
	config.WriteString(acctest.RequiredProviders)
	for name, g := range all {
		fmt.Fprintf(&config, `
module %[1]q {
  source        = "./delivery-gate"
  phone_numbers = compact(["06 00 00 00 01", "06 00 00 00 02", %[4]q])
  timeout       = %[5]q
  interval      = "1s"
  %[2]s
  %[3]s
}

output %[1]q {
  value = format("passed %%t, undecided %%t, cost %%v: %%s.", module.%[1]s.passed, module.%[1]s.undecided, module.%[1]s.cost, module.%[1]s.summary)
}
`, name, g.about, g.more, g.third, cmp.Or(g.timeout, "1s"))
	}
	w := a.Workspace(t, config.String())
	if err := engine.CopyExample(filepath.Join(w.Dir, "delivery-gate"), filepath.Join(acctest.Root(t), "examples", "delivery-gate")); err != nil {
		t.Fatal(err)
	}
	acctest.Succeed(t, w, "get")
	return w
}

// The gate passes only with proof for every recipient and within the budgets. It fails no run.
func TestExamples_DeliveryGate(t *testing.T) {
	t.Parallel()
	a := gated(t)
	const (
		arrived, lost, waiting, late = `message_id = "1"`, `message_id = "2"`, `message_id = "3"`, `message_id = "4"`
		arrivedByTag, lostByTag      = `tag = "arrived"`, `tag = "lost"`
		yes, no, undecided           = "passed true, undecided false", "passed false, undecided false", "passed false, undecided true"
		cost, all                    = ", cost 0.076: ", "2 of 2 delivered"
		oneLost, oneWaiting          = "1 of 2 delivered, 1 not delivered: +33600000002", "1 of 2 delivered, 1 waiting: +33600000002"
		oneMissing                   = "2 of 3 delivered, 1 not found: +33600000003"
		tooDear                      = "; cost 0.076, more than max_cost, 0.075"
	)
	tests := map[string]gate{
		"arrived":       {about: arrived, says: yes + cost + all},
		"lost":          {about: lost, says: no + cost + oneLost},
		"waiting":       {about: waiting, says: undecided + cost + oneWaiting},
		"late":          {about: late, timeout: "1m", says: yes + cost + all},
		"missing":       {about: arrivedByTag, third: "06 00 00 00 03", says: undecided + ", cost null: " + oneMissing},
		"by_tag":        {about: arrivedByTag, says: yes + ", cost null: " + all},
		"lost_by_tag":   {about: lostByTag, says: no + ", cost null: " + oneLost},
		"cheap":         {about: arrived, more: "max_cost = 0.076", says: yes + cost + all},
		"dear":          {about: arrived, more: "max_cost = 0.075", says: no + cost + all + tooDear},
		"waiting_dear":  {about: waiting, more: "max_cost = 0.075", says: no + cost + oneWaiting + tooDear},
		"month":         {about: arrived, more: "max_month_cost = 100.5\n  today = \"2021-01-27\"", says: yes + cost + all},
		"dear_month":    {about: arrived, more: "max_month_cost = 100\n  today = \"2021-01-27\"", says: no + cost + all + "; cost of this month 100.5, more than max_month_cost, 100"},
		"another_month": {about: arrived, more: "max_month_cost = 100\n  today = \"2021-02-01\"", says: yes + cost + all},
		"this_month":    {about: arrived, more: "max_month_cost = 100", says: yes + cost + all},
	}
	printed := acctest.Succeed(t, gates(t, a, tests), "plan", "-no-color")
	for name, test := range tests {
		if line := regexp.MustCompile(`(?m)^ *\+ ` + name + ` += (.*)$`).FindStringSubmatch(printed); len(line) == 0 || line[1] != strconv.Quote(test.says+".") {
			t.Errorf("%s says %q, want %q", name, line, test.says)
		}
	}
}

// A gate asks for a message once and for the details of each recipient, or once for a tag, until
// the answer is final.
func TestExamples_DeliveryGateRequests(t *testing.T) {
	t.Parallel()
	a := gated(t)
	w := gates(t, a, map[string]gate{"arrived": {about: `message_id = "1"`}, "by_tag": {about: `tag = "lost"`}})
	acctest.Succeed(t, w, "plan", "-no-color")
	for call, want := range map[string]int{"multi-status": 1, "message-status": 2, "bulk-status-by-tag": 1} {
		if got := len(a.Requests(call)); got != want {
			t.Errorf("%d requests to %s, want %d", got, call, want)
		}
	}
	a.WantRequests(t, 4)
}

// Without a message to ask about, or with two, nothing is asked. A budget needs costs.
func TestExamples_DeliveryGateRefusals(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		gate     gate
		says     string
		requests int
	}{
		"neither": {gate{}, "Set either message_id or tag.", 0},
		"both":    {gate{about: `message_id = "1"`, more: `tag = "arrived"`}, "Set either message_id or tag.", 0},
		"costs":   {gate{about: `tag = "arrived"`, more: "max_cost = 1"}, "SMS Partner names no cost by tag.", 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := gated(t)
			acctest.Refuse(t, gates(t, a, map[string]gate{name: test.gate}), []string{"plan", "-no-color"}, test.says)
			a.WantRequests(t, test.requests)
		})
	}
}
