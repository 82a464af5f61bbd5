package subaccounts_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const advanced = `type = "advanced"
  email    = "new@example.com"
  is_buyer = false
  credit_to_attribute = 10`

// onlyT1 is the list before a creation, during which somebody else makes what the account
// has more.
var onlyT1 = simulator.Step{Body: `{"success": true, "code": 200, "total": 1, "data": [{"token": "T1", "email": "old@example.com", "type": "simple"}]}`}

// A creation whose answer is lost is made once, and the list settles what came of it.
func TestSubaccount_CreateLost(t *testing.T) {
	t.Parallel()
	const made = `type = "simple"`
	carriedOut := simulator.Step{Process: true, Drop: simulator.DropDuring}
	g := acctest.NewGroup(t)
	accounts := map[string]*account{}
	tests := map[string]struct {
		config    string
		step      simulator.Step
		meanwhile sms.Subaccount
		email     string // in the state
	}{
		"dropped":                        {config: advanced, step: carriedOut, email: "new@example.com"},
		"HTTP 502":                       {config: advanced, step: simulator.Step{Process: true, Status: http.StatusBadGateway, Body: "<html>"}, email: "new@example.com"},
		"degraded":                       {config: advanced, step: simulator.DegradedStep(true), email: "new@example.com"},
		"without a token":                {config: advanced, step: simulator.Step{Process: true, Body: `{"success": true, "code": 200, "subaccount": {"email": "new@example.com"}}`}, email: "new@example.com"},
		"with another's token":           {config: advanced, step: simulator.Step{Process: true, Body: `{"success": true, "code": 200, "subaccount": {"email": "new@example.com", "token": "T1"}}`}, email: "new@example.com"},
		"another one too":                {config: advanced, step: carriedOut, meanwhile: sms.Subaccount{Email: "other@example.com"}, email: "new@example.com"},
		"made address":                   {config: made, step: carriedOut, email: "7000002@"},
		"made address, another type too": {config: made, step: carriedOut, meanwhile: sms.Subaccount{Email: "other@example.com", Type: "advanced"}, email: "7000003@"},
	}
	for name, test := range tests {
		for _, k := range kinds {
			a := k.account(t, sms.SubaccountForms{})
			a.AddSubaccount(sms.Subaccount{Token: "T1", Email: "old@example.com"})
			if test.meanwhile.Email != "" {
				a.AddSubaccount(test.meanwhile)
			}
			a.Script("subaccount/list", onlyT1)
			a.Script("subaccount/create", test.step)
			accounts[name+", "+k.product] = a
			g.Set(t, name+", "+k.product, a.Provider("max_retries = 3")+k.block(test.config))
		}
	}
	g.Must(t, "apply")
	planned := map[string][]plancheck.PlanCheck{}
	g.Each(t, func(t *testing.T, name string) {
		a := accounts[name]
		test, k := tests[strings.TrimSuffix(name, ", "+a.product)], a.kind
		if strings.HasSuffix(test.email, "@") {
			test.email += k.domain
		}
		wantCalls(t, a, 1, 0, 0)
		wantNoTokens(t, a, g.Said(name))
		g.Holds(t, name, k.is("email", test.email), k.is("token", tokenOf(t, a, test.email)), k.isNull("parent_email"), k.isNull("send_confirm_mail_to"),
			k.has("id", knownvalue.NotNull()), k.has("created_at", knownvalue.NotNull()))
		acctest.WantText(t, g.Said(name), "Warning: Unconfirmed creation of sub-account",
			fmt.Sprintf("%s lists a new sub-account, %s.", k.product, test.email), "Nothing is to be done, unless somebody else")
		planned[name] = k.will(plancheck.ResourceActionNoop)
	})
	g.Must(t, "plan")
	g.Planned(t, planned)
}

// What the vendor refuses is told with its own words, and did nothing.
func TestSubaccount_CreateRefused(t *testing.T) {
	t.Parallel()
	cases, accounts := acctest.Cases{}, []*account{}
	for _, k := range kinds {
		refused, tables := "Nothing was created. "+k.product+" refused to create the sub-account.", "Go by the words above: "+k.createCodes
		add := func(name string, requests int, forms sms.SubaccountForms, config string, prepare func(*account), want ...string) {
			a := k.account(t, forms)
			prepare(a)
			accounts = append(accounts, a)
			cases[name+", "+k.product] = acctest.Case{Account: a.Account, Config: a.Provider() + config, Requests: requests, Want: append([]string{"Error: Unable to create sub-account"}, want...)}
		}
		script := func(path string, step simulator.Step) func(*account) {
			return func(a *account) { a.Script(path, step) }
		}
		nothing := func(*account) {}
		add("not activated", 2, sms.SubaccountForms{}, k.simple("a@example.com"), func(a *account) { a.ActivateSubaccounts(false) },
			"Nothing was created. This account may not create sub-accounts.", `code 2, "Vous n'avez pas l'authorisation"`, "Ask the support of "+k.product+" to activate sub-accounts for it.")
		add("not enough credit", 2, sms.SubaccountForms{}, k.simple("a@example.com", `credit_to_attribute = 53`), nothing, refused, `code 9, "La balance doit être supérieur à 0"`, tables)
		add("not enough credit, general code", 2, sms.SubaccountForms{SubaccountGeneralCodes: true}, k.simple("a@example.com", `credit_to_attribute = 53`), nothing, refused, `code 11, "Crédit insuffisant"`, tables)
		add("address required", 2, sms.SubaccountForms{SubaccountEmailRequired: true}, k.block(`type = "simple"`), nothing, refused, `code 6, "L'email est requis"`, tables)
		add("address of another customer", 2, sms.SubaccountForms{}, k.simple("a@example.com"), script("subaccount/create", acctest.Refusal(7, "Un compte existe déjà avec cet email")),
			refused, "code 7", tables, k.takenCode, "a@example.com is not among the sub-accounts of this account", map[bool]string{true: "or write another address.", false: "another customer. Then write another address."}[k.deletes])
		add("address listed", 1, sms.SubaccountForms{}, k.simple("a@example.com"), func(a *account) { a.AddSubaccount(sms.Subaccount{Email: "A@Example.com"}) },
			"Nothing was created. The account has a sub-account A@Example.com already, and no two accounts can have the same e-mail address.", `to = `+k.subaccount+`.NAME id = "A@Example.com"`)
		add("wrong key", 1, sms.SubaccountForms{}, k.simple("a@example.com"), script("subaccount/list", acctest.Refusal(10, "Clé API incorrecte")), k.product+" does not accept the API key.")
		add("a list that is not whole", 2, sms.SubaccountForms{}, k.simple("a@example.com"), script("subaccount/list", simulator.Step{Body: `{"success": true, "total": 2, "data": [{"token": "T1"}]}`, Repeat: true}),
			"it counts 2 sub-accounts, but lists 1")
		add("a key that removes the parameters", 2, sms.SubaccountForms{}, k.simple("a@example.com"), script("subaccount/create", acctest.Refusal(1, "La Clé API est requise")),
			"Nothing was created. "+k.product+" received no API key.")
		if k.deletes {
			add("no such call", 2, sms.SubaccountForms{SubaccountCreateGet: true}, k.simple("a@example.com"), nothing, "Nothing was created. 127.0.0.1", "HTTP 405")
			continue
		}
		// The codes of Mail Partner are not known.
		add("another code", 2, sms.SubaccountForms{}, k.simple("a@example.com"), script("subaccount/create", acctest.Refusal(77, "Adresse refusée")), "Nothing was created.", `code 77, "Adresse refusée"`)
	}
	cases.Fail(t, "apply")
	for _, one := range accounts {
		for _, s := range one.Subaccounts() {
			if s.Email == "a@example.com" {
				t.Error("it was created all the same")
			}
		}
	}
}

// What came of a deletion is what the vendor says. A lost answer is settled by the list, or
// is an error: see TestRemove_Unknown.
func TestSubaccount_Delete(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		forms   sms.SubaccountForms
		step    simulator.Step
		deletes int // requests
		want    []string
	}{
		"gone before":       {step: simulator.Step{Status: 404, Body: `{"success": false, "code": 404, "message": "Le sous-compte n'existe pas"}`}, deletes: 1},
		"listed for a time": {forms: sms.SubaccountForms{SubaccountDeletionDelay: 1 << 40}, step: simulator.Step{Process: true}, deletes: 1},
		"lost, carried out": {step: simulator.Step{Process: true, Drop: simulator.DropDuring}, deletes: 1},
		"parameters in the query": {forms: sms.SubaccountForms{SubaccountDeleteQuery: true}, step: simulator.Step{Process: true}, deletes: 1, want: []string{
			"Error: Unable to delete sub-account", "SMS Partner does not accept the API key.", `code 10, "La Clé API est requise"`,
		}},
		"token missing": {step: acctest.Refusal(1, "Le Token est requis"), deletes: 1, want: []string{"Error: Unable to delete sub-account", "SMS Partner received no token."}},
		"no call": {step: simulator.Step{Status: 404, Body: `{"code": 404, "message": "Not Found"}`}, deletes: 2, want: []string{
			"Error: Unable to delete sub-account", "HTTP 404", "Check base_url in the provider block",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := ofSMS.account(t, test.forms)
			w := acctest.Attached(t, a.Provider("max_retries = 0")+ofSMS.simple("a@example.com"))
			acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
			a.Script("subaccount/remove", test.step)
			if name == "no call" {
				a.Script("subaccount/delete", test.step)
			}
			if test.want == nil {
				acctest.Succeed(t, w, "destroy", "-auto-approve", "-no-color")
			} else {
				result, err := w.Run(t.Context(), "destroy", "-auto-approve", "-no-color")
				if err != nil || result.OK() {
					t.Errorf("it succeeded: %v", err)
				}
				acctest.WantError(t, result.Output, test.want...)
				wantNoTokens(t, a, result.Output)
			}
			wantCalls(t, a, 1, test.deletes, 0)
			if test.want != nil && !test.forms.SubaccountDeleteQuery {
				a.Script("subaccount/remove")
				a.Script("subaccount/delete")
				acctest.Succeed(t, w, "destroy", "-auto-approve", "-no-color")
				wantSubaccounts(t, a)
			}
		})
	}
}

// A sub-account that the list does not have yet is kept, and is not gone.
func TestSubaccount_NotListed(t *testing.T) {
	t.Parallel()
	a := ofSMS.account(t, sms.SubaccountForms{SubaccountListDelay: 1 << 40})
	w := acctest.Attached(t, a.Provider()+ofSMS.simple("a@example.com"))
	const warned = "Warning: Sub-account is not listed yet"
	acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"), warned,
		"The sub-account a@example.com is created, but its other values are not known yet. SMS Partner has not listed it within 10s.")
	acctest.WantText(t, acctest.Succeed(t, w, "plan", "-detailed-exitcode", "-no-color"), "No changes.", warned, "SMS Partner still does not list it.")
	wantCalls(t, a, 1, 0, 0)
	a.API.Advance(1 << 41)
	printed := acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	acctest.WantText(t, printed, "0 added, 0 changed, 0 destroyed.")
	// Now that it was listed, it can be gone.
	a.RemoveSubaccount(tokenOf(t, a, "a@example.com"))
	acctest.WantText(t, acctest.Succeed(t, w, "plan", "-no-color"), "1 to add, 0 to change, 0 to destroy.")
}

// A list that can't be read whole does not make a sub-account gone.
func TestSubaccount_NotGone(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	of := map[string]kind{}
	for name, test := range map[string]struct {
		step simulator.Step
		want string
	}{
		"a page of another program": {simulator.Step{Status: http.StatusNotFound, Body: "<html>", Repeat: true}, "HTTP 404"},
		"not whole":                 {simulator.Step{Body: `{"success": true, "total": 30, "data": []}`, Repeat: true}, "it counts 30 sub-accounts, but lists 0"},
		"degraded":                  {simulator.DegradedStep(false), `reports success, but has no "data"`},
		"refused":                   {acctest.Refusal(30, "Compte bloqué"), "The account of this API key is blocked."},
	} {
		for _, k := range kinds {
			a, name := k.account(t, sms.SubaccountForms{}), name+", "+k.product
			a.Script("subaccount/list", simulator.Step{Process: true}, simulator.Step{Process: true}, test.step) // for the creation
			of[name], cases[name] = k, acctest.Case{
				Account: a.Account, Config: a.Provider("max_retries = 0") + k.simple("a@example.com"), Want: []string{"Error: Unable to read sub-account", test.want}, Requests: 4,
			}
		}
	}
	g := acctest.NewGroup(t)
	for name, one := range cases {
		g.Set(t, name, one.Config)
	}
	g.Must(t, "apply")
	if g.Run(t, "plan") {
		t.Error("a plan succeeded")
	}
	g.Each(t, func(t *testing.T, name string) {
		acctest.WantError(t, g.Said(name), cases[name].Want...)
		cases[name].WantRequests(t, cases[name].Requests)
		g.Holds(t, name, []statecheck.StateCheck{of[name].is("email", "a@example.com")}...)
	})
}
