package status_test

import (
	"fmt"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const messageStatusAddress = "data.smspartner_message_status.test"

// messageStatus returns the data source with more arguments as HCL lines.
func messageStatus(id, number, more string) string {
	return fmt.Sprintf(`
data "smspartner_message_status" "test" {
  message_id   = %q
  phone_number = %q
  %s
}
`, id, number, more)
}

// documented is the data source of the vendor's documented example.
func documented(more string) string { return messageStatus("1111", "0600000000", more) }

func hasValue(attribute string, want knownvalue.Check) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(messageStatusAddress, tfjsonpath.New(attribute), want)
}

// hasDocumentedValues asserts the vendor's documented example, with the
// recipient's number as the vendor writes it.
func hasDocumentedValues(t *testing.T, number string) []statecheck.StateCheck {
	t.Helper()
	return []statecheck.StateCheck{
		hasValue("message_id", knownvalue.StringExact("1111")),
		hasValue("code", knownvalue.Int64Exact(200)),
		hasValue("number", knownvalue.StringExact(number)),
		hasValue("statut", knownvalue.StringExact("Delivered")),
		hasValue("delivered", knownvalue.Bool(true)),
		hasValue("final", knownvalue.Bool(true)),
		hasValue("stop_sms", knownvalue.Bool(false)),
		hasValue("date", knownvalue.StringExact("2015-02-07T22:39:46+01:00")),
		hasValue("cost", acctest.Amount(t, "0.045")),
		hasValue("country_code", knownvalue.StringExact("FR")),
		hasValue("currency", knownvalue.StringExact("EUR")),
	}
}

// The vendor's documented example, in both formats and in any spelling of the
// number, which stays as it is written.
func TestMessageStatus_DocumentedExample(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, test := range map[string]struct{ number, format string }{
		"json":                 {"0600000000", `format = "json"`},
		"xml":                  {"0600000000", `format = "xml"`},
		"international":        {"+33600000000", ""},
		"prefix 00 and spaces": {"00 33 6 00 00 00 00", ""},
		"dots":                 {"06.00.00.00.00", ""},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		tests[name] = acctest.Test{Steps: []acctest.Step{{
			Config: a.Provider() + messageStatus("1111", test.number, test.format),
			State: append(hasDocumentedValues(t, "0600000000"),
				hasValue("phone_number", knownvalue.StringExact(test.number))),
		}}}
	}
	tests.Run(t)
}

// A national number of France's plan may be one of a department overseas, whose
// calling code is another, and is the vendor's in whatever form that writes it.
func TestMessageStatus_Overseas(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, answered := range map[string]string{
		"international": "+262692123456", "national": "0692123456", "without a plus sign": "262692123456",
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		a.Script("message-status", simulator.Step{Repeat: true, Body: `{"success":true,"code":200,"number":"` + answered + `","messageId":1111,"statut":"Delivered"}`})
		tests[name] = acctest.Test{Steps: []acctest.Step{{
			Config: a.Provider() + messageStatus("1111", "0692 12 34 56", ""),
			State: []statecheck.StateCheck{
				hasValue("phone_number", knownvalue.StringExact("0692 12 34 56")),
				hasValue("number", knownvalue.StringExact(answered)),
				hasValue("delivered", knownvalue.Bool(true)),
			},
		}}, After: func(t *testing.T) {
			if asked := a.Requests()[0].Query.Get("phoneNumber"); asked != "+262692123456" {
				t.Errorf("asked for %s", asked)
			}
		}}
	}
	tests.Run(t)
}

// A number longer than those of its country can be that of a machine.
func TestMessageStatus_UnusualNumber(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := acctest.Attached(t, a.Provider()+messageStatus("1111", "+45 37 00 00 00 00 01", ""))
	acctest.WantText(t, acctest.Succeed(t, w, "validate", "-no-color"), "Warning: Unusual phone number", withTest, atPhoneNumber,
		`"+45 37 00 00 00 00 01" has more or fewer digits than any known number of its country.`, "Check that no digit is missing or written twice.")
}

// The forms in which the vendor answered in other years and on other calls.
func TestMessageStatus_Variants(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, test := range map[string]struct {
		variant simulator.Variant
		number  string
	}{
		"Unix date":            {simulator.Variant{StatusForms: simulator.StatusForms{UnixDates: true}}, "0600000000"},
		"international number": {simulator.Variant{StatusForms: simulator.StatusForms{InternationalNumbers: true}}, "+33600000000"},
		"numbers as strings":   {simulator.Variant{Forms: simulator.Forms{NumbersAsStrings: true}}, "0600000000"},
		"flags as strings":     {simulator.Variant{Forms: simulator.Forms{FlagsAsStrings: true}}, "0600000000"},
	} {
		a := acctest.NewAccount(t, simulator.Options{Variant: test.variant})
		tests[name] = acctest.Test{Steps: []acctest.Step{{
			Config: a.Provider() + documented(""),
			State:  hasDocumentedValues(t, test.number),
		}}}
	}
	tests.Run(t)
}

// What became of a message, in the vendor's words and in those of no vendor.
func TestMessageStatus_Statuses(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, test := range map[string]struct {
		statut           string
		delivered, final bool
	}{
		"not delivered": {"Not delivered", false, true},
		"waiting":       {"Waiting", false, false},
		"raw state":     {"DELIVRD", true, true},
		"unknown word":  {"En route vers Mars", false, false},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		a.AddMessage(simulator.Message{ID: "300", Recipients: []simulator.Recipient{
			{Number: "+32470123456", Statuses: []string{test.statut}, StopSMS: true, Cost: "1.5"},
		}})
		tests[name] = acctest.Test{Steps: []acctest.Step{{
			Config: a.Provider(`default_region = "BE"`) + messageStatus("300", "0470 12 34 56", ""),
			State: []statecheck.StateCheck{
				hasValue("statut", knownvalue.StringExact(test.statut)),
				hasValue("delivered", knownvalue.Bool(test.delivered)),
				hasValue("final", knownvalue.Bool(test.final)),
				hasValue("stop_sms", knownvalue.Bool(true)),
				hasValue("cost", acctest.Amount(t, "1.5")),
				hasValue("country_code", knownvalue.StringExact("BE")),
			},
		}}}
	}
	tests.Run(t)
}
