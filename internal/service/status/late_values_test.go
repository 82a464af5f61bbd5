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
		"a wrong id": {`"one"`, `message_id = terraform_data.later.output`, "Invalid value for message_id", `"one" is not a message id`},
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
