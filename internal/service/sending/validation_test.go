package sending_test

import (
	"fmt"
	"strings"
	"testing"
)

var (
	smsArguments    = arguments{"phone_numbers": []any{"0600000001"}, "message": "Bonjour"}
	bulkArguments   = arguments{"messages": []any{arguments{"phone_number": "0600000001", "message": "Un"}}}
	longArguments   = arguments{"to": []any{"0600000001"}, "from": "0700000000", "message": "Bonjour"}
	rcsArguments    = arguments{"phone_numbers": []any{"0600000001"}, "text": "Bonjour"}
	surveyArguments = arguments{"phone_numbers": []any{"0600000001"}, "sondage_ident": "ABC"}
)

// inAll are the ways that have an argument, with what they need besides.
func inAll(name string) map[string]arguments {
	switch name {
	case "gamme", "sender", "is_stop_sms", "is_unicode":
		return map[string]arguments{"sms": smsArguments, "bulk_sms": bulkArguments}
	case "url_dlr", "url_response":
		return map[string]arguments{"sms": smsArguments, "long_number_sms": longArguments}
	case "scheduled_delivery_date":
		return map[string]arguments{"sms": smsArguments, "bulk_sms": bulkArguments, "survey": surveyArguments, "rcs_message": rcsArguments}
	case "sondage_ident":
		return map[string]arguments{"survey": surveyArguments}
	case "message":
		return map[string]arguments{"sms": smsArguments, "long_number_sms": longArguments}
	default:
		return map[string]arguments{"sms": smsArguments, "bulk_sms": bulkArguments, "long_number_sms": longArguments, "survey": surveyArguments}
	}
}

// Each value that the vendor would refuse is refused while planning, at the
// argument to blame, in every type that has it. An empty sentence is a value that
// passes.
func TestValidation_Arguments(t *testing.T) {
	t.Parallel()
	const (
		sender  = "is not a sender: write 3 to 11 characters, which are letters and digits without accents, and spaces between them"
		address = `is not a web address: write one such as "https://example.com/hook"`
		moment  = "is not a date and time with an offset"
		blank   = "contains a blank"
		gamme   = `is not among the values "premium", "low_cost"`
		twice   = "in Paris, an hour that comes twice that night: choose a moment before 02:00 or from 03:00 on"
	)
	for name, values := range map[string]map[any]string{
		"sender": {
			nil: "", pending{}: "", "ACME": "", "abc": "", "12345678901": "", "A B C": "", "My Shop 24h": "",
			"": sender, "AB": sender, "123456789012": sender, "Café": sender, "ACME!": sender, "ACME\n": sender,
			" ACME": sender, "ACME ": sender, "   ": sender, "A\u00a0B": sender, "A\tB": sender, "My Shop 24 h": sender,
		},
		"tag": {
			nil: "", pending{}: "", "promo-1": "", "été": "", strings.Repeat("é", 20): "",
			"": "It is empty: leave it out, and the provider makes a tag.", "Promo": "contains a capital letter", "a b": blank, "a\u00a0b": blank,
			strings.Repeat("a", 21): "has more than 20 characters",
		},
		"url_dlr": {
			nil: "", pending{}: "", "https://example.com/dlr?a=b": "", "http://192.0.2.1:8080/": "",
			"": address, "example.com": address, "ftp://example.com": address, "https://": address, "https:///path": address, "https://exa mple.com": "contains a blank",
		},
		"url_response": {nil: "", pending{}: "", "https://example.com": "", "/replies": address},
		"gamme": {
			nil: "", pending{}: "", "premium": "", "low_cost": "", "": gamme, "Premium": gamme, "1": gamme,
		},
		"is_unicode":  {nil: "", pending{}: "", true: "", false: ""},
		"is_stop_sms": {nil: "", pending{}: "", true: "", false: ""},
		"sondage_ident": {
			pending{}: "", "ABC-1": "", "": "empty", " ABC": blank, "A B": blank,
		},
		"message": {
			pending{}: "", "a": "", " a": "", "": "It is blank", " \n": "It is blank", ":br: :br:": "It is blank",
			"~": "Nothing is left of it after the vendor's replacements", " ^~|\\¨§:br:": "Nothing is left of it", "~.": "",
			strings.Repeat("a", 1530): "", strings.Repeat("a", 1531): "takes 11 segments",
			strings.Repeat("€", 765): "", strings.Repeat("€", 766): "takes 11 segments",
			"日本": "is_unicode",
		},
		"scheduled_delivery_date": {
			nil: "", pending{}: "", "2040-06-01T09:30:00+02:00": "", "2040-01-01T00:00:00+01:00": "", "2040-06-01T07:30:00Z": "", "2040-06-01T02:15:00+05:45": "",
			"": moment, "2040-06-01": moment, "2040-06-01T09:30:00": moment, "2040-06-01 09:30": moment, "01/06/2040": moment,
			"2040-06-01T09:31:00+02:00": "is not on a step of 5 minutes", "2040-06-01T09:30:01+02:00": "is not on a step of 5 minutes",
			"2020-06-01T09:30:00+02:00": "is over: choose a moment in the future",
			// The clocks go back on 28 October 2040, from 03:00 to 02:00.
			"2040-10-28T02:30:00+02:00": twice, "2040-10-28T02:30:00+01:00": twice, "2040-10-28T00:00:00Z": twice, "2040-10-28T01:55:00Z": twice,
			"2040-10-28T01:55:00+02:00": "", "2040-10-28T03:00:00+01:00": "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newServer(t)
			for way, needed := range inAll(name) {
				for value, want := range values {
					if value == nil && needed[name] != nil {
						continue
					}
					wantSaid(t, fmt.Sprintf("%s with %s = %.30q", way, name, fmt.Sprint(value)), s.check(t, way, needed.with(arguments{name: value})), name, want)
				}
			}
		})
	}
}

// wantSaid asserts one sentence about an attribute, or none.
func wantSaid(t *testing.T, what string, said []string, attribute, want string) {
	t.Helper()
	switch {
	case want == "" && len(said) == 0:
	case want != "" && len(said) == 1 && strings.HasPrefix(said[0], attribute+":") && strings.Contains(said[0], want):
	default:
		t.Errorf("%s: said %q,\nwant of %s: %q", what, said, attribute, want)
	}
}

// many are n numbers.
func many(n int) []any {
	list := make([]any, n)
	for i := range list {
		list[i] = fmt.Sprintf("+336%08d", i)
	}
	return list
}

func TestValidation_Numbers(t *testing.T) {
	t.Parallel()
	const (
		empty   = "It is empty: write 1 to 500 recipients."
		tooMany = "It holds 501 recipients: write 1 to 500."
		short   = "it is too short for the region FR"
		twice   = `is the same phone as`
	)
	s := newServer(t)
	for name, test := range map[string]struct {
		numbers  any
		at, want string
	}{
		"unknown":             {pending{}, "", ""},
		"one of them unknown": {[]any{pending{}, "0600000001"}, "", ""},
		"none":                {[]any{}, "", empty},
		"500":                 {many(500), "", ""},
		"501":                 {many(501), "", tooMany},
		"letters":             {[]any{"06OOOOOOO1"}, `["06OOOOOOO1"]`, "is not a phone number"},
		"empty":               {[]any{""}, `[""]`, "is not a phone number"},
		"too short":           {[]any{"060000001"}, `["060000001"]`, short},
		"too short abroad":    {[]any{"+331"}, `["+331"]`, "too short"},
		"no country":          {[]any{"+999123456789"}, `["+999123456789"]`, "no country's calling code"},
		"twice":               {[]any{"06 00 00 00 01", "+33600000001"}, `["+33600000001"]`, twice},
		"twice, overseas":     {[]any{"0692 12 34 56", "+262692123456"}, `["+262692123456"]`, twice},
		"wrong, and unknown":  {[]any{"060000001", pending{}}, `["060000001"]`, short},
		"spellings":           {[]any{"06.00.00.00.01", "0033600000002", "+33 6 00 00 00 03", "(06) 00-00-00-04"}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, way := range []struct {
				name, argument string
				arguments      arguments
			}{{"sms", "phone_numbers", smsArguments}, {"survey", "phone_numbers", surveyArguments}, {"long_number_sms", "to", longArguments}, {"rcs_message", "phone_numbers", rcsArguments}} {
				wantSaid(t, way.name, s.check(t, way.name, way.arguments.with(arguments{way.argument: test.numbers})), way.argument+test.at, test.want)
			}
		})
	}
	for value, want := range map[any]string{pending{}: "", "07.00.00.00.00": "", "": "is not a phone number", "0700": short, "ACME": "is not a phone number"} {
		wantSaid(t, fmt.Sprintf("from = %q", value), s.check(t, "long_number_sms", longArguments.with(arguments{"from": value})), "from", want)
	}
}

func TestValidation_Batch(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	entry := func(number, text any) any { return arguments{"phone_number": number, "message": text} }
	entries := func(n int) []any {
		list := many(n)
		for i, number := range list {
			list[i] = entry(number, "a")
		}
		return list
	}
	for name, test := range map[string]struct {
		messages any
		at, want string
	}{
		"unknown":         {pending{}, "", ""},
		"an unknown text": {[]any{entry("0600000001", pending{})}, "", ""},
		"unknown number":  {[]any{entry(pending{}, "a"), entry(pending{}, "a")}, "", ""},
		"none":            {[]any{}, "", "It is empty: write 1 to 500 recipients."},
		"500":             {entries(500), "", ""},
		"501":             {entries(501), "", "It holds 501 recipients: write 1 to 500."},
		"wrong number":    {[]any{entry("0600000001", "a"), entry("0600", "a")}, "[1].phone_number", "it is too short for the region FR"},
		"twice":           {[]any{entry("0600000001", "a"), entry("+33600000001", "b")}, "[1].phone_number", "is the same phone as"},
		"blank text":      {[]any{entry("0600000001", "a"), entry("0600000002", " ")}, "[1].message", "It is blank"},
		"long text":       {[]any{entry("0600000001", "a"), entry("0600000002", strings.Repeat("a", 1531))}, "[1].message", "takes 11 segments"},
		"not sendable":    {[]any{entry("0600000001", "日本")}, "[0].message", "is_unicode"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			wantSaid(t, name, s.check(t, "bulk_sms", arguments{"messages": test.messages}), "messages"+test.at, test.want)
		})
	}
}

// What the vendor refuses only of arguments together.
func TestValidation_Together(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	unicode := strings.Repeat("я", 71)
	for name, test := range map[string]struct {
		more     arguments
		at, want string
	}{
		"STOP with low_cost":           {arguments{"is_stop_sms": true, "gamme": "low_cost"}, "is_stop_sms", "NoPub=STOP"},
		"no STOP with low_cost":        {arguments{"is_stop_sms": false, "gamme": "low_cost"}, "", ""},
		"STOP with premium":            {arguments{"is_stop_sms": true, "gamme": "premium"}, "", ""},
		"STOP with what is unknown":    {arguments{"is_stop_sms": true, "gamme": pending{}}, "", ""},
		"what is unknown, low_cost":    {arguments{"is_stop_sms": pending{}, "gamme": "low_cost"}, "", ""},
		"160 with low_cost":            {arguments{"message": strings.Repeat("a", 160), "gamme": "low_cost"}, "", ""},
		"161 with low_cost":            {arguments{"message": strings.Repeat("a", 161), "gamme": "low_cost"}, "message", "the low_cost range takes 160"},
		"161 with what is unknown":     {arguments{"message": strings.Repeat("a", 161), "gamme": pending{}}, "", ""},
		"Unicode":                      {arguments{"message": unicode, "is_unicode": true}, "", ""},
		"Unicode, not asked for":       {arguments{"message": unicode}, "message", "is_unicode"},
		"Unicode, refused":             {arguments{"message": unicode, "is_unicode": false}, "message", "is_unicode"},
		"Unicode, not known":           {arguments{"message": unicode, "is_unicode": pending{}}, "", ""},
		"Unicode, the most":            {arguments{"message": strings.Repeat("я", 670), "is_unicode": true}, "", ""},
		"Unicode, one more":            {arguments{"message": strings.Repeat("я", 671), "is_unicode": true}, "message", "takes 11 segments"},
		"a character that is replaced": {arguments{"message": "œuf à 3 €"}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			wantSaid(t, name, s.check(t, "sms", smsArguments.with(test.more)), test.at, test.want)
		})
	}
}

// What must be there is the engine's to ask for, what may be left out is not.
func TestValidation_Required(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	for name, needed := range map[string]arguments{"sms": smsArguments, "bulk_sms": bulkArguments, "long_number_sms": longArguments, "survey": surveyArguments, "rcs_message": rcsArguments.with(arguments{"text": nil})} {
		for _, attribute := range s.schemas.ResourceSchemas["smspartner_"+name].Block.Attributes {
			if attribute.Name == "message" { // or message_wo: see TestHidden_Refused
				continue
			}
			if needs := needed[attribute.Name] != nil; attribute.Required != needs {
				t.Errorf("%s.%s: required is %t", name, attribute.Name, attribute.Required)
			}
		}
	}
}
