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

// A list that lags behind an earlier transfer of the run, or behind the creation, shows its
// amount later: that is no sign of a transfer whose answer was lost.
func TestTransfer_ListLags(t *testing.T) {
	t.Parallel()
	onBoth(t, transferListLags)
}

func transferListLags(t *testing.T, k kind) {
	t.Helper()
	moving := transfer{token: "T789", amount: euros(10), direction: subaccount.ToSubaccount}
	answered := func(left string) simulator.Step {
		return simulator.Step{Body: `{"success": true, "code": 200, "credit": 40` + left + `, "currency": "EUR"}`}
	}
	for name, test := range map[string]struct {
		first   simulator.Step // the answer to the first transfer
		apart   time.Duration  // between the transfers
		after   string         // the balance in the end
		outcome once.Outcome
		want    string
	}{
		"not carried out":          {answered(`, "subaccountCredit": 110`), 0, `"110.000"`, once.Unknown, "was 110 EUR before and is 110 EUR after 10s"},
		"carried out":              {answered(`, "subaccountCredit": 110`), 0, `"120.000"`, once.Unconfirmed, "was 110 EUR before and is 120 EUR now"},
		"what is left is not said": {answered(""), 0, `"110.000"`, once.Unknown, "was 110 EUR before and is 110 EUR after 10s"},
		"long after":               {answered(`, "subaccountCredit": 110`), time.Minute, `"110.000"`, once.Unconfirmed, "was 100 EUR before and is 110 EUR now"},
		"refused before":           {simulator.Step{Body: `{"success": false, "code": 8}`}, 0, `"110.000"`, once.Unconfirmed, "was 100 EUR before and is 110 EUR now"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, world *bubble.World) {
				w := k.in(world)
				w.Script("subaccount/credit/add", test.first, lost)
				late := listed(test.after)
				late.Repeat = true
				w.Script("subaccount/list", listed(`"100.000"`), listed(`"100.000"`), late)
				client := w.client(0)
				moving.once(t.Context(), client, k)
				time.Sleep(test.apart)
				_, outcome, diags := moving.once(t.Context(), client, k)
				if outcome != test.outcome {
					t.Errorf("the outcome is %s, want %s", outcome, test.outcome)
				}
				wantTold(t, told(diags), test.want)
			})
		})
	}
}

// The credit of a new sub-account may be listed late as well.
func TestTransfer_ToNew(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{}, func(t *testing.T, world *bubble.World) {
		w := ofSMS.in(world)
		w.Script("subaccount/create", simulator.Step{Body: `{"success": true, "code": 200, "subaccount": {"token": "T789", "email": "a@example.com"}}`})
		w.Script("subaccount/credit/add", lost)
		end := simulator.Step{Body: `{"success": true, "data": []}`}
		late := listed(`"10.000"`)
		late.Repeat = true
		w.Script("subaccount/list", end, listed(`"0.000"`), listed(`"0.000"`), late)
		client := w.client(0)
		if _, diags := ofSMS.create(t.Context(), client, subaccount.Creation{Type: subaccount.Simple, CreditToAttribute: euros(10)}); diags.HasError() {
			t.Fatal(told(diags))
		}
		_, outcome, diags := transfer{token: "T789", amount: euros(10), direction: subaccount.ToSubaccount}.once(t.Context(), client, ofSMS)
		if outcome != once.Unknown {
			t.Errorf("the outcome is %s: %s", outcome, told(diags))
		}
	})
}

// A transfer of which nothing is known, since the list could not be read, may be listed late too.
func TestTransfer_AfterUnknown(t *testing.T) {
	t.Parallel()
	onBoth(t, transferAfterUnknown)
}

func transferAfterUnknown(t *testing.T, k kind) {
	t.Helper()
	bubble.Run(t, simulator.Options{}, func(t *testing.T, world *bubble.World) {
		w := k.in(world)
		w.Script("subaccount/credit/add", lost, lost)
		late := listed(`"110.000"`)
		late.Repeat = true
		end := simulator.Step{Body: `{"success": true, "data": []}`}
		refused := simulator.Step{Body: `{"success": false, "code": 10}`}
		w.Script("subaccount/list", listed(`"100.000"`), end, refused, listed(`"100.000"`), end, late)
		client := w.client(0)
		for _, want := range []string{
			"The search for it failed too: ",
			"The balance of a@example.com before the transfer is not known, so it can't be compared.",
		} {
			_, outcome, diags := transfer{token: "T789", amount: euros(10), direction: subaccount.ToSubaccount}.once(t.Context(), client, k)
			if outcome != once.Unknown {
				t.Errorf("the outcome is %s, want %s", outcome, once.Unknown)
			}
			wantTold(t, told(diags), want)
		}
	})
}
