package subaccounts_test

import (
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// Credit that is added to the configuration later moves nothing, and the plan says so. A
// replacement moves it.
func TestSubaccount_CreditAddedLater(t *testing.T) {
	t.Parallel()
	for _, k := range kinds {
		t.Run(k.product, func(t *testing.T) {
			t.Parallel()
			const warning = "Warning: No credit is moved"
			a := k.account(t, sms.SubaccountForms{})
			w := acctest.Attached(t, a.Provider()+k.simple("a@example.com"))
			acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
			write := func(config string) {
				writeFile(t, w.Dir, "main.tf", acctest.RequiredProviders+a.Provider()+config)
			}
			write(k.simple("b@example.com", "credit_to_attribute = 4"))
			if printed := acctest.Succeed(t, w, "plan", "-no-color"); strings.Contains(printed, warning) {
				t.Errorf("the plan of another sub-account warns: %s", printed)
			}
			write(k.simple("a@example.com", "credit_to_attribute = 4"))
			acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"), warning,
				"takes credit_to_attribute only when it creates a sub-account. The state takes the value over, without a call.",
				"To move credit to a@example.com, use "+k.creditTransfer+".", "0 added, 1 changed, 0 destroyed.")
			wantCalls(t, a, 1, 0, 0)
			if printed := acctest.Succeed(t, w, "plan", "-no-color"); strings.Contains(printed, warning) {
				t.Errorf("the plan without a change warns: %s", printed)
			}
		})
	}
}
