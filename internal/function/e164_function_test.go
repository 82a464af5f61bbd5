package function_test

import (
	"fmt"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
)

// e164 is a call of the function, with its arguments as HCL.
func e164(number, region string) string {
	return fmt.Sprintf("provider::smspartner::e164(%s, %s)", number, region)
}

func TestE164_Known(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Functions)
	config, checks := "", []statecheck.StateCheck{}
	for name, test := range map[string]struct{ number, region, want string }{
		"national":      {`"06 00 00 00 01"`, `"FR"`, "+33600000001"},
		"dots":          {`"06.00.00.00.01"`, `"fr"`, "+33600000001"},
		"international": {`"+33 (0)6 00 00 00 01"`, `"BE"`, "+33600000001"},
		"prefix":        {`"0033600000001"`, `"US"`, "+33600000001"},
		"elsewhere":     {`"0470 12 34 56"`, `"BE"`, "+32470123456"},
		"overseas":      {`"0692 12 34 56"`, `"FR"`, "+262692123456"},
		"dialled":       {`"0011 65 9123 4567"`, `"AU"`, "+6591234567"},
		"machine":       {`"0700 12 34 56 78 90"`, `"FR"`, "+337001234567890"},
		"longer":        {`"+45 37 00 00 00 00 01"`, `"FR"`, "+45370000000001"},
		"address":       {`"tel:+33-6-00-00-00-01"`, `"FR"`, "+33600000001"},
	} {
		config += output(name, e164(test.number, test.region))
		checks = append(checks, statecheck.ExpectKnownOutputValue(name, knownvalue.StringExact(test.want)))
	}
	config += output("same", e164(`"06 00 00 00 01"`, `"FR"`)+" == "+e164(`"+33600000001"`, `"US"`))
	checks = append(checks, statecheck.ExpectKnownOutputValue("same", knownvalue.Bool(true)))
	acctest.Run(t, resource.TestStep{Config: config, ConfigStateChecks: checks})
}

func TestE164_Null(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Functions)
	cases := acctest.Cases{}
	for name, call := range map[string]string{"number": e164("null", `"FR"`), "region": e164(`"0600000001"`, "null")} {
		cases[name] = acctest.Case{
			Config: output("test", call),
			Want:   []string{"Error: Invalid function argument", fmt.Sprintf("Invalid value for %q parameter: argument must not be null.", name)},
		}
	}
	cases.Fail(t, "plan")
}

func TestE164_Unknown(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Functions)
	acctest.Run(t, resource.TestStep{
		Config: acctest.Later("0600000001") +
			output("number", e164("terraform_data.later.output", `"FR"`)) +
			output("region", e164(`"0470123456"`, `terraform_data.later.output == "" ? "FR" : "BE"`)),
		ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
			plancheck.ExpectUnknownOutputValue("number"),
			plancheck.ExpectUnknownOutputValue("region"),
		}},
		ConfigStateChecks: []statecheck.StateCheck{
			statecheck.ExpectKnownOutputValue("number", knownvalue.StringExact("+33600000001")),
			statecheck.ExpectKnownOutputValue("region", knownvalue.StringExact("+32470123456")),
		},
	})
}

// Each argument is refused by itself, in words that tell why.
func TestE164_Refused(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Functions)
	cases := acctest.Cases{}
	for name, test := range map[string]struct{ number, region, parameter, want string }{
		"letters":   {`"06 OO"`, `"FR"`, "number", `"06 OO" is not a phone number: 'O' is neither a digit nor a separator.`},
		"too short": {`"0600"`, `"FR"`, "number", `"0600" is not a phone number: it is too short for the region FR.`},
		"too long":  {`"+3360000000000001"`, `"FR"`, "number", `"+3360000000000001" is not a phone number: it is too long for its country.`},
		"empty":     {`""`, `"FR"`, "number", `"" is not a phone number: it has no digits.`},
		"region":    {`"0600000001"`, `"France"`, "region", `"France" is not a known country: write an ISO 3166 country code of two letters, such as "FR".`},
		"no region": {`"+33600000001"`, `""`, "region", `"" is not a known country: write an ISO 3166 country code of two letters, such as "FR".`},
	} {
		cases[name] = acctest.Case{
			Config: output("test", e164(test.number, test.region)),
			Want:   []string{"Error: Invalid function argument", fmt.Sprintf("Invalid value for %q parameter: %s", test.parameter, test.want)},
		}
	}
	cases.Fail(t, "plan")
}
