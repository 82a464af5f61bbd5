package status_test

import (
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// Engines validate a data source again before they read it, so that what was not
// known before is held to the same rules. The provider relies on it.
func TestLateValues(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for name, test := range map[string]struct{ value, arguments, summary, detail string }{
		"an outcome that is none": {`"Delivered"`, `message_id = "1111"
  wait       = { until = terraform_data.later.output }`, "Invalid value for wait.until", `"Delivered" is not among the values`},
		"a pause that is none": {`"0s"`, `message_id = "1111"
  wait       = { interval = terraform_data.later.output }`, "Invalid value for wait.interval", `"0s" is too short`},
		"no id, of an unconfirmed send": {`null`, `message_id = terraform_data.later.output`, "Missing message_id", "smspartner_tag_status reads its status"},
		"a wrong id":                    {`"one"`, `message_id = terraform_data.later.output`, "Invalid value for message_id", `"one" is not a message id`},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		cases[name] = acctest.Case{
			Account: a,
			Config:  a.Provider() + "resource \"terraform_data\" \"later\" {\n  input = " + test.value + "\n}\n\n" + bulkStatus.Test(test.arguments),
			Want:    []string{test.summary, test.detail},
		}
	}
	cases.Fail(t, "apply")
}

// The id of an unconfirmed send is null. Who reads that it is missing learns what to do.
func TestMessageStatuses_NoID(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	acctest.Fail(t, a.Provider()+"variable \"id\" {\n  type    = string\n  default = null\n}\n\n"+
		messageStatuses.Test(`messages = [{ message_id = var.id, phone_number = "0600000001" }]`),
		"Error: Missing messages[0].message_id", "It is required: write a value.", "smspartner_tag_status reads its status")
	a.WantRequests(t, 0)
}
