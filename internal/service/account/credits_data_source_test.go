package account_test

import (
	"fmt"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const credits acctest.DataSource = "smspartner_credits" //nolint:gosec // no credentials

// The vendor's documented example, in the forms that it had in other years.
func TestCredits_DocumentedExample(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, test := range map[string]struct {
		variant      simulator.Variant
		withoutNames bool
	}{
		"documented":       {simulator.Variant{}, false},
		"without solde":    {simulator.Variant{CreditForms: simulator.CreditForms{BalanceOnly: true}, Forms: simulator.Forms{NumbersAsStrings: true}}, false},
		"recorded in 2018": {simulator.Variant{CreditForms: simulator.CreditForms{LowCostCredits: true, UsernameOnly: true}}, true},
	} {
		values := map[string]knownvalue.Check{
			"username":       knownvalue.StringExact("owner@example.com"),
			"firstname":      knownvalue.StringExact("Ann"),
			"lastname":       knownvalue.StringExact("Doe"),
			"balance":        acctest.Amount(t, "52.119"),
			"currency":       knownvalue.StringExact("EUR"),
			"credit_sms":     knownvalue.Int64Exact(1200),
			"credit_sms_eco": knownvalue.Int64Exact(2100),
			"credit_hlr":     knownvalue.Int64Exact(9000),
			"to_send":        knownvalue.Int64Exact(0),
		}
		if test.withoutNames {
			values["firstname"], values["lastname"] = knownvalue.Null(), knownvalue.Null()
		}
		var checks []statecheck.StateCheck
		for attribute, want := range values {
			checks = append(checks, credits.Has(attribute, want))
		}
		a := acctest.NewAccount(t, simulator.Options{Variant: test.variant})
		tests[name] = acctest.Test{Steps: []acctest.Step{{
			Config: a.Provider() + credits.Test(),
			State:  checks,
		}}}
	}
	tests.Run(t)
}

// Only one name of the balance, or none, is an answer too.
func TestCredits_SoldeOnly(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	a.Script("me", simulator.Step{Body: `{"success":true,"code":200,"credits":{"solde":"52.119"}}`, Repeat: true})
	acctest.Tests{"test": {Steps: []acctest.Step{{
		Config: a.Provider() + credits.Test(),
		State: []statecheck.StateCheck{
			credits.Has("balance", acctest.Amount(t, "52.119")),
			credits.Has("username", knownvalue.Null()),
			credits.Has("credit_sms", knownvalue.Null()),
		},
	}}}}.Run(t)
}

func TestCredits_Errors(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		step simulator.Step
		want []string
	}{
		"1":          {acctest.Refusal(1, "La Clé API est requise"), []string{"SMS Partner received no API key.", `code 1, "La Clé API est requise"`}},
		"10":         {acctest.Refusal(10, "Clé API incorrecte"), []string{"SMS Partner does not accept the API key.", `code 10, "Clé API incorrecte"`}},
		"no credits": {simulator.Step{Body: `{"success":true,"user":{"username":"owner@example.com"}}`}, []string{`gave no usable answer: the answer reports success, but has no "credits".`}},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		a.Script("me", test.step)
		cases[name] = acctest.Case{
			Account: a, Config: a.Provider() + credits.Test(),
			Want: append([]string{
				"Error: Unable to read credits", credits.WithTest(), `data "smspartner_credits" "test" {`,
			}, test.want...),
			Requests: 1,
		}
	}
	cases.Fail(t, "plan")
}

// A rollout stops before it changes anything when there is too little credit for
// what it sends.
func TestCredits_StopsRollout(t *testing.T) {
	t.Parallel()
	for place, rollout := range map[string]string{
		"precondition": credits.Test() + `
resource "terraform_data" "rollout" {
  lifecycle {
    precondition {
      condition     = %[1]s
      error_message = "Only ${data.smspartner_credits.test.balance} EUR are left."
    }
  }
}
`,
		"postcondition": credits.Test(`
  lifecycle {
    postcondition {
      condition     = %[2]s
      error_message = "Only ${self.balance} EUR are left."
    }
  }`) + `
resource "terraform_data" "rollout" {
  depends_on = [data.smspartner_credits.test]
}
`,
	} {
		t.Run(place, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			const enough = ".balance >= 52.119 && %s.credit_sms > 1000"
			data := "data.smspartner_credits.test"
			config := a.Provider() + fmt.Sprintf(rollout, fmt.Sprintf(data+enough, data), fmt.Sprintf("self"+enough, "self"))
			w := acctest.Attached(t, config)
			acctest.Succeed(t, w, "plan", "-no-color")
			a.SetCredits(simulator.Credits{SMS: 1200, Balance: "52.118"})
			acctest.Refuse(t, w, []string{"apply", "-auto-approve", "-no-color"}, place+" failed", "Only 52.118 EUR are left.")
			a.WantRequests(t, 2)
		})
	}
}

// A balance that can't be read is null, which no condition takes for enough; the rest
// is told.
func TestCredits_Unread(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	a.Script("me", simulator.Step{Body: `{"success":true,"credits":{"balance":"beaucoup","creditSms":12}}`})
	w := acctest.Attached(t, a.Provider()+credits.Test()+`
output "seen" {
  value = "${jsonencode(data.smspartner_credits.test.balance)} ${data.smspartner_credits.test.credit_sms}"
}
`)
	acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"), `seen = "null 12"`,
		"Warning: Incomplete credits", credits.WithTest(), `"credits.balance" holds "beaucoup", which is not a number.`)
}
