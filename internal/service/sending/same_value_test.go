package sending_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// sameValues are other ways to write an argument that is left out, and a text with
// two lines.
var sameValues = hcl{
	"triggers": `{ a = "" }`, "gamme": `"premium"`, "is_stop_sms": "false", "is_unicode": "false", "sandbox": "false",
}

// What was left out and then is written as the vendor has it by default, and a text of
// which an editor changed the line ends, is no new message: in either direction.
func TestLifecycle_SameValues(t *testing.T) {
	t.Parallel()
	for _, w := range ways {
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			plain, written := w.required(), w.required()
			for name, value := range sameValues {
				if _, takes := w.full[name]; takes {
					written[name] = value
				}
			}
			for _, name := range []string{"message", "messages"} {
				if text, ok := plain[name]; ok {
					plain[name] = strings.Replace(text, "Bonjour", "Bon\\njour", 1)
					plain[name] = strings.Replace(plain[name], "Deux", "De\\nux", 1)
					written[name] = strings.ReplaceAll(plain[name], "\\n", "\\r\\n")
				}
			}
			a := acctest.NewAccount(t, simulator.Options{})
			acctest.Run(
				t,
				resource.TestStep{Config: a.Provider() + w.resource(plain)},
				resource.TestStep{Config: a.Provider() + w.resource(written), ConfigPlanChecks: w.plans(plancheck.ResourceActionUpdate)},
				resource.TestStep{Config: a.Provider() + w.resource(plain), ConfigPlanChecks: w.plans(plancheck.ResourceActionUpdate)},
			)
			wantSent(t, a, 1)
		})
	}
}

// Another trigger is a new message, also the first one and the last one.
func TestLifecycle_Triggers(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := sends("sms")
	var steps []resource.TestStep
	for _, triggers := range []string{"", `{ a = "1" }`, `{ b = "1" }`, `{ b = "" }`} {
		steps = append(steps, resource.TestStep{Config: a.Provider() + w.resource(w.required().with(hcl{"triggers": triggers}))})
	}
	acctest.Run(t, steps...)
	wantSent(t, a, len(steps))
}

// A key that is rotated in the same run is not known while it is planned. How numbers
// are read is.
func TestLifecycle_RotatedKey(t *testing.T) {
	t.Parallel()
	for _, w := range []way{sends("bulk_sms"), sends("long_number_sms")} {
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			rotated := fmt.Sprintf("provider \"smspartner\" {\n  api_key  = terraform_data.later.output\n  base_url = %q\n}\n", a.BaseURL)
			respelled := w.required()
			for name, value := range respelled {
				value = strings.ReplaceAll(value, "06 00 00 00 01", "+33 6 00 00 00 01")
				value = strings.ReplaceAll(value, "0600000001", "+33600000001")
				respelled[name] = strings.ReplaceAll(value, "07 00 00 00 00", "+33700000000")
			}
			acctest.Run(
				t,
				resource.TestStep{Config: a.Provider() + w.resource(w.required())},
				resource.TestStep{
					Config:           acctest.Later(a.Key) + rotated + w.resource(respelled),
					ConfigPlanChecks: w.plans(plancheck.ResourceActionUpdate),
				},
			)
			wantSent(t, a, 1)
		})
	}
}

// To whom a message went does not change with the region: a number that is pinned in
// international form is the same phone, and the one that was meant is another.
func TestLifecycle_ChangedRegion(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		before, region, after string
		action                plancheck.ResourceActionType
		sent                  int
	}{
		"pinned":                 {"06 12 34 56 78", "DE", "+33612345678", plancheck.ResourceActionUpdate, 1},
		"as it was":              {"06 12 34 56 78", "DE", "06 12 34 56 78", plancheck.ResourceActionNoop, 1},
		"the one that was meant": {"06 12 34 56 78", "MA", "+212612345678", plancheck.ResourceActionReplace, 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			w := sends("sms")
			to := func(number string) string {
				return w.resource(hcl{"phone_numbers": fmt.Sprintf("[%q]", number), "message": `"Bonjour"`})
			}
			region := fmt.Sprintf("default_region = %q", test.region)
			acctest.Run(
				t,
				resource.TestStep{Config: a.Provider() + to(test.before)},
				resource.TestStep{Config: a.Provider(region) + to(test.after), ConfigPlanChecks: w.plans(test.action)},
				resource.TestStep{Config: a.Provider() + to(test.after), ConfigPlanChecks: w.plans(plancheck.ResourceActionNoop)},
			)
			wantSent(t, a, test.sent)
		})
	}
}
