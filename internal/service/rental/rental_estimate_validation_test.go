package rental_test

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// TestRentalEstimate_Validation has what no request is made for.
func TestRentalEstimate_Validation(t *testing.T) {
	t.Parallel()
	cases := map[string][]string{}
	for name, test := range map[string]struct{ argument, value, at, what string }{
		"sexe":             {"sexe", `"w"`, "sexe", `"w" is not among the values "m", "h", "f".`},
		"young":            {"min_age", "17", "min_age", "17 is out of range: write a whole number from 18 to 98."},
		"old":              {"max_age", "99", "max_age", "99 is out of range"},
		"half":             {"max_age", "30.5", "max_age", "30.5 is not a whole number"},
		"crossed":          {"max_age", "24", "max_age", "24 is below min_age, which is 25: write the higher age in max_age."},
		"interest":         {"interest", "0", "interest", "0 is out of range"},
		"sub_interest":     {"sub_interest", "-1", "sub_interest", "-1 is out of range"},
		"category":         {"category", "0", "category", "0 is out of range"},
		"no_places":        {"zipcodes", "[]", "zipcodes", "It is empty: write 1 to 5000 zip codes."},
		"lost_zero":        {"zipcodes", "[2200]", `zipcodes["2200"]`, `"2200" is not a French zip code: write five digits in quotes, such as "02200"; without quotes, a number loses the zero that it begins with.`},
		"list_in_text":     {"zipcodes", `["02200,60200"]`, `zipcodes["02200,60200"]`, "is not a French zip code"},
		"department":       {"departments", "[2]", `departments["2"]`, `"2" is not the number of a French department`},
		"department_name":  {"departments", `["Oise"]`, `departments["Oise"]`, `write two or three characters in quotes, such as "02", "2A" or "974".`},
		"no_volumes":       {"volumes", "{}", "volumes", "It is empty: write a whole number from 1 to 2147483647 for each zip code or department."},
		"volume_of_none":   {"volumes", `{ "60200" = 0 }`, `volumes["60200"]`, "0 is out of range"},
		"volume_of_nobody": {"volumes", `{ "Creil" = 5 }`, `volumes["Creil"]`, "is neither a French zip code nor the number of a department"},
		"null_volume":      {"volumes", `{ "60200" = null }`, `volumes["60200"]`, "One element of volumes is null"},
	} {
		summary := "Invalid value for " + test.at
		if name == "null_volume" {
			summary = "Invalid value for volumes"
		}
		cases[name] = []string{criteria(map[string]string{test.argument: test.value}), summary, test.what}
	}
	cases["neither"] = []string{
		criteria(map[string]string{"interest": "", "sub_interest": ""}), "Missing interest", "SMS Partner needs interest or sub_interest: write the id of one, or of both.",
	}
	estimate.Refuses(t, cases)
}

// Corsica, overseas and unknown values pass.
func TestRentalEstimate_Passes(t *testing.T) {
	t.Parallel()
	a := account(t, sms.RentalForms{})
	acctest.Run(t, resource.TestStep{
		Config: a.Provider() + `
resource "terraform_data" "later" {
  input = { age = 30, id = 35, zip = "97400" }
}
` + estimate.Test(criteria(map[string]string{
			"min_age": "terraform_data.later.output.age", "interest": "null", "sub_interest": "terraform_data.later.output.id",
			"departments": `["2A", "974"]`, "zipcodes": "[terraform_data.later.output.zip]", "volumes": `{ (terraform_data.later.output.zip) = 1, "2A" = 2 }`,
		})),
		ConfigStateChecks: []statecheck.StateCheck{estimate.Has("quantity", knownvalue.Int64Exact(3))},
	})
	asked := a.Requests()[0]
	for _, want := range []string{`"department":"2A,974"`, `"zipcode":"97400"`, `"minAge":"30"`, `"subInterest":35`, `"volumes":{"2A":2,"97400":1}`} {
		if !strings.Contains(string(asked.Body), want) {
			t.Errorf("no %s in %.300s", want, asked.Body)
		}
	}
}
