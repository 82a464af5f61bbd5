package sending_test

import (
	"fmt"
	"strings"
	"testing"

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
	tests := acctest.Tests{}
	for _, w := range ways {
		plain, written := w.required(), w.required()
		for name, value := range sameValues {
			if _, takes := w.full[name]; takes {
				written[name] = value
			}
		}
		for _, name := range []string{"message", "messages", "text"} {
			if text, ok := plain[name]; ok {
				plain[name] = strings.Replace(text, "Bonjour", "Bon\\njour", 1)
				plain[name] = strings.Replace(plain[name], "Deux", "De\\nux", 1)
				written[name] = strings.ReplaceAll(plain[name], "\\n", "\\r\\n")
			}
		}
		a := acctest.NewAccount(t, simulator.Options{})
		tests[w.name] = acctest.Test{Steps: []acctest.Step{
			{Config: a.Provider() + w.resource(plain)},
			{Config: a.Provider() + w.resource(written), Plan: w.plans(plancheck.ResourceActionUpdate)},
			{Config: a.Provider() + w.resource(plain), Plan: w.plans(plancheck.ResourceActionUpdate)},
		}, After: func(t *testing.T) { wantSent(t, a, 1) }}
	}
	tests.Run(t)
}

// Another trigger is a new message, also the first one and the last one.
func TestLifecycle_Triggers(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := sends("sms")
	var steps []acctest.Step
	for _, triggers := range []string{"", `{ a = "1" }`, `{ b = "1" }`, `{ b = "" }`} {
		steps = append(steps, acctest.Step{Config: a.Provider() + w.resource(w.required().with(hcl{"triggers": triggers}))})
	}
	acctest.Tests{"triggers": {Steps: steps}}.Run(t)
	wantSent(t, a, len(steps))
}

// A key that is rotated in the same run is not known while it is planned. How numbers
// are read is.
func TestLifecycle_RotatedKey(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for _, w := range []way{sends("bulk_sms"), sends("long_number_sms")} {
		a := acctest.NewAccount(t, simulator.Options{})
		rotated := fmt.Sprintf("provider \"smspartner\" {\n  api_key  = terraform_data.later.output\n  base_url = %q\n}\n", a.BaseURL)
		respelled := w.required()
		for name, value := range respelled {
			value = strings.ReplaceAll(value, "06 00 00 00 01", "+33 6 00 00 00 01")
			value = strings.ReplaceAll(value, "0600000001", "+33600000001")
			respelled[name] = strings.ReplaceAll(value, "07 00 00 00 00", "+33700000000")
		}
		tests[w.name] = acctest.Test{Steps: []acctest.Step{
			{Config: a.Provider() + w.resource(w.required())},
			{Config: acctest.Later(a.Key) + rotated + w.resource(respelled), Plan: w.plans(plancheck.ResourceActionUpdate)},
		}, After: func(t *testing.T) { wantSent(t, a, 1) }}
	}
	tests.Run(t)
}

// To whom a message went does not change with the region: a number that is pinned in
// international form is the same phone, and the one that was meant is another.
func TestLifecycle_ChangedRegion(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, test := range map[string]struct {
		before, region, after string
		action                plancheck.ResourceActionType
		sent                  int
	}{
		"pinned":                 {"06 12 34 56 78", "DE", "+33612345678", plancheck.ResourceActionUpdate, 1},
		"as it was":              {"06 12 34 56 78", "DE", "06 12 34 56 78", plancheck.ResourceActionNoop, 1},
		"the one that was meant": {"06 12 34 56 78", "MA", "+212612345678", plancheck.ResourceActionReplace, 2},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		w := sends("sms")
		to := func(number string) string {
			return w.resource(hcl{"phone_numbers": fmt.Sprintf("[%q]", number), "message": `"Bonjour"`})
		}
		region := fmt.Sprintf("default_region = %q", test.region)
		tests[name] = acctest.Test{Steps: []acctest.Step{
			{Config: a.Provider() + to(test.before)},
			{Config: a.Provider(region) + to(test.after), Plan: w.plans(test.action)},
			{Config: a.Provider() + to(test.after), Plan: w.plans(plancheck.ResourceActionNoop)},
		}, After: func(t *testing.T) { wantSent(t, a, test.sent) }}
	}
	tests.Run(t)
}
