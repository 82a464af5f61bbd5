package rental_test

import (
	"encoding/json"
	"fmt"
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

const contactRental = "smspartner_contact_rental.test"

// renting is a rental of 20 women, with more arguments as HCL lines.
func renting(more ...string) string {
	return fmt.Sprintf(`
resource "smspartner_contact_rental" "test" {
  sexe     = "f"
  min_age  = 25
  max_age  = 35
  interest = 14
  zipcodes = ["60200", "02200"]
  volumes  = { "60200" = 20 }
  %s
}
`, strings.Join(more, "\n  "))
}

func rents(t *testing.T, forms sms.RentalForms, steps ...simulator.Step) *acctest.Account {
	t.Helper()
	a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{RentalForms: forms}})
	a.Script("location/optin", steps...)
	return a
}

func holds(attribute string, want knownvalue.Check) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(contactRental, tfjsonpath.New(attribute), want)
}

func will(action plancheck.ResourceActionType) []plancheck.PlanCheck {
	return []plancheck.PlanCheck{plancheck.ExpectResourceAction(contactRental, action)}
}

// wantOps asserts which operations were asked for, in order, and how many rentals there are.
func wantOps(t *testing.T, a *acctest.Account, rentals int, want ...string) {
	t.Helper()
	var got []string
	for _, request := range a.Requests("location/optin") {
		var body struct{ Op string }
		if err := json.Unmarshal(request.Body, &body); err != nil {
			t.Fatal(err)
		}
		got = append(got, body.Op)
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("the operations are %q, want %q", got, want)
	}
	if n := len(a.Rentals()); n != rentals {
		t.Errorf("%d rentals, want %d", n, rentals)
	}
}

// A rental is made once, and again for a change: what is written in another way is none.
func TestContactRental_Lifecycle(t *testing.T) {
	t.Parallel()
	const create, replace, update, nothing = plancheck.ResourceActionCreate, plancheck.ResourceActionDestroyBeforeCreate, plancheck.ResourceActionUpdate, plancheck.ResourceActionNoop
	a, b := rents(t, sms.RentalForms{}), rents(t, sms.RentalForms{RentalToken: "none", RentalNoCost: true})
	config := func(more ...string) string { return a.Provider() + renting(more...) }
	acctest.Tests{
		"changes": {
			Steps: []acctest.Step{
				{
					Config: config(), Plan: will(create),
					State: []statecheck.StateCheck{
						holds("token", knownvalue.NotNull()), holds("quantity", knownvalue.Int64Exact(20)), holds("total", acctest.Amount(t, "1.8")),
						holds("cost_unity", acctest.Amount(t, "0.09")), holds("outcome", knownvalue.StringExact("accepted")),
					},
				},
				{Config: a.Provider() + strings.NewReplacer(`["60200", "02200"]`, `["02200", "60200"]`, "= 25", `= "25"`, "= 20", "= 20.0").Replace(renting()), Plan: will(nothing)},
				{Config: config(`triggers = {}`), Plan: will(update), State: []statecheck.StateCheck{holds("total", acctest.Amount(t, "1.8"))}},
				{Config: config("max_total = 2"), Plan: will(update)},
				{Config: config(`triggers = { month = "2026-03" }`, "max_total = 1.8"), Plan: will(replace), State: []statecheck.StateCheck{holds("quantity", knownvalue.Int64Exact(20))}},
			},
			After: func(t *testing.T) { wantOps(t, a, 2, "rent", "price", "rent") },
		},
		"an answer without a token": {
			Steps: []acctest.Step{
				{Config: b.Provider() + renting(), Plan: will(create), State: []statecheck.StateCheck{
					holds("token", knownvalue.Null()), holds("quantity", knownvalue.Null()), holds("total", knownvalue.Null()), holds("cost_unity", knownvalue.Null()),
				}},
				{Config: b.Provider() + renting("triggers = {}"), Plan: will(update), State: []statecheck.StateCheck{holds("token", knownvalue.Null())}},
			},
			After: func(t *testing.T) { wantOps(t, b, 1, "rent") },
		},
	}.Run(t)
}

// The answer to a rental is not documented. Whatever its form, the rental is kept.
func TestContactRental_Forms(t *testing.T) {
	t.Parallel()
	g, accounts := acctest.NewGroup(t), map[string]*acctest.Account{}
	const (
		noToken  = "Warning: Contact rental without a token"
		inDoubt  = "The answer of SMS Partner reports success, but has no token that can be read, so the rental can't be followed or downloaded from here."
		stays    = "Look for it in the dashboard. The resource stays in the state, with token null: nothing is rented again."
		unread   = "Warning: Incomplete contact rental"
		tokenOne = "TOKENOFTHERENTAL1"
	)
	tests := map[string]struct {
		account *acctest.Account
		said    []string
		token   knownvalue.Check
		total   knownvalue.Check
	}{
		"as in other calls":      {rents(t, sms.RentalForms{}), nil, knownvalue.NotNull(), acctest.Amount(t, "1.8")},
		"nested":                 {rents(t, sms.RentalForms{RentalToken: "nested"}), nil, knownvalue.NotNull(), acctest.Amount(t, "1.8")},
		"none":                   {rents(t, sms.RentalForms{RentalToken: "none"}), []string{noToken, inDoubt, stays}, knownvalue.Null(), acctest.Amount(t, "1.8")},
		"no cost":                {rents(t, sms.RentalForms{RentalNoCost: true}), nil, knownvalue.NotNull(), knownvalue.Null()},
		"in capitals":            {rents(t, sms.RentalForms{RentalOpCapital: true}), nil, knownvalue.NotNull(), acctest.Amount(t, "1.8")},
		"success alone":          {rents(t, sms.RentalForms{}, simulator.Step{Process: true, Body: `{"success": true}`}), []string{noToken, inDoubt}, knownvalue.Null(), knownvalue.Null()},
		"code 200":               {rents(t, sms.RentalForms{}, simulator.Step{Process: true, Body: `{"success": true, "code": 200, "token": 4711}`}), nil, knownvalue.StringExact("4711"), knownvalue.Null()},
		"texts":                  {rents(t, sms.RentalForms{}, simulator.Step{Process: true, Body: `{"success": true, "token": "` + tokenOne + `", "cost": {"quantity": "20", "total": "1.800"}}`}), nil, knownvalue.StringExact(tokenOne), acctest.Amount(t, "1.8")},
		"two tokens":             {rents(t, sms.RentalForms{}, simulator.Step{Process: true, Body: `{"success": true, "token": "` + tokenOne + `", "location": {"token": "b"}}`}), []string{unread, "two tokens that differ", noToken}, knownvalue.Null(), knownvalue.Null()},
		"a token that is none":   {rents(t, sms.RentalForms{}, simulator.Step{Process: true, Body: `{"success": true, "token": ["` + tokenOne + `"]}`}), []string{unread, "the token is no single text or number", noToken}, knownvalue.Null(), knownvalue.Null()},
		"a total that is none":   {rents(t, sms.RentalForms{}, simulator.Step{Process: true, Body: `{"success": true, "token": "` + tokenOne + `", "cost": {"total": "free"}}`}), []string{unread, "total"}, knownvalue.StringExact(tokenOne), knownvalue.Null()},
		"a gateway that says so": {rents(t, sms.RentalForms{}, simulator.DegradedStep(true)), []string{noToken, inDoubt}, knownvalue.Null(), knownvalue.Null()},
	}
	for name, test := range tests {
		accounts[name] = test.account
		g.Set(t, name, test.account.Provider()+renting())
	}
	g.Must(t, "apply")
	g.Each(t, func(t *testing.T, name string) {
		said := g.Said(name)
		acctest.WantText(t, said, tests[name].said...)
		if warnings := strings.Count(said, "Warning: "); len(tests[name].said) == 0 && warnings > 0 || strings.Contains(said, tokenOne) {
			t.Errorf("it says %s", said)
		}
		g.Holds(t, name, holds("token", tests[name].token), holds("total", tests[name].total), holds("outcome", knownvalue.StringExact("accepted")))
		wantOps(t, accounts[name], 1, "rent")
	})
	g.Must(t, "plan")
	for name := range tests {
		if g.Changes(name) {
			t.Errorf("%s: a second plan rents again", name)
		}
	}
}
