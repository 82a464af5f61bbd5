package rental_test

import (
	"math/big"
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const estimate acctest.DataSource = "smspartner_rental_estimate"

// criteria are the documented ones, with changed lines in their place: "" leaves one out.
func criteria(changes map[string]string) string {
	var lines []string
	for _, line := range [][2]string{
		{"sexe", `"m"`},
		{"min_age", "25"},
		{"max_age", "35"},
		{"interest", "14"},
		{"sub_interest", "35"},
		{"category", ""},
		{"departments", ""},
		{"zipcodes", `["60200"]`},
		{"volumes", ""},
	} {
		value, changed := changes[line[0]]
		if !changed {
			value = line[1]
		}
		if value != "" {
			lines = append(lines, line[0]+" = "+value)
		}
	}
	return strings.Join(lines, "\n  ")
}

func account(t *testing.T, forms sms.RentalForms) *acctest.Account {
	t.Helper()
	return acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{RentalForms: forms}})
}

func amount(text string) knownvalue.Check {
	exact, _, _ := big.ParseFloat(text, 10, 512, big.ToNearestEven)
	return knownvalue.NumberExact(exact)
}

// place is a row of localities.
func place(kind, name string, volume int64) knownvalue.Check {
	return knownvalue.ObjectExact(map[string]knownvalue.Check{
		"type": knownvalue.StringExact(kind), "locality": knownvalue.StringExact(name), "volume": knownvalue.Int64Exact(volume),
	})
}

func TestRentalEstimate(t *testing.T) {
	t.Parallel()
	a := account(t, sms.RentalForms{})
	a.SetRentalVolume("02", 1000)
	acctest.Run(t, resource.TestStep{
		Config: a.Provider() +
			estimate.Named("price", criteria(map[string]string{"volumes": `{ "60200" = 20 }`})) +
			estimate.Named("count", criteria(map[string]string{"sexe": `"f"`, "category": "102", "departments": `["60", "02"]`, "sub_interest": ""})),
		ConfigStateChecks: []statecheck.StateCheck{
			estimate.NamedHas("price", "localities", knownvalue.ListExact([]knownvalue.Check{place("CP", "60200", 20)})),
			estimate.NamedHas("price", "volume", knownvalue.Int64Exact(20)),
			estimate.NamedHas("price", "quantity", knownvalue.Int64Exact(20)),
			estimate.NamedHas("price", "total", amount("1.8")),
			estimate.NamedHas("price", "cost_unity", amount("0.09")),
			estimate.NamedHas("count", "localities", knownvalue.ListExact([]knownvalue.Check{place("CP", "60200", 266), place("DEP", "02", 1000), place("DEP", "60", 2660)})),
			estimate.NamedHas("count", "volume", knownvalue.Int64Exact(3926)),
			estimate.NamedHas("count", "total", amount("353.34")),
		},
	})
	if n := len(a.Rentals()); n != 0 {
		t.Errorf("%d were rented", n)
	}
}

// What the answer leaves out, or can't be read, is null.
func TestRentalEstimate_Answers(t *testing.T) {
	t.Parallel()
	const output = `
output "found" {
  value = jsonencode([for name in ["localities", "volume", "quantity", "total", "cost_unity"] : data.smspartner_rental_estimate.test[name]])
}
`
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		forms   sms.RentalForms
		script  []simulator.Step
		volumes string
		want    []string
	}{
		"count without a cost": {
			sms.RentalForms{RentalCalculNoCost: true, RentalOpCapital: true},
			nil, "",
			[]string{`found = "[[{\"locality\":\"60200\",\"type\":\"CP\",\"volume\":266}],266,null,null,null]"`},
		},
		"other keys, numbers as texts": {
			sms.RentalForms{RentalLocalityKeys: true},
			nil, `{ "60200" = 20 }`,
			[]string{`found = "[[{\"locality\":\"60200\",\"type\":\"CP\",\"volume\":20}],20,20,1.8,0.09]"`},
		},
		"unreadable": {
			sms.RentalForms{},
			[]simulator.Step{{Body: `{"success": true, "datas": [{"Type": "CP", "Localite": "60200", "Volume": "viele"}], "cost": {"quantity": 20, "total": "-", "cost_unity": 0.09}}`}},
			`{ "60200" = 20 }`,
			[]string{
				"Warning: Incomplete estimate of contact rental", `"cost.total" holds "-"`, `"datas[0].Volume" holds "viele"`,
				`found = "[[{\"locality\":\"60200\",\"type\":\"CP\",\"volume\":null}],null,20,null,0.09]"`,
			},
		},
	} {
		a := account(t, test.forms)
		a.Script("location/optin", test.script...)
		cases[name] = acctest.Case{
			Account: a, Requests: 1, Want: test.want,
			Config: a.Provider() + estimate.Test(criteria(map[string]string{"volumes": test.volumes})) + output,
		}
	}
	a := account(t, sms.RentalForms{})
	a.Script("location/optin", simulator.Step{Status: http.StatusBadGateway})
	cases["read again after a failure"] = acctest.Case{
		Account: a, Requests: 2, Config: a.Provider() + estimate.Test(criteria(nil)) + output, Want: []string{`266,23.94,0.09]"`},
	}
	cases.Succeed(t, "apply")
}

// Each code blames the argument that it is about.
func TestRentalEstimate_Codes(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for code, test := range map[string]struct{ line, what string }{
		"3":  {"", "SMS Partner received no criteria."},
		"4":  {"", "SMS Partner received no operation."},
		"5":  {"", "does not take the address to notify."},
		"6":  {"", "does not allow this operation."},
		"7":  {"sexe", "SMS Partner received no sex."},
		"8":  {"sexe", "does not know this value."},
		"9":  {"min_age", "SMS Partner received no minimum age."},
		"11": {"", "The credit of the account does not pay for this rental."},
		"12": {"min_age", "The minimum age is too low for SMS Partner."},
		"13": {"max_age", "SMS Partner received no maximum age."},
		"14": {"max_age", "The maximum age is too high for SMS Partner."},
		"15": {"interest", "does not take this id."},
		"16": {"interest", "does not take this id."},
		"17": {"sub_interest", "does not take this id."},
		"18": {"sub_interest", "does not take this id."},
		"19": {"interest", "SMS Partner received no interest."},
		"22": {"category", "does not take this id."},
		"23": {"category", "does not take this id."},
		"24": {"zipcodes", "misses a place."},
		"25": {"zipcodes", "misses a place."},
		"26": {"volumes", "misses the volume of a place."},
		"27": {"volumes", "More contacts are wanted than there are."},
		"28": {"volumes", "More contacts are wanted than there are."},
		"31": {"", "answers about the file of a rental"},
		"32": {"", "answers about the file of a rental"},
		"33": {"", "answers about the file of a rental"},
		"34": {"", "answers about the file of a rental"},
		"35": {"", "answers about the file of a rental"},
		"36": {"", "answers about the file of a rental"},
		"61": {"", "finds nobody for these criteria"},
		"96": {"", "The account accepts calls from listed IP addresses only"},
		"99": {"", "SMS Partner refused the request."},
	} {
		a := account(t, sms.RentalForms{})
		a.Script("location/optin", simulator.Step{Body: `{"success": false, "code": ` + code + `, "message": "Non"}`})
		at := ` data "smspartner_rental_estimate" "test" {`
		if test.line != "" {
			at = ":   " + test.line + " ="
		}
		want := []string{"Error: Unable to estimate contact rental", estimate.WithTest(), at, test.what, "code " + code + `, "Non"`}
		cases["code "+code] = acctest.Case{
			Account: a, Requests: 1, Want: want,
			Config: a.Provider() + estimate.Test(criteria(map[string]string{"category": "102", "volumes": `{ "60200" = 20 }`})),
		}
	}
	cases.Fail(t, "plan")
}

// What is no answer, and what the vendor refuses by itself.
func TestRentalEstimate_Errors(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		forms   sms.RentalForms
		script  []simulator.Step
		changes map[string]string
		want    []string
	}{
		"of a rental":    {sms.RentalForms{}, []simulator.Step{{Body: `{"success": true, "op": "rent", "datas": []}`}}, nil, []string{`gave no usable answer: it answers "rent", not "calcul".`}},
		"nothing":        {sms.RentalForms{}, []simulator.Step{{Body: `{"success": true}`}}, nil, []string{`gave no usable answer: it has neither "datas" nor "cost".`}},
		"no price":       {sms.RentalForms{}, []simulator.Step{{Body: `{"success": true, "datas": []}`}}, map[string]string{"volumes": `{ "60200" = 20 }`}, []string{`has no "cost"`}},
		"502":            {sms.RentalForms{}, []simulator.Step{{Status: http.StatusBadGateway}}, nil, []string{"answered HTTP 502"}},
		"dropped":        {sms.RentalForms{}, []simulator.Step{{Drop: simulator.DropBefore}}, nil, []string{"took the request, but"}},
		"18":             {sms.RentalForms{RentalMinAge18: true}, nil, map[string]string{"min_age": "18"}, []string{"The minimum age is too low", "code 12"}},
		"no place":       {sms.RentalForms{RentalNeedsLocality: true}, nil, map[string]string{"zipcodes": ""}, []string{"misses a place", "code 25"}},
		"more than is":   {sms.RentalForms{}, nil, map[string]string{"volumes": `{ "60200" = 267 }`}, []string{"  volumes = ", "More contacts are wanted", "code 27"}},
		"more than all":  {sms.RentalForms{}, nil, map[string]string{"volumes": `{ "60200" = 9999, "02" = 1 }`}, []string{"More contacts are wanted", "code 28"}},
		"another's page": {sms.RentalForms{}, []simulator.Step{{Body: "<html>"}}, nil, []string{"gave no usable answer"}},
	} {
		a := account(t, test.forms)
		a.Script("location/optin", test.script...)
		cases[name] = acctest.Case{
			Account: a, Requests: 1, Want: append([]string{"Error: Unable to estimate contact rental", estimate.WithTest()}, test.want...),
			Config: a.Provider("max_retries = 0") + estimate.Test(criteria(test.changes)),
		}
	}
	cases.Fail(t, "plan")
}
