package verification_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const lookup acctest.DataSource = "smspartner_number_lookup"

// numbers is the argument phone_numbers.
func numbers(list ...string) string {
	quoted := make([]string, len(list))
	for i, number := range list {
		quoted[i] = fmt.Sprintf("%q", number)
	}
	return "phone_numbers = [" + strings.Join(quoted, ", ") + "]"
}

// valid is a result for the number of the vendor's documented example, and invalid
// for the other one.
func valid(request string) knownvalue.Check {
	return result(request, map[string]knownvalue.Check{
		"valid":         knownvalue.Bool(true),
		"country":       knownvalue.StringExact("France"),
		"prefix_code":   knownvalue.Int64Exact(33),
		"phone_number":  knownvalue.StringExact("+33600000001"),
		"type":          knownvalue.StringExact("Mobile"),
		"e164":          knownvalue.StringExact("+33600000001"),
		"international": knownvalue.StringExact("+33 6 00 00 00 01"),
		"national":      knownvalue.StringExact("06 00 00 00 01"),
		"rfc3966":       knownvalue.StringExact("tel:+33-6-00-00-00-01"),
	})
}

func invalid(request string) knownvalue.Check {
	return result(request, map[string]knownvalue.Check{
		"valid":   knownvalue.Bool(false),
		"message": knownvalue.StringExact("Le numéro de téléphone est vide ou n'est pas valide."),
	})
}

// result is an element of results with these values, and no others.
func result(request string, values map[string]knownvalue.Check) knownvalue.Check {
	all := map[string]knownvalue.Check{"request": knownvalue.StringExact(request)}
	for _, name := range []string{"message", "country", "prefix_code", "phone_number", "type", "network", "e164", "international", "national", "rfc3966"} {
		all[name] = knownvalue.Null()
	}
	maps.Copy(all, values)
	return knownvalue.ObjectExact(all)
}

func TestNumberLookup_DocumentedExample(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, test := range map[string]struct {
		variant simulator.Variant
		request string
	}{
		"documented":  {simulator.Variant{}, "33600000001"},
		"as received": {simulator.Variant{LookupForms: simulator.LookupForms{LookupVerbatim: true}, Forms: simulator.Forms{NumbersAsStrings: true, EscapeUnicode: true}}, "+33600000001"},
	} {
		a := acctest.NewAccount(t, simulator.Options{Variant: test.variant})
		tests[name] = acctest.Test{Steps: []acctest.Step{{
			Config: a.Provider() + lookup.Test(numbers("+33600000001", "+212000")),
			State: []statecheck.StateCheck{
				lookup.Has("results", knownvalue.ListExact([]knownvalue.Check{valid(test.request), invalid("+212000")})),
				lookup.Has("all_valid", knownvalue.Bool(false)),
			},
		}}}
	}
	tests.Run(t)
}

// Each number has its result in its place. In whatever spelling, it is asked for
// once.
func TestNumberLookup_OrderAndDuplicates(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := acctest.Attached(t, a.Provider()+
		lookup.Test(numbers("+212000", "06 00 00 00 01", "0033600000002", " +33600000001 ", "+212000", "06.00.00.00.02"))+`
output "seen" {
  value = "${join(" ", [for r in data.smspartner_number_lookup.test.results : "${r.request}:${r.valid}"])}, all ${data.smspartner_number_lookup.test.all_valid}"
}
`)
	acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"),
		`seen = "+212000:false 33600000001:true 33600000002:true 33600000001:true +212000:false 33600000002:true, all false"`)
	a.WantRequests(t, 1)
	wantAsked(t, a.Requests()[0], "+212000,+33600000001,+33600000002")
}

// A number that the vendor itself wrote, or that copying brought marks along with,
// is one.
func TestNumberLookup_Spellings(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := acctest.Attached(t, a.Provider()+
		lookup.Test(numbers("tel:+33-6-00-00-00-01", "\u202a+33600000001\u202c", "0692 12 34 56", "+352 (0)621 123 456"))+`
output "seen" {
  value = join(" ", [for r in data.smspartner_number_lookup.test.results : "${r.request}:${r.valid}"])
}
`)
	acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"),
		`seen = "33600000001:true 33600000001:true 262692123456:true 352621123456:true"`)
	a.WantRequests(t, 1)
	wantAsked(t, a.Requests()[0], "+33600000001,+262692123456,+352621123456")
}

// 500 numbers a request, all of them valid here.
func TestNumberLookup_Many(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	// On a busy machine 500 numbers can take longer than the 10 s of an attempt.
	w := acctest.Attached(t, a.Provider(`request_timeout = "5m"`)+
		lookup.Test("phone_numbers = [for n in range(501) : format(\"06000%05d\", n)]")+`
output "seen" {
  value = "${length(data.smspartner_number_lookup.test.results)}, all ${data.smspartner_number_lookup.test.all_valid}"
}

output "last" {
  value = data.smspartner_number_lookup.test.results[500].national
}
`)
	acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"), `last = "06 00 00 05 00"`, `seen = "501, all true"`)
	a.WantRequests(t, 2)
}

func TestNumberLookup_Errors(t *testing.T) {
	t.Parallel()
	const (
		atNumbers = "phone_numbers = ["
		block     = `data "smspartner_number_lookup" "test" {`
	)
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		step simulator.Step
		want []string
	}{
		"2":        {acctest.Refusal(2, "Le champ phoneNumber est requis"), []string{atNumbers, "SMS Partner received no phone number.", `code 2, "Le champ phoneNumber est requis"`, "check base_url"}},
		"3":        {acctest.Refusal(3, "Séparés par une virgule"), []string{atNumbers, "SMS Partner could not tell the phone numbers apart.", `code 3, "Séparés par une virgule"`, "Check that each element of phone_numbers is one number."}},
		"19":       {acctest.Refusal(19, "Séparés par une virgule"), []string{atNumbers, "SMS Partner could not tell the phone numbers apart.", `code 19, "Séparés par une virgule"`}},
		"50":       {acctest.Refusal(50, "500 maxi"), []string{atNumbers, "SMS Partner takes fewer numbers at once than the 500 that it documents.", `code 50, "500 maxi"`, "Split phone_numbers over several data sources."}},
		"11":       {acctest.Refusal(11, "Crédit insuffisant"), []string{block, "The account's credit does not pay for this", `code 11, "Crédit insuffisant"`, "Top up"}},
		"13":       {acctest.Refusal(13, "Aucun prix"), []string{atNumbers, "SMS Partner has no price for the destination of a number.", `code 13, "Aucun prix"`}},
		"14":       {acctest.Refusal(14, "STOP"), []string{atNumbers, "A number is on the account's STOP list.", `code 14, "STOP"`}},
		"55":       {acctest.Refusal(55, "Aucun numéro"), []string{atNumbers, "SMS Partner found no number to check among these.", `code 55, "Aucun numéro"`}},
		"10":       {acctest.Refusal(10, "Clé API incorrecte"), []string{block, "SMS Partner does not accept the API key.", `code 10, "Clé API incorrecte"`}},
		"429":      {simulator.Step{Status: http.StatusTooManyRequests}, []string{block, "refused the call because it came too soon after others (HTTP 429).", "or raise max_retries"}},
		"too few":  {simulator.Step{Body: `{"success":true,"lookup":[]}`}, []string{block, "gave no usable answer: it has 0 results for 2 numbers."}},
		"another":  {simulator.Step{Body: `{"success":true,"lookup":[{"request":"+212000","success":false},{"request":"+212001","success":false}]}`}, []string{block, "gave no usable answer: it leaves out +33600000001."}},
		"not JSON": {simulator.Step{Body: "It works!"}, []string{block, "gave no usable answer", "Something other than SMS Partner may have answered"}},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		a.Script("lookup", test.step)
		cases[name] = acctest.Case{
			Account: a, Config: a.Provider("max_retries = 0") + lookup.Test(numbers("+33600000001", "+212000")),
			Want: append([]string{"Error: Unable to look up numbers", lookup.WithTest()}, test.want...), Requests: 1,
		}
	}
	cases.Fail(t, "plan")
}

func TestNumberLookup_InvalidConfig(t *testing.T) {
	t.Parallel()
	lookup.Refuses(t, map[string][]string{
		"none":          {numbers(), "phone_numbers = []", "Attribute phone_numbers list must contain at least 1 elements"},
		"comma":         {numbers("0600000001", "0600000002,0600000003"), "Invalid value for phone_numbers[1]", `"0600000002,0600000003" holds two numbers: make it two elements of the list.`},
		"another_comma": {numbers("0600000001", "0600000002,"), "Invalid value for phone_numbers[1]", `"0600000002," contains a comma: make it two elements of the list.`},
		"slash":         {numbers("0600000001", "06 00 00 00 02 / 06 00 00 00 03"), "Invalid value for phone_numbers[1]", `"06 00 00 00 02 / 06 00 00 00 03" holds two numbers: make it two elements of the list.`},
		"semicolon":     {numbers("+33600000002;+33600000003"), "Invalid value for phone_numbers[0]", `"+33600000002;+33600000003" holds two numbers`},
		"bar":           {numbers("0600000002|0600000003"), "Invalid value for phone_numbers[0]", `"0600000002|0600000003" holds two numbers`},
		"line_break":    {numbers("0600000002\n0600000003"), "Invalid value for phone_numbers[0]", `"0600000002\n0600000003" holds two numbers`},
		"empty":         {numbers("0600000001", ""), "Invalid value for phone_numbers[1]", "It is empty."},
		"blank":         {numbers("\u00a0 "), "Invalid value for phone_numbers[0]", "It is empty."},
		"null":          {"phone_numbers = [\"0600000001\", null]", "Invalid value for phone_numbers", "One element of phone_numbers is null: leave it out"},
	})
}

// A list that is not all known yet is asked for once it is.
func TestNumberLookup_Unknown(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	acctest.Tests{"test": {Steps: []acctest.Step{{
		Config: a.Provider() + acctest.Later("0600000001") + lookup.Test(`phone_numbers = ["+212000", terraform_data.later.output]`) + lookup.Named("all", "phone_numbers = [for n in terraform_data.later[*].output : n]"),
		Plan: []plancheck.PlanCheck{
			plancheck.ExpectResourceAction(lookup.Address("test"), plancheck.ResourceActionRead),
			plancheck.ExpectResourceAction(lookup.Address("all"), plancheck.ResourceActionRead),
		},
		State: []statecheck.StateCheck{
			lookup.Has("results", knownvalue.ListExact([]knownvalue.Check{invalid("+212000"), valid("33600000001")})),
			lookup.NamedHas("all", "all_valid", knownvalue.Bool(true)),
		},
	}}}}.Run(t)
}

// wantAsked asserts the numbers of a request.
func wantAsked(t *testing.T, r simulator.Request, want string) {
	t.Helper()
	var body struct {
		PhoneNumbers string `json:"phoneNumbers"`
	}
	if err := json.Unmarshal(r.Body, &body); err != nil {
		t.Fatal(err)
	}
	if body.PhoneNumbers != want {
		t.Errorf("asked for %s, want %s", body.PhoneNumbers, want)
	}
}
