package simulator

import (
	"net/http"
	"regexp"
	"strings"
	"time"

	"github.com/nyaruka/phonenumbers"
)

// lookupEndpoints is the page "Vérification de format".
func lookupEndpoints() []endpoint {
	return []endpoint{{
		method: http.MethodPost,
		path:   "/lookup",
		parameters: []parameter{
			apiKeyParameter,
			{name: "phoneNumbers", check: isInternationalList},
			formatParameter,
		},
		rate:   rate{requests: 360, period: time.Minute},
		handle: lookup,
	}}
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
	lookupRequired = failure{code: 2, message: wording{
		"Le champ phoneNumber est requis",
		"Phone number is required",
	}}
	commaRequired = failure{code: 3, message: wording{
		"Les numéros doivent-être séparés par une virgule",
		"Numbers must be separated by commas",
	}}
	// commaRequiredGenerally is the same error in the numbering of the general
	// page.
	commaRequiredGenerally = failure{code: 19, message: wording{
		commaRequired.message.french,
		"Numbers must be separated by a comma",
	}}
)

// lookupFailed is the message of a failed item.
var lookupFailed = wording{french: "Le numéro de téléphone est vide ou n'est pas valide."}

func lookup(s *Simulator, c *call) (object, *failure) {
	given := c.text("phoneNumbers")
	if given == "" {
		return nil, &lookupRequired
	}
	numbers := strings.Split(given, ",")
	switch {
	case !separatedByCommas(numbers) && s.options.Variant.GeneralCommaCode:
		return nil, &commaRequiredGenerally
	case !separatedByCommas(numbers):
		return nil, &commaRequired
	case len(numbers) > maxNumbers:
		return nil, &tooManyNumbers
	}
	items := make(list, 0, len(numbers))
	for _, number := range numbers {
		items = append(items, s.options.Variant.lookupItem(number))
	}
	return success(field{"lookup", items}), nil
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

func (v Variant) lookupItem(request string) object {
	number, valid := parseLookup(request)
	if !valid {
		return object{
			{"request", text(request)},
			{"success", boolean(false)},
			{"message", v.say(lookupFailed)},
		}
	}
	if !v.LookupVerbatim {
		request = strings.TrimPrefix(request, "+")
	}
	format := func(f phonenumbers.PhoneNumberFormat) text { return text(phonenumbers.Format(number, f)) }
	return object{
		{"request", text(request)},
		{"success", boolean(true)},
		{"countryCode", text(countryName(number))},
		{"prefixCode", integer(number.GetCountryCode())},
		{"phoneNumber", format(phonenumbers.E164)},
		{"type", text(numberType(number))},
		{"network", text("")},
		{"format", object{
			{"e164", format(phonenumbers.E164)},
			{"international", format(phonenumbers.INTERNATIONAL)},
			{"national", format(phonenumbers.NATIONAL)},
			{"rfc3966", format(phonenumbers.RFC3966)},
		}},
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
