package sms

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const lookupPath = wire.BasePath + "/lookup"

func lookupBody(numbers string) string {
	b, err := json.Marshal(map[string]string{"apiKey": wire.DefaultAPIKey, "phoneNumbers": numbers})
	if err != nil {
		panic(err)
	}
	return string(b)
}

// The documented answer fits two requests: one with a plus sign that the answer
// drops, and one without.
func TestLookup_DocumentedExample(t *testing.T) {
	t.Parallel()
	for numbers, variant := range map[string]Variant{
		"+33600000001, +212000": {},
		"33600000001, +212000":  {LookupForms: LookupForms{LookupVerbatim: true}},
	} {
		status, body := post(t, New(Options{Variant: variant}), lookupPath, lookupBody(numbers))
		expect(t, "status", status, http.StatusOK)
		expectDocumented(t, body, "lookup.json")
	}
	s := New(Options{Variant: Variant{LookupForms: LookupForms{LookupVerbatim: true}}})
	_, body := post(t, s, lookupPath, lookupBody("+33600000001"))
	expectFields(t, body, `"request": "+33600000001"`)
	expectNoViolations(t, s)
}

func TestLookup_XML(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	r := ask(t, s, http.MethodPost, lookupPath, strings.Replace(lookupBody("+33600000001,+212000"), "{", `{"_format": "xml", `, 1))
	expect(t, "content type", r.Header().Get("Content-Type"), "application/xml")
	expectFields(t, r.Body.String(), `
            <entry>
                <entry>
                    <![CDATA[+33600000001]]>
                </entry>
                <entry>
                    <![CDATA[+33 6 00 00 00 01]]>
                </entry>`, `
        <entry>
            <entry>
                <![CDATA[+212000]]>
            </entry>
            <entry>false</entry>
            <entry>Le numéro de téléphone est vide ou n'est pas valide.</entry>
        </entry>`)
	expectNoViolations(t, s)
}

func TestLookup_Refusals(t *testing.T) {
	t.Parallel()
	const noComma, noCommaEnglish = "Les numéros doivent-être séparés par une virgule", "Numbers must be separated by commas"
	const noNumber, noNumberEnglish = "Le champ phoneNumber est requis", "Phone number is required"
	expectRefusals(t, http.MethodPost, lookupPath, map[string]refusal{
		"no number":   {body: keyOnly, code: "2", french: noNumber, english: noNumberEnglish},
		"empty":       {body: lookupBody(""), code: "2", french: noNumber, english: noNumberEnglish},
		"list":        {body: strings.Replace(keyOnly, "{", `{"phoneNumbers": ["+33600000001"], `, 1), code: "2", french: noNumber, english: noNumberEnglish},
		"semicolon":   {body: lookupBody("+33600000001;0600000002"), code: "3", french: noComma, english: noCommaEnglish},
		"line break":  {body: lookupBody("0600000001\n0600000002"), code: "3", french: noComma, english: noCommaEnglish},
		"bar":         {body: lookupBody("0600000001|0600000002"), code: "3", french: noComma, english: noCommaEnglish},
		"slash":       {body: lookupBody("0600000001/0600000002"), code: "3", french: noComma, english: noCommaEnglish},
		"blank":       {body: lookupBody("+33600000001,+33600000002 +33600000003"), code: "3", french: noComma, english: noCommaEnglish},
		"501 numbers": {body: lookupBody(strings.Repeat("+33600000001,", 500) + "+33600000001"), code: "50", french: "Le nombre de numéros autorisés est de 500 maxi", english: "Maximum of 500 numbers"},
	})
}

func TestLookup_GeneralCommaCode(t *testing.T) {
	t.Parallel()
	for english, message := range map[bool]string{
		false: "Les numéros doivent-être séparés par une virgule",
		true:  "Numbers must be separated by a comma",
	} {
		s := New(Options{Variant: Variant{LookupForms: LookupForms{GeneralCommaCode: true}, Forms: wire.Forms{English: english}}})
		_, body := post(t, s, lookupPath, lookupBody("+33600000001;+33600000002"))
		expect(t, "body", body, errorAnswer("19", message))
		_, body = post(t, s, lookupPath, lookupBody("+33600000001,+33600000002"))
		expectFields(t, body, `"success": true`)
	}
}

func TestLookup_Numbers(t *testing.T) {
	t.Parallel()
	type want struct{ number, country, kind string } // No number is a failed item.
	tests := map[string]want{
		"+33600000001":    {"+33600000001", "France", "Mobile"},
		"0600000001":      {"+33600000001", "France", "Mobile"},
		"33600000001":     {"+33600000001", "France", "Mobile"},
		"+33140000000":    {"+33140000000", "France", "Fixed line"},
		"+4915112345678":  {"+4915112345678", "", "Mobile"},
		"+12125550123":    {"+12125550123", "", "Fixed line or mobile"},
		"+33899700000":    {"+33899700000", "France", "Unknown"},
		" +33600000001":   {},
		"+33600000001 ":   {},
		"":                {},
		"+336":            {},
		"+33000000000":    {},
		"x":               {},
		"+99912345678901": {},
	}
	var asked []string
	for number := range tests {
		asked = append(asked, number)
	}
	s := New(Options{})
	_, body := post(t, s, lookupPath, lookupBody(strings.Join(asked, ",")))
	var answer struct{ Lookup []map[string]any }
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		t.Fatal(err)
	}
	if len(answer.Lookup) != len(asked) {
		t.Fatalf("%d items for %d numbers", len(answer.Lookup), len(asked))
	}
	for i, item := range answer.Lookup {
		number, country, kind := tests[asked[i]].number, tests[asked[i]].country, tests[asked[i]].kind
		expect(t, asked[i]+": success", item["success"], any(number != ""))
		if number == "" {
			expect(t, asked[i]+": request", item["request"], any(asked[i]))
			expect(t, asked[i]+": members", len(item), 3)
			continue
		}
		expect(t, asked[i]+": request", item["request"], any(strings.TrimPrefix(asked[i], "+")))
		expect(t, asked[i]+": number", item["phoneNumber"], any(number))
		expect(t, asked[i]+": country", item["countryCode"], any(country))
		expect(t, asked[i]+": type", item["type"], any(kind))
	}
}

func TestLookup_500(t *testing.T) {
	t.Parallel()
	_, body := post(t, New(Options{}), lookupPath, lookupBody(strings.Repeat("+33600000001,", 499)+"+33600000001"))
	expect(t, "items", strings.Count(body, `"e164"`), 500)
}

func TestLookup_Rate(t *testing.T) {
	t.Parallel()
	expectRate(t, 360, func(s *Account) (int, string) {
		return post(t, s, lookupPath, lookupBody("+33600000001"))
	})
}

func TestLookup_Violations(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ body, want string }{
		"none":     {lookupBody("+33600000001,+212000"), ""},
		"blank":    {lookupBody("+33600000001, +33600000002"), "holds a part that is not in international form"},
		"national": {lookupBody("0600000001"), "holds a part that is not in international form"},
		"words":    {lookupBody("+33600000001,+x"), "holds a part that is not in international form"},
		"ending":   {lookupBody("+33600000001,"), "holds a part that is not in international form"},
		"no plus":  {lookupBody("33600000001"), "holds a part that is not in international form"},
		"list":     {strings.Replace(keyOnly, "{", `{"phoneNumbers": ["+33600000001"], `, 1), `parameter "phoneNumbers" is neither text, number nor flag`},
		"unknown":  {strings.Replace(lookupBody("+33600000001"), "{", `{"notifyUrl": "https://example.com", `, 1), `unknown parameter "notifyUrl"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(Options{})
			post(t, s, lookupPath, test.body)
			expectViolation(t, s, "POST /v1/lookup: ", test.want)
		})
	}
}
