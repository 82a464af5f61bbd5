package sms

import (
	"net/http"
	"regexp"
	"strings"
	"time"

	"github.com/nyaruka/phonenumbers"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// lookupPage is the page "Vérification de format".
func (a *Account) lookupPage() []wire.Route {
	return []wire.Route{{
		Method: http.MethodPost,
		Path:   "/lookup",
		Parameters: []wire.Parameter{
			wire.KeyParameter,
			{Name: "phoneNumbers", Check: isInternationalList},
			wire.FormatParameter,
		},
		Rate:   &wire.Rate{Requests: 360, Period: time.Minute},
		Handle: a.lookup,
	}}
}

// LookupForms are the forms of the lookup.
type LookupForms struct {
	// GeneralCommaCode gives the comma error of lookup the code of the general
	// error page, 19, instead of the endpoint page's 3.
	GeneralCommaCode bool `flag:"general-comma-code" help:"answer code 19 instead of 3 to numbers of lookup without commas"`
	// LookupVerbatim writes the request of a valid number of lookup as it was
	// received. The documented example asks for +33600000001 and answers
	// "33600000001", though the text says that it is the number as received.
	LookupVerbatim bool `flag:"lookup-verbatim" help:"leave the plus sign in the request of a valid number of lookup"`
}

// internationalForm says nothing about how long a number is: to tell is what
// the call is for.
var internationalForm = regexp.MustCompile(`^\+[0-9]+$`)

func isInternationalList(v string) string {
	for number := range strings.SplitSeq(v, ",") {
		if !internationalForm.MatchString(number) {
			return "holds a part that is not in international form"
		}
	}
	return ""
}

var (
	lookupRequired = wire.Refusal(2,
		"Le champ phoneNumber est requis",
		"Phone number is required",
	)
	commaRequired = wire.Refusal(3,
		"Les numéros doivent-être séparés par une virgule",
		"Numbers must be separated by commas",
	)
	// commaRequiredGenerally is the same error in the numbering of the general
	// page.
	commaRequiredGenerally = wire.Refusal(19,
		commaRequired.Message.French,
		"Numbers must be separated by a comma",
	)
)

// lookupFailed is the message of a failed item.
var lookupFailed = wire.Wording{French: "Le numéro de téléphone est vide ou n'est pas valide."}

func (a *Account) lookup(c *wire.Call) (wire.Object, *wire.Failure) {
	given := c.Text("phoneNumbers")
	if given == "" {
		return nil, lookupRequired
	}
	numbers := strings.Split(given, ",")
	switch {
	case !separatedByCommas(numbers) && a.options.Variant.GeneralCommaCode:
		return nil, commaRequiredGenerally
	case !separatedByCommas(numbers):
		return nil, commaRequired
	case len(numbers) > maxNumbers:
		return nil, tooManyNumbers
	}
	items := make([]wire.Object, 0, len(numbers))
	for _, number := range numbers {
		items = append(items, a.options.Variant.lookupItem(number))
	}
	return wire.Success(wire.List("lookup", items)), nil
}

// separatedByCommas is false when a part holds another separator or more than
// one number. How the vendor tells is not known.
func separatedByCommas(parts []string) bool {
	for _, part := range parts {
		if strings.ContainsAny(part, ";|/\n") || strings.Count(part, "+") > 1 {
			return false
		}
	}
	return true
}

func (v Variant) lookupItem(request string) wire.Object {
	number, valid := parseLookup(request)
	if !valid {
		return wire.Object{
			wire.Text("request", request),
			wire.Boolean("success", false),
			wire.Plain("message", v.Say(lookupFailed)),
		}
	}
	if !v.LookupVerbatim {
		request = strings.TrimPrefix(request, "+")
	}
	format := func(f phonenumbers.PhoneNumberFormat) string { return phonenumbers.Format(number, f) }
	return wire.Object{
		wire.Text("request", request),
		wire.Boolean("success", true),
		wire.Text("countryCode", countryName(number)),
		wire.Integer("prefixCode", int(number.GetCountryCode())),
		wire.Text("phoneNumber", format(phonenumbers.E164)),
		wire.Text("type", numberType(number)),
		wire.Text("network", ""),
		wire.Nested("format",
			wire.Text("e164", format(phonenumbers.E164)),
			wire.Text("international", format(phonenumbers.INTERNATIONAL)),
			wire.Text("national", format(phonenumbers.NATIONAL)),
			wire.Text("rfc3966", format(phonenumbers.RFC3966)),
		),
	}
}

// parseLookup reads a number, a French one in national form too. One with a
// blank after the comma is not valid, as recorded.
func parseLookup(request string) (*phonenumbers.PhoneNumber, bool) {
	if strings.TrimSpace(request) != request {
		return nil, false
	}
	number, err := phonenumbers.Parse(request, "FR")
	if err != nil || !phonenumbers.IsValidNumber(number) {
		return nil, false
	}
	return number, true
}

// countryName is a name, not a code. Those of other countries are not known, and
// the documentation says that it may be empty.
func countryName(number *phonenumbers.PhoneNumber) string {
	if phonenumbers.GetRegionCodeForNumber(number) == "FR" {
		return "France"
	}
	return ""
}

// numberType is Mobile in the documented example; the other words are ours.
func numberType(number *phonenumbers.PhoneNumber) string {
	switch phonenumbers.GetNumberType(number) {
	case phonenumbers.MOBILE:
		return "Mobile"
	case phonenumbers.FIXED_LINE:
		return "Fixed line"
	case phonenumbers.FIXED_LINE_OR_MOBILE:
		return "Fixed line or mobile"
	default:
		return "Unknown"
	}
}
