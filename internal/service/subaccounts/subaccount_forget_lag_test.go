package subaccounts

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// A sub-account that can't be deleted is forgotten with a warning of what it keeps. If its
// credit is to be taken back, that is done once, and what is not certain is an error.
func TestForget(t *testing.T) {
	t.Parallel()
	const (
		warned  = "Warning: Sub-account is not deleted\nMail Partner has no call that deletes a sub-account. a@example.com is no longer in the state, but still there, with its API key. "
		ask     = "\n\nTo have the sub-account deleted, ask the support of Mail Partner.\n"
		how     = " To take it back, use smspartner_mail_credit_transfer with direction = \"from_subaccount\": smspartner_mail_subaccounts lists the balance and the token."
		unknown = "Error: Unable to tell whether the credit was taken back\nThe return got no clear answer, so it may have been carried out or not. "
		again   = "Compare the balance of a@example.com in the dashboard, or with the data source smspartner_mail_subaccounts, before you apply again: applying again takes back what is there then."
	)
	noBalance := listed("null")
	noBalance.Repeat = true
	gone := simulator.Step{Body: `{"success": true, "total": 0, "data": []}`, Repeat: true}
	unreadable := simulator.Step{Body: "<html>", Repeat: true}
	for name, test := range map[string]struct {
		takes    bool
		balance  string
		forms    simulated.SubaccountForms
		unlisted bool // until now
		move     []simulator.Step
		lists    []simulator.Step
		want     []string // nothing is said without
		moves    int
		left     string
	}{
		"keeps its credit":       {balance: "4.5", want: []string{warned + "It keeps its credit, 4.5 EUR." + how + ask}, left: "4.500"},
		"has nothing":            {want: []string{warned + "Its balance is 0 EUR." + ask}, left: "0.000"},
		"balance unreadable":     {balance: "4.5", lists: []simulator.Step{noBalance}, want: []string{warned + "What credit it keeps is not known: the vendor's list does not say it." + how + ask}, left: "4.500"},
		"list unreadable":        {balance: "4.5", lists: []simulator.Step{unreadable}, want: []string{warned + "What credit it keeps is not known, since the list can't be read. ", how + ask}, left: "4.500"},
		"gone":                   {balance: "4.5", lists: []simulator.Step{gone}, left: "4.500"},
		"not listed yet":         {balance: "4.5", unlisted: true, lists: []simulator.Step{gone}, want: []string{warned + "What credit it keeps is not known"}, left: "4.500"},
		"taken back":             {takes: true, balance: "4.5", want: []string{warned + "Its credit, 4.5 EUR, was taken back." + ask}, moves: 1, left: "0.000"},
		"nothing to take":        {takes: true, want: []string{warned + "Its balance is 0 EUR, so there was nothing to take back." + ask}, left: "0.000"},
		"what to take unknown":   {takes: true, balance: "4.5", lists: []simulator.Step{noBalance}, want: []string{warned + "Nothing was taken back. What credit it keeps is not known"}, left: "4.500"},
		"taken back, gone":       {takes: true, balance: "4.5", lists: []simulator.Step{gone}, left: "4.500"},
		"to take, not listed":    {takes: true, balance: "4.5", unlisted: true, lists: []simulator.Step{gone}, want: []string{warned + "Nothing was taken back. What credit it keeps is not known"}, left: "4.500"},
		"to take, no list":       {takes: true, balance: "4.5", lists: []simulator.Step{unreadable}, want: []string{"Error: Unable to take back credit\n"}, left: "4.500"},
		"answer lost":            {takes: true, balance: "4.5", move: []simulator.Step{{Process: true, Drop: simulator.DropDuring}}, want: []string{"Warning: Unconfirmed return of credit\n", "was 4.5 EUR before and is 0 EUR now", warned + "Its credit, 4.5 EUR, was taken back."}, moves: 1, left: "0.000"},
		"answer and credit lost": {takes: true, balance: "4.5", move: []simulator.Step{lost}, want: []string{unknown + "The balance of a@example.com was 4.5 EUR before and is 4.5 EUR after 10s", again}, moves: 1, left: "4.500"},
		"refused": {takes: true, balance: "0.8", forms: simulated.SubaccountForms{SubaccountWholeEuros: true}, want: []string{
			"Error: Unable to take back credit\nNothing was taken back. Mail Partner refused the transfer.", "code 5", "Whether amounts below one euro can be moved is not documented.",
			"To leave the credit where it is, apply take_back_credit = false before you destroy the resource.",
		}, moves: 1, left: "0.800"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, forms(test.forms), func(t *testing.T, world *bubble.World) {
				w := ofMail.in(world)
				w.AddSubaccount(simulated.Subaccount{Token: "T789", Email: "a@example.com", Balance: test.balance})
				w.Script("subaccount/credit/remove", test.move...)
				w.Script("subaccount/list", test.lists...)
				m := keptModel{TakeBackCredit: types.BoolValue(test.takes)}
				m.Token, m.Email = types.StringValue("T789"), types.StringValue("a@example.com")
				said := told(ofMail.forget(t.Context(), w.client(3), m, framework.Seen{Listed: !test.unlisted}))
				wantTold(t, said, test.want...)
				if errors := strings.Count(said, "Error: "); errors > 0 != (len(test.want) > 0 && strings.HasPrefix(test.want[0], "Error: ")) {
					t.Errorf("it says %s", said)
				}
				if n := len(w.Requests("subaccount/credit/add", "subaccount/credit/remove", "subaccount/create", "subaccount/delete")); n != test.moves {
					t.Errorf("%d requests change something, want %d", n, test.moves)
				}
				if got := w.Subaccounts()[0].Balance; got != test.left {
					t.Errorf("the balance is %s, want %s", got, test.left)
				}
				if strings.Contains(said, "T789") {
					t.Errorf("the token shows in %s", said)
				}
			})
		})
	}
}

// After an error of an unknown outcome, another run takes back what is there then.
func TestForget_Again(t *testing.T) {
	t.Parallel()
	for name, step := range map[string]simulator.Step{"carried out": {Process: true, Drop: simulator.DropDuring}, "not carried out": lost} {
		bubble.Run(t, simulator.Options{}, func(t *testing.T, world *bubble.World) {
			w := ofMail.in(world)
			w.AddSubaccount(simulated.Subaccount{Token: "T789", Email: "a@example.com", Balance: "4.5"})
			w.Script("subaccount/credit/remove", step)
			unreadable := simulator.Step{Body: "<html>", Repeat: true}
			w.Script("subaccount/list", simulator.Step{Process: true}, unreadable)
			m := keptModel{TakeBackCredit: types.BoolValue(true)}
			m.Token, m.Email = types.StringValue("T789"), types.StringValue("a@example.com")
			wantTold(t, told(ofMail.forget(t.Context(), w.client(0), m, framework.Seen{Listed: true})), "Error: Unable to tell whether the credit was taken back\n", "The search for it failed too: ")
			w.Script("subaccount/list")
			said := told(ofMail.forget(t.Context(), w.client(0), m, framework.Seen{Listed: true}))
			wantTold(t, said, "Warning: Sub-account is not deleted\n")
			if got := fmt.Sprint(w.Subaccounts()[0].Balance, world.Mail.Violations()); got != "0.000[]" || strings.Contains(said, "Error: ") {
				t.Errorf("%s: it leaves %s, and says %s", name, got, said)
			}
		})
	}
}
