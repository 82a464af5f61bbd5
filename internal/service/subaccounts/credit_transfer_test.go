package subaccounts_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// transferOf moves an amount to the sub-account with a token, with more arguments as HCL
// lines.
func (k kind) transferOf(token, amount string, more ...string) string {
	return block(k.creditTransfer, append([]string{fmt.Sprintf("subaccount_token = %q", token), "amount = " + amount}, more...)...)
}

func (k kind) transferHas(attribute string, want knownvalue.Check) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(k.transferAddress(), tfjsonpath.New(attribute), want)
}

func (k kind) willMove(action plancheck.ResourceActionType, summary string) []plancheck.PlanCheck {
	return []plancheck.PlanCheck{
		plancheck.ExpectResourceAction(k.transferAddress(), action),
		plancheck.ExpectKnownValue(k.transferAddress(), tfjsonpath.New("summary"), knownvalue.StringExact(summary)),
	}
}

// withSubaccount is an account with a sub-account T789, which has 100 euros.
func (k kind) withSubaccount(t *testing.T, forms sms.SubaccountForms) *account {
	t.Helper()
	a := k.account(t, forms)
	a.AddSubaccount(sms.Subaccount{Token: "T789", Email: "a@example.com", Balance: "100"})
	return a
}

// A transfer is made once, and again for a change: what is written in another way is none.
func TestCreditTransfer_Lifecycle(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for _, k := range kinds {
		for name, test := range k.transferLifecycles(t) {
			tests[k.product+", "+name] = test
		}
	}
	tests.Run(t)
}

func (k kind) transferLifecycles(t *testing.T) acctest.Tests {
	t.Helper()
	a, b := k.withSubaccount(t, sms.SubaccountForms{}), k.withSubaccount(t, sms.SubaccountForms{})
	config := func(amount string, more ...string) string {
		return a.Provider() + k.transferOf("T789", amount, more...)
	}
	const create, replace, update = plancheck.ResourceActionCreate, plancheck.ResourceActionDestroyBeforeCreate, plancheck.ResourceActionUpdate
	return acctest.Tests{
		"changes": {
			Steps: []acctest.Step{
				{
					Config: config("10.50"), Plan: k.willMove(create, "10.5 euros to the sub-account"),
					State: []statecheck.StateCheck{
						k.transferHas("credit", acctest.Amount(t, "41.619")), k.transferHas("subaccount_credit", acctest.Amount(t, "110.5")),
						k.transferHas("currency", knownvalue.StringExact("EUR")), k.transferHas("outcome", knownvalue.StringExact("accepted")),
					},
				},
				{Config: config("10.5", `direction = "to_subaccount"`, `triggers = {}`), Plan: k.willMove(update, "10.5 euros to the sub-account")},
				{Config: config("10.5", `triggers = { month = "" }`), Plan: k.willMove(update, "10.5 euros to the sub-account")},
				{Config: config("10.5", `triggers = { month = "2026-01" }`), Plan: k.willMove(replace, "10.5 euros to the sub-account")},
				{Config: config("1", `direction = "from_subaccount"`, `triggers = { month = "2026-01" }`), Plan: k.willMove(replace, "1 euro from the sub-account")},
				{Config: config("0.1 + 0.2", `direction = "from_subaccount"`, `triggers = { month = "2026-01" }`), Plan: k.willMove(replace, "0.3 euros from the sub-account")},
			},
			After: func(t *testing.T) {
				wantCalls(t, a, 0, 0, 4)
				wantSubaccounts(t, a, "a@example.com 119.700")
				if got := strings.Join(append(bodies(t, a, "subaccount/credit/add"), bodies(t, a, "subaccount/credit/remove")...), " "); got !=
					`{"credit":"10.5","tokenSubaccount":"T789"} {"credit":"10.5","tokenSubaccount":"T789"} {"credit":"1","tokenSubaccount":"T789"} {"credit":"0.3","tokenSubaccount":"T789"}` {
					t.Errorf("sent %s", got)
				}
			},
		},
		"a new sub-account": {
			Steps: []acctest.Step{
				{Config: b.Provider() + k.block(`type = "simple"`) + block(k.creditTransfer, "subaccount_token = "+k.address()+".token", "amount = 5"), Plan: k.willMove(create, "5 euros to the sub-account")},
			},
			After: func(t *testing.T) { wantCalls(t, b, 1, 1, 1) },
		},
	}
}

// A lost answer is settled by the sub-account's balance. The transfer is made once.
func TestCreditTransfer_Lost(t *testing.T) {
	t.Parallel()
	g := acctest.NewGroup(t)
	accounts := map[string]*account{}
	tests := map[string]struct {
		direction string
		step      simulator.Step
		left      string
	}{
		"to":       {"to_subaccount", simulator.Step{Process: true, Drop: simulator.DropDuring}, "110"},
		"from":     {"from_subaccount", simulator.Step{Process: true, Status: http.StatusBadGateway, Body: "<html>"}, "90"},
		"degraded": {"to_subaccount", simulator.DegradedStep(true), "110"},
	}
	for name, test := range tests {
		for _, k := range kinds {
			a, name := k.withSubaccount(t, sms.SubaccountForms{}), name+", "+k.product
			a.Script("subaccount/credit/add", test.step)
			a.Script("subaccount/credit/remove", test.step)
			accounts[name] = a
			g.Set(t, name, a.Provider("max_retries = 3")+k.transferOf("T789", "10", fmt.Sprintf("direction = %q", test.direction)))
		}
	}
	g.Must(t, "apply")
	g.Each(t, func(t *testing.T, name string) {
		k := accounts[name].kind
		left := tests[strings.TrimSuffix(name, ", "+k.product)].left
		acctest.WantText(t, g.Said(name), "Warning: Unconfirmed transfer of credit", "The transfer got no clear answer, but it was carried out: "+
			"The balance of a@example.com was 100 EUR before and is "+left+" EUR now, a difference of exactly the amount.", "Nothing is to be done, unless something else changed the balance")
		g.Holds(t, name, k.transferHas("outcome", knownvalue.StringExact("unconfirmed")), k.transferHas("credit", knownvalue.Null()),
			k.transferHas("subaccount_credit", acctest.Amount(t, left)), k.transferHas("currency", knownvalue.StringExact("EUR")))
		wantCalls(t, accounts[name], 0, 0, 1)
	})
	g.Must(t, "plan")
	for name := range accounts {
		if g.Changes(name) {
			t.Errorf("%s: a second plan moves credit again", name)
		}
	}
}

// What the vendor refuses is told with its own words, and moved nothing.
func TestCreditTransfer_Refused(t *testing.T) {
	t.Parallel()
	const tables = "Go by the words above: the documentation has two tables of codes for this call, which differ."
	cases, accounts := acctest.Cases{}, []*account{}
	for _, k := range kinds {
		refused := "Nothing was transferred. " + k.product + " refused the transfer."
		for name, test := range map[string]struct {
			forms  sms.SubaccountForms
			step   *simulator.Step
			config string
			want   []string
		}{
			"unknown sub-account":    {config: k.transferOf("T000", "1"), want: []string{refused, `code 7, "Le sous-compte n'existe pas"`, tables, "Check the token, and the balances: " + k.subaccounts + " lists those of the sub-accounts."}},
			"not enough":             {config: k.transferOf("T789", "53"), want: []string{refused, `code 8, "Crédit insuffisant"`, tables}},
			"not enough to take":     {config: k.transferOf("T789", "101", `direction = "from_subaccount"`), want: []string{refused, `code 8, "Crédit insuffisant"`}},
			"not enough, code 7":     {forms: sms.SubaccountForms{SubaccountGeneralCodes: true}, config: k.transferOf("T789", "53"), want: []string{refused, `code 7, "Crédit insuffisant pour le sous-compte"`, tables}},
			"below one euro":         {forms: sms.SubaccountForms{SubaccountWholeEuros: true}, config: k.transferOf("T789", "0.99"), want: []string{refused, "code 5", "Whether amounts below one euro can be moved is not documented."}},
			"wrong key, code 9":      {step: new(acctest.Refusal(9, "Invalid API key")), config: k.transferOf("T789", "1"), want: []string{"Nothing was transferred. " + k.product + " does not accept the API key."}},
			"wrong key":              {step: new(acctest.Refusal(10, "Clé API incorrecte")), config: k.transferOf("T789", "1"), want: []string{"Nothing was transferred. " + k.product + " does not accept the API key."}},
			"no key":                 {step: new(acctest.Refusal(1, "La Clé API est requise")), config: k.transferOf("T789", "1"), want: []string{"Nothing was transferred. " + k.product + " received no API key."}},
			"the words have a token": {step: new(acctest.Refusal(7, "Inconnu: f7e3d1c9b5a38271605f4e2d1c0b9a8877665544")), config: k.transferOf("T789", "1"), want: []string{refused, `code 7, "Inconnu: [REDACTED]"`}},
		} {
			a := k.withSubaccount(t, test.forms)
			accounts = append(accounts, a)
			if test.step != nil {
				a.Script("subaccount/credit/add", *test.step)
			}
			cases[name+", "+k.product] = acctest.Case{Account: a.Account, Config: a.Provider() + test.config, Requests: 2, Want: append([]string{"Error: Unable to transfer credit"}, test.want...)}
		}
		a := k.withSubaccount(t, sms.SubaccountForms{})
		accounts = append(accounts, a)
		a.Script("subaccount/list", acctest.Refusal(30, "Compte bloqué"))
		cases["a list that is refused, "+k.product] = acctest.Case{Account: a.Account, Config: a.Provider() + k.transferOf("T789", "1"), Requests: 1, Want: []string{"Unable to transfer credit", "The account of this API key is blocked."}}
	}
	cases.Fail(t, "apply")
	for _, one := range accounts {
		wantSubaccounts(t, one, "a@example.com 100.000")
	}
}

// An import says why there is none.
func TestCreditTransfer_Import(t *testing.T) {
	t.Parallel()
	a := ofSMS.withSubaccount(t, sms.SubaccountForms{})
	w := acctest.Attached(t, a.Provider()+ofSMS.transferOf("T789", "1"))
	acctest.Refuse(t, w, []string{"import", "-no-color", ofSMS.transferAddress(), "x"}, "Unable to import transfer of credit", "Import is not supported: the API has no list of transfers.")
	a.WantRequests(t, 0)
}
