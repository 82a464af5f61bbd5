package function_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
)

// output is an output with this value.
func output(name, value string) string {
	return fmt.Sprintf("output %q {\n  value = %s\n}\n", name, value)
}

// segments is a call of the function, with its arguments as HCL.
func segments(message, unicode string) string {
	return fmt.Sprintf("provider::smspartner::sms_segments(%s, %s)", message, unicode)
}

func segmented(encoding, text string, characters, count int64) knownvalue.Check {
	return knownvalue.ObjectExact(map[string]knownvalue.Check{
		"encoding":   knownvalue.StringExact(encoding),
		"text":       knownvalue.StringExact(text),
		"characters": knownvalue.Int64Exact(characters),
		"segments":   knownvalue.Int64Exact(count),
	})
}

func TestSMSSegments_Known(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Functions)
	config, checks := "", []statecheck.StateCheck{}
	for name, test := range map[string]struct {
		message, unicode string
		want             knownvalue.Check
	}{
		"replaced": {`"Ça [prêt] à 5 € ?:br:Oui"`, "false", segmented("GSM 03.38", "Ça (pret) à 5 € ?:br:Oui", 23, 1)},
		"null":     {`"Ça [prêt]"`, "null", segmented("GSM 03.38", "Ça (pret)", 9, 1)},
		"unicode":  {`"Ça [prêt] 😀"`, "true", segmented("UCS-2", "Ça [prêt] 😀", 12, 1)},
		"empty":    {`""`, "false", segmented("GSM 03.38", "", 0, 0)},
		"long":     {fmt.Sprintf("%q", strings.Repeat("a", 161)), "false", segmented("GSM 03.38", strings.Repeat("a", 161), 161, 2)},
		"most":     {fmt.Sprintf("%q", strings.Repeat("a", 1530)), "false", segmented("GSM 03.38", strings.Repeat("a", 1530), 1530, 10)},
	} {
		config += output(name, segments(test.message, test.unicode))
		checks = append(checks, statecheck.ExpectKnownOutputValue(name, test.want))
	}
	acctest.Run(t, resource.TestStep{Config: config, ConfigStateChecks: checks})
}

func TestSMSSegments_Null(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Functions)
	acctest.Fail(t, output("test", segments("null", "false")),
		"Error: Invalid function argument", `Invalid value for "message" parameter: argument must not be null.`)
}

func TestSMSSegments_Unknown(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Functions)
	acctest.Run(t, resource.TestStep{
		Config: acctest.Later("Oui") +
			output("message", segments("terraform_data.later.output", "false")) +
			output("unicode", segments(`"Oui"`, `terraform_data.later.output == "Oui"`)),
		ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
			plancheck.ExpectUnknownOutputValue("message"),
			plancheck.ExpectUnknownOutputValue("unicode"),
		}},
		ConfigStateChecks: []statecheck.StateCheck{
			statecheck.ExpectKnownOutputValue("message", segmented("GSM 03.38", "Oui", 3, 1)),
			statecheck.ExpectKnownOutputValue("unicode", segmented("UCS-2", "Oui", 3, 1)),
		},
	})
}

// A text that can't be sent is refused at its argument, in words that tell why.
func TestSMSSegments_Refused(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Functions)
	cases := acctest.Cases{}
	for name, test := range map[string]struct{ message, unicode, want string }{
		"character": {`"Livré 😀 – oui"`, "false", "'😀' (character 7) and '–' (character 9: write \"-\") can't be sent without is_unicode: they are not in the alphabet of GSM 03.38, and the vendor names no replacement for them."},
		"length":    {`"` + strings.Repeat("a", 1531) + `"`, "false", "the message takes 11 segments, and the vendor sends at most 10: shorten its 1531 characters to 1530 or fewer."},
		"unicode":   {`"` + strings.Repeat("a", 671) + `"`, "true", "the message takes 11 segments, and the vendor sends at most 10: shorten its 671 characters to 670 or fewer."},
	} {
		cases[name] = acctest.Case{
			Config: output("test", segments(test.message, test.unicode)),
			Want:   []string{"Error: Invalid function argument", `Invalid value for "message" parameter: ` + test.want},
		}
	}
	cases.Fail(t, "plan")
}
