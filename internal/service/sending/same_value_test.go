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
	"triggers": "{}", "gamme": `"premium"`, "is_stop_sms": "false", "is_unicode": "false", "sandbox": "false",
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
	for _, triggers := range []string{"", `{ a = "1" }`, `{ a = "2" }`, `{ b = "2" }`, "{}"} {
		steps = append(steps, resource.TestStep{Config: a.Provider() + w.resource(w.required().with(hcl{"triggers": triggers}))})
	}
	acctest.Run(t, steps...)
	wantSent(t, a, len(steps))
}

// A key that is rotated in the same run is not known while it is planned. How numbers
// are read is.
func TestLifecycle_RotatedKey(t *testing.T) {
	t.Parallel()
	for _, w := range ways {
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
