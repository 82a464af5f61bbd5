package subaccounts

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// listed is a list with one sub-account, T789, that has a balance.
func listed(balance string) simulator.Step {
	return simulator.Step{Body: fmt.Sprintf(`{"success": true, "data": [{"token": "T789", "email": "a@example.com", "credits": {"balance": %s, "currency": "EUR"}}]}`, balance)}
}

// A transfer that the balance does not settle is an error with both balances.
func TestTransfer_Unknown(t *testing.T) {
	t.Parallel()
	onBoth(t, transferUnknown)
}

func transferUnknown(t *testing.T, k kind) {
	t.Helper()
	const (
		unknown = "Error: Unable to tell whether the credit was transferred\nThe transfer got no clear answer, so it may have been carried out or not. "
	)
	compare := "Compare the balance of a@example.com in the dashboard, or with the data source " + k.subaccounts + ", before you apply again: applying again transfers the amount again."
	always := func(step simulator.Step) simulator.Step { step.Repeat = true; return step }
	end := simulator.Step{Body: `{"success": true, "data": []}`}
	for name, test := range map[string]struct {
		lists []simulator.Step
		want  []string
	}{
		"the same balance":          {nil, []string{unknown + "The balance of a@example.com was 100 EUR before and is 100 EUR after 10s, which is not a difference of exactly the amount.", "the connection broke", compare}},
		"another difference":        {[]simulator.Step{listed(`"100.000"`), end, always(listed(`"109.962"`))}, []string{unknown + "The balance of a@example.com was 100 EUR before and is 109.962 EUR after 10s", compare}},
		"changed late":              {[]simulator.Step{listed(`"100.000"`), end, listed(`"100.000"`), end, listed(`"110.000"`)}, []string{"Warning: Unconfirmed transfer of credit\n", "was 100 EUR before and is 110 EUR now"}},
		"no balance before":         {[]simulator.Step{listed("null"), end, always(listed(`"110.000"`))}, []string{unknown + "The balance of a@example.com before the transfer is not known, so it can't be compared.", compare}},
		"not listed before":         {[]simulator.Step{{Body: `{"success": true, "data": []}`}}, []string{unknown + "The balance of the sub-account before the transfer is not known", "Compare the balance of the sub-account in the dashboard"}},
		"not listed after":          {[]simulator.Step{listed(`"100.000"`), always(end)}, []string{unknown + "The balance of a@example.com was 100 EUR before, and is not known now.", compare}},
		"a list that can't be read": {[]simulator.Step{listed(`"100.000"`), end, {Status: 502, Repeat: true}}, []string{unknown + "The search for it failed too: ", "HTTP 502", compare}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, world *bubble.World) {
				w := k.in(world)
				w.AddSubaccount(simulated.Subaccount{Token: "T789", Email: "a@example.com", Balance: "100"})
				w.Script("subaccount/credit/add", lost)
				w.Script("subaccount/list", test.lists...)
				moving := transfer{token: "T789", amount: euros(10), direction: subaccount.ToSubaccount}
				_, _, diags := moving.once(t.Context(), w.client(0), k)
				wantTold(t, told(diags), test.want...)
				if n := len(w.Requests("subaccount/credit/add")); n != 1 {
					t.Errorf("%d requests move credit, want 1", n)
				}
			})
		})
	}
}

// Transfers of one run are made in turn, so that each lost answer is told from the others.
func TestTransfer_InTurn(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{Latency: time.Second}, func(t *testing.T, w *bubble.World) {
		w.AddSubaccount(simulated.Subaccount{Token: "T789"})
		carriedOut := simulator.Step{Process: true, Drop: simulator.DropDuring}
		w.Script("subaccount/credit/add", carriedOut, lost, carriedOut)
		client := sms.New(w.Config(0)).Subaccounts()
		var mu sync.Mutex
		outcomes := map[once.Outcome]int{}
		var all sync.WaitGroup
		for range 3 {
			all.Go(func() {
				_, outcome, _ := transfer{token: "T789", amount: euros(1), direction: subaccount.ToSubaccount}.once(t.Context(), client, ofSMS)
				mu.Lock()
				defer mu.Unlock()
				outcomes[outcome]++
			})
		}
		all.Wait()
		if outcomes[once.Unconfirmed] != 2 || outcomes[once.Unknown] != 1 {
			t.Errorf("the outcomes are %v", outcomes)
		}
	})
}
