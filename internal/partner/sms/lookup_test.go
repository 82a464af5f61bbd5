package sms

import (
	"fmt"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// found writes the results of a lookup for comparisons.
func found(results []Lookup) string {
	lines := make([]string, len(results))
	for i, r := range results {
		text := func(s *string) string { return or(s, strings.Clone) }
		lines[i] = fmt.Sprintf("%s %t %s|%s %s %s %s %s|%s|%s|%s|%s", text(r.Request), r.Valid, text(r.Message), text(r.Country), or(r.PrefixCode, decimal),
			text(r.PhoneNumber), text(r.Type), text(r.Network), text(r.E164), text(r.International), text(r.National), text(r.RFC3966))
	}
	return strings.Join(lines, "\n")
}

func TestLookup_Documented(t *testing.T) {
	t.Parallel()
	const (
		valid   = " true -|France 33 +33600000001 Mobile -|+33600000001|+33 6 00 00 00 01|06 00 00 00 01|tel:+33-6-00-00-00-01\n"
		invalid = "+212000 false Le numéro de téléphone est vide ou n'est pas valide.|- - - - -|-|-|-|-"
	)
	for name, test := range map[string]struct {
		variant simulator.Variant
		want    string
	}{
		"documented":       {simulator.Variant{}, "33600000001" + valid + invalid},
		"as received":      {simulator.Variant{LookupForms: simulator.LookupForms{LookupVerbatim: true}}, "+33600000001" + valid + invalid},
		"numbers as texts": {simulator.Variant{Forms: simulator.Forms{NumbersAsStrings: true, EscapeUnicode: true}}, "33600000001" + valid + invalid},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{Variant: test.variant}, simulator.DefaultAPIKey)
			results, err := c.Lookup(t.Context(), []string{"+33600000001", "+212000"})
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "results", found(results.Results), test.want)
			expectNoViolations(t, s)
			expect(t, "request", body(t, s.Requests()[0]), `{"phoneNumbers":"+33600000001,+212000"}`)
		})
	}
}

// Each number gets its own result, whatever the order of the answer, or all fail.
func TestLookup_Order(t *testing.T) {
	t.Parallel()
	numbers := []string{"+33600000001", "+212000", "abc"}
	result := func(request, message string) string {
		return fmt.Sprintf(`{"request":%q,"success":false,"message":%q}`, request, message)
	}
	for name, test := range map[string]struct {
		results []string
		fails   string
	}{
		"as asked":         {[]string{result("33600000001", "one"), result("+212000", "two"), result("abc", "three")}, ""},
		"blanks kept":      {[]string{result("33600000001", "one"), result(" +212000", "two"), result(" abc", "three")}, ""},
		"another order":    {[]string{result("abc", "three"), result("+33600000001", "one"), result("212000", "two")}, ""},
		"without requests": {[]string{`{"message":"one"}`, `{"message":"two"}`, `{"message":"three"}`}, "it leaves out +33600000001"},
		"two answers":      {[]string{result("33600000001", "one"), `{"request":"33600000001","success":true}`, result("abc", "three")}, "it tells two things of 33600000001"},
		"one without":      {[]string{result("33600000001", "one"), `{"success":true}`, result("abc", "three")}, "it leaves out +212000"},
		"one twice":        {[]string{result("33600000001", "one"), result("33600000001", "one"), result("abc", "three")}, "it leaves out +212000"},
		"one too few":      {[]string{result("33600000001", "one"), result("+212000", "two")}, "it has 2 results for 3 numbers"},
		"one too many":     {[]string{result("33600000001", "one"), result("+212000", "two"), result("abc", "three"), result("", "four")}, "it has 4 results for 3 numbers"},
		"another number":   {[]string{result("33600000001", "one"), result("+213000", "other"), result("abc", "three")}, "it leaves out +212000"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("lookup", simulator.Step{Body: `{"success":true,"code":200,"lookup":[` + strings.Join(test.results, ",") + `]}`})
			results, err := c.Lookup(t.Context(), numbers)
			if test.fails != "" {
				expect(t, "detail", failure(t, err, "lookup", partner.ReasonIncomplete).Detail, test.fails)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			for i, want := range []string{"one", "two", "three"} {
				expect(t, "message", or(results.Results[i].Message, strings.Clone), want)
			}
		})
	}
}

// What a result says of a number must be about that number.
func TestLookup_Forms(t *testing.T) {
	t.Parallel()
	for member, fails := range map[string]string{
		`"phoneNumber":"+33600000001"`:                   "",
		`"phoneNumber":"0600000001"`:                     "",
		`"phoneNumber":"+33600000002"`:                   `its result for +33600000001 is that of "+33600000002"`,
		`"format":{"e164":"+32600000001"}`:               `its result for +33600000001 is that of "+32600000001"`,
		`"format":{"international":"+33 6 00 00 00 02"}`: `its result for +33600000001 is that of "+33 6 00 00 00 02"`,
		`"format":{"national":"06 00 00 00 02"}`:         `its result for +33600000001 is that of "06 00 00 00 02"`,
		`"format":{"rfc3966":"tel:+33-6-00-00-00-02"}`:   `its result for +33600000001 is that of "tel:+33-6-00-00-00-02"`,
		`"code":9`:                         "its lookup[0] reports success, but has code 9",
		`"success":false`:                  "its lookup[0] says neither that it succeeded nor that it failed",
		`"prefixCode":212`:                 "its result for +33600000001 is that of the calling code 212",
		`"phoneNumber":["+33600000099"]`:   `its "lookup[0].phoneNumber" is no single text or number`,
		`"phone_number":"+33600000099"`:    `its result for +33600000001 is that of "+33600000099"`,
		`"format":{"E164":"+33600000099"}`: `its result for +33600000001 is that of "+33600000099"`,
		`"Success":false`:                  `its lookup[0] reports success, but not as "Success"`,
		`"prefixCode":"trente-trois"`:      "",
	} {
		for _, request := range []string{``, `"request":"33600000001",`} {
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("lookup", simulator.Step{Body: `{"success":true,"lookup":[{` + request + `"success":true,` + member + `}]}`})
			results, err := c.Lookup(t.Context(), []string{"+33600000001"})
			if fails != "" {
				expect(t, "detail", failure(t, err, "lookup", partner.ReasonIncomplete).Detail, fails)
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "valid", results.Results[0].Valid, true)
		}
	}
}

// A number that was sent as it was written has its digits in each form of the answer.
func TestLookup_AsWritten(t *testing.T) {
	t.Parallel()
	for form, fits := range map[string]bool{"+33600000012": true, "+33612345678": false} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("lookup", simulator.Step{Body: `{"success":true,"lookup":[{"request":"0012","success":true,"phoneNumber":"` + form + `"}]}`})
		_, err := c.Lookup(t.Context(), []string{"0012"})
		expect(t, form, err == nil, fits)
	}
}

// The vendor's own limits: 500 numbers, separated by commas.
func TestLookup_Refused(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		numbers []string
		variant simulator.Variant
		want    partner.Meaning
		code    string
	}{
		"none":             {nil, simulator.Variant{}, partner.MeaningRefused, "2"},
		"other separators": {[]string{"+33600000001;+33600000002"}, simulator.Variant{}, partner.MeaningRefused, "3"},
		"the general page": {[]string{"+33600000001;+33600000002"}, simulator.Variant{LookupForms: simulator.LookupForms{GeneralCommaCode: true}}, partner.MeaningRefused, "19"},
		"501 numbers":      {strings.Split(strings.Repeat("+33600000001,", MaxPerRequest)+"+33600000001", ","), simulator.Variant{}, partner.MeaningRefused, "50"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, c := start(t, simulator.Options{Variant: test.variant}, simulator.DefaultAPIKey)
			_, err := c.Lookup(t.Context(), test.numbers)
			failed := failure(t, err, "lookup", partner.ReasonVendor)
			expect(t, "meaning", failed.Meaning(), test.want)
			expect(t, "code", failed.Code, test.code)
		})
	}
}
