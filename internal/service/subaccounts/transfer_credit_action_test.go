package subaccounts_test

import (
	"fmt"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

func (k kind) actionAddress() string { return "action." + k.transferCredit + ".test" }

// action moves an amount to the sub-account with a token, both as expressions.
func (k kind) action(token, amount, more string) string {
	return fmt.Sprintf("\naction %q \"test\" {\n  config {\n    subaccount_token = %s\n    amount = %s\n    %s\n  }\n}\n", k.transferCredit, token, amount, more)
}

func (k kind) invoke(t *testing.T, w *engine.Workspace) (printed string, ok bool) {
	t.Helper()
	result, err := w.Run(t.Context(), "apply", "-auto-approve", "-no-color", "-invoke="+k.actionAddress())
	if err != nil {
		t.Fatal(err)
	}
	return result.Output, result.OK()
}

// The action moves credit once each time it is invoked, and says what it left.
func TestTransferCredit(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	for _, k := range kinds {
		t.Run(k.product, func(t *testing.T) {
			t.Parallel()
			k.invokes(t)
		})
	}
}

func (k kind) invokes(t *testing.T) {
	t.Helper()
	a := k.withSubaccount(t, sms.SubaccountForms{})
	w := acctest.Attached(t, a.Provider()+k.action(`"T789"`, "10", ""))
	acctest.Succeed(t, w, "plan", "-no-color", "-invoke="+k.actionAddress())
	wantCalls(t, a, 0, 0, 0)
	printed, _ := k.invoke(t, w)
	acctest.WantText(t, printed, "Transferring 10 euros to the sub-account.",
		"Transferred 10 euros to the sub-account a@example.com, which has 110 EUR now. The main account has 42.119 EUR.", "Actions: 1 invoked.")
	writeFile(t, w.Dir, "main.tf", acctest.RequiredProviders+a.Provider()+k.action(`"T789"`, "0.5", `direction = "from_subaccount"`))
	printed, _ = k.invoke(t, w)
	acctest.WantText(t, printed, "Transferred 0.5 euros from the sub-account a@example.com, which has 109.5 EUR now.")
	wantCalls(t, a, 0, 0, 2)
}

// Unclear answers and refusals are told like those of the resource.
func TestTransferCredit_Unclear(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	for name, test := range map[string]struct {
		step simulator.Step
		ok   bool
		want []string
	}{
		"carried out": {simulator.Step{Process: true, Drop: simulator.DropDuring}, true, []string{
			"Transferred 10 euros to the sub-account a@example.com, which has 110 EUR now.", "Unconfirmed transfer of credit: The transfer got no clear answer, but it was carried out:",
		}},
		"refused": {acctest.Refusal(8, "Crédit insuffisant"), false, []string{"Unable to transfer credit: Nothing was transferred. SMS Partner refused the transfer.", "code 8"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := ofSMS.withSubaccount(t, sms.SubaccountForms{})
			a.Script("subaccount/credit/add", test.step)
			printed, ok := ofSMS.invoke(t, acctest.Attached(t, a.Provider("max_retries = 3")+ofSMS.action(`"T789"`, "10", "")))
			if ok != test.ok {
				t.Errorf("it succeeded: %t", ok)
			}
			acctest.WantText(t, printed, test.want...)
			wantCalls(t, a, 0, 0, 1)
		})
	}
}

// What can be known is refused before anything is asked, also where it is known late.
func TestTransferCredit_Refused(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	const variables = "\nvariable \"amount\" {\n  default = 0\n}\n"
	for name, test := range map[string]struct{ action, want string }{
		"own token":   {ofSMS.action(`"0123456789abcdef0123456789abcdef01234567"`, "1", ""), "The token is the API key of the provider itself"},
		"zero":        {ofSMS.action(`"T789"`, "var.amount", ""), "0 is no amount to move: write one of more than 0."},
		"decimals":    {ofSMS.action(`"T789"`, "0.0001", ""), "0.0001 has more than 3 decimals"},
		"empty token": {ofSMS.action(`""`, "1", ""), "The token is empty"},
		"direction":   {ofSMS.action(`"T789"`, "1", `direction = "x"`), `"x" is not among the values`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := ofSMS.withSubaccount(t, sms.SubaccountForms{})
			w := acctest.Attached(t, a.Provider()+test.action+variables)
			acctest.Refuse(t, w, []string{"plan", "-no-color", "-invoke=" + ofSMS.actionAddress()}, test.want)
			a.WantRequests(t, 0)
		})
	}
}
