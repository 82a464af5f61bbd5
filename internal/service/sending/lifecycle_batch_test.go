package sending_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// partlyRefused is a batch whose second number is that of a landline.
const partlyRefused = `[{ phone_number = "0600000001", message = "Un" }, { phone_number = "0100000002", message = "Deux" }]`

// A number that is refused inside an accepted batch stands in the results, and
// the batch stays what it is: no later apply sends it again.
func TestBatch_PartlyRefused(t *testing.T) {
	t.Parallel()
	w := sends("bulk_sms")
	tests := acctest.Tests{}
	for name, test := range map[string]struct {
		variant simulator.Variant
		code    knownvalue.Check
	}{
		"as documented":    {simulator.Variant{}, knownvalue.StringExact("9")},
		"a code as string": {simulator.Variant{ItemForms: simulator.ItemForms{ItemCodeAsString: true}}, knownvalue.StringExact("9")},
		"without a code":   {simulator.Variant{ItemForms: simulator.ItemForms{NoItemCode: true}}, knownvalue.Null()},
	} {
		a := acctest.NewAccount(t, simulator.Options{Variant: test.variant})
		config := a.Provider() + w.resource(hcl{"messages": partlyRefused})
		tests[name] = acctest.Test{Steps: []acctest.Step{
			{Config: config, State: w.holds(map[string]knownvalue.Check{
				"message_id": knownvalue.StringExact("1112"),
				"outcome":    knownvalue.StringExact("accepted"),
				"recipients": knownvalue.Int64Exact(2),
				"segments":   knownvalue.Int64Exact(2),
				"nb_sms":     knownvalue.Int64Exact(1),
				"cost":       acctest.Amount(t, "0.038"),
				"results": knownvalue.ListExact([]knownvalue.Check{
					knownvalue.ObjectExact(map[string]knownvalue.Check{
						"phone_number": knownvalue.StringExact("+33600000001"), "success": knownvalue.Bool(true),
						"code": knownvalue.StringExact("200"), "nb_sms": knownvalue.Int64Exact(1), "cost": acctest.Amount(t, "0.038"),
					}),
					knownvalue.ObjectExact(map[string]knownvalue.Check{
						"phone_number": knownvalue.StringExact("+33100000002"), "success": knownvalue.Bool(false),
						"code": test.code, "nb_sms": knownvalue.Null(), "cost": knownvalue.Null(),
					}),
				}),
			})},
			{Config: config, Plan: w.plans(plancheck.ResourceActionNoop)},
		}, After: func(t *testing.T) { wantSent(t, a, 1) }}
	}
	tests.Run(t)
}

func TestBatch_PartlyRefusedWarns(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := workspace(t, a, sends("bulk_sms").resource(hcl{"messages": partlyRefused}))
	acctest.WantText(t, apply(t, w), "Warning: Unable to send to every number of the batch", "with smspartner_bulk_sms.test", "messages = ",
		"SMS Partner accepted the batch of SMS (message 1112), but refused 1 of its 2 numbers.", "- 1, +33100000002: code 9,")
}
