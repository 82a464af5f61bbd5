package status_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const messageStatusAddress = "data.smspartner_message_status.test"

// messageStatusConfig returns the data source with more arguments as HCL lines.
func messageStatusConfig(a *acctest.Account, id, number, more string) string {
	return a.Provider() + fmt.Sprintf(`
data "smspartner_message_status" "test" {
  message_id   = %q
  phone_number = %q
  %s
}
`, id, number, more)
}

func hasValue(attribute string, want knownvalue.Check) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(messageStatusAddress, tfjsonpath.New(attribute), want)
}

func amount(t *testing.T, text string) knownvalue.Check {
	t.Helper()
	want, _, err := big.ParseFloat(text, 10, 512, big.ToNearestEven)
	if err != nil {
		t.Fatal(err)
	}
	return knownvalue.NumberExact(want)
}

// The vendor's documented example, in both formats and in any spelling of the
// number, with one request a read.
func TestMessageStatus_DocumentedExample(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ number, format string }{
		"json":                 {"0600000000", `format = "json"`},
		"xml":                  {"0600000000", `format = "xml"`},
		"international":        {"+33600000000", ""},
		"prefix 00 and spaces": {"00 33 6 00 00 00 00", ""},
		"dots":                 {"06.00.00.00.00", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			account := acctest.NewAccount(t, simulator.Options{})
			acctest.Run(t, resource.TestStep{
				Config: messageStatusConfig(account, "1111", test.number, test.format),
				ConfigStateChecks: []statecheck.StateCheck{
					hasValue("message_id", knownvalue.StringExact("1111")),
					hasValue("phone_number", knownvalue.StringExact(test.number)),
					hasValue("code", knownvalue.Int64Exact(200)),
					hasValue("number", knownvalue.StringExact("0600000000")),
					hasValue("statut", knownvalue.StringExact("Delivered")),
					hasValue("delivered", knownvalue.Bool(true)),
					hasValue("final", knownvalue.Bool(true)),
					hasValue("stop_sms", knownvalue.Bool(false)),
					hasValue("date", knownvalue.StringExact("2015-02-07T22:39:46+01:00")),
					hasValue("cost", amount(t, "0.045")),
					hasValue("country_code", knownvalue.StringExact("FR")),
					hasValue("currency", knownvalue.StringExact("EUR")),
				},
			})
		})
	}
}
