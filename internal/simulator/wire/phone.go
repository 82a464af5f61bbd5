package wire

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers"
)

var (
	nationalNumber      = regexp.MustCompile(`^0[1-9][0-9]{8}$`)
	internationalNumber = regexp.MustCompile(`^\+[1-9][0-9]{6,14}$`)
	// bareNumber is how some pages write one: 336xxxxxxxx.
	bareNumber = regexp.MustCompile(`^[1-9][0-9]{6,14}$`)
)

// isDocumentedNumber reports whether a number is written as documented: French
// National, or international with a plus sign.
func isDocumentedNumber(s string) bool {
	return nationalNumber.MatchString(s) || internationalNumber.MatchString(s)
}

// E164 gives the one spelling under which a number is known: national, 00 and
// international forms are the same number. It is false for anything else.
func E164(s string) (string, bool) {
	if rest, abroad := strings.CutPrefix(s, "00"); abroad {
		s = "+" + rest
	}
	if nationalNumber.MatchString(s) {
		s = "+33" + s[1:]
	}
	return s, internationalNumber.MatchString(s)
}

// WithPlus trims a number and gives it the plus sign that it lacks: some pages
// leave it out, and in a query it is a blank unless it is escaped.
func WithPlus(number string) string {
	number = strings.TrimSpace(number)
	if bareNumber.MatchString(number) {
		return "+" + number
	}
	return number
}

// National writes a French number in national form and leaves others alone.
func National(e164 string) string {
	if rest, french := strings.CutPrefix(e164, "+33"); french {
		return "0" + rest
	}
	return e164
}

// SeemsMobile is true for every number that is not known to be of another kind:
// numbers made up for tests are in no numbering plan. French ones are known by
// how they begin: 6 and 7 are mobile, the rest is not, whether assigned or not.
func SeemsMobile(number string) bool {
	normal, valid := E164(number)
	if !valid {
		return false
	}
	if french, isFrench := strings.CutPrefix(normal, "+33"); isFrench {
		return french[0] == '6' || french[0] == '7'
	}
	parsed, err := phonenumbers.Parse(normal, "FR")
	if err != nil {
		return false
	}
	switch phonenumbers.GetNumberType(parsed) {
	case phonenumbers.MOBILE, phonenumbers.FIXED_LINE_OR_MOBILE, phonenumbers.UNKNOWN:
		return true
	default:
		return false
	}
}

// HasPrice is false for a number that begins with no country's code. Where else
// the vendor has no price is not known.
func HasPrice(number string) bool {
	_, err := phonenumbers.Parse(number, "FR")
	return !errors.Is(err, phonenumbers.ErrInvalidCountryCode)
}

// DiallingPrefix is the code of a number's country without plus sign, such as 33.
func DiallingPrefix(e164 string) string {
	parsed, err := phonenumbers.Parse(e164, "FR")
	if err != nil {
		return ""
	}
	return strconv.Itoa(int(parsed.GetCountryCode()))
}

// CountryCode is the ISO code of a number's country, FR when there is none.
func CountryCode(e164 string) string {
	if parsed, err := phonenumbers.Parse(e164, "FR"); err == nil {
		if region := phonenumbers.GetRegionCodeForNumber(parsed); region != "" {
			return region
		}
	}
	return "FR"
}

// IsPhoneNumber takes a number as documented.
func IsPhoneNumber(v string) string {
	if isDocumentedNumber(v) {
		return ""
	}
	return "is neither a national nor an international number"
}

// IsInternationalNumber takes a number in international form.
func IsInternationalNumber(v string) string {
	if internationalNumber.MatchString(v) {
		return ""
	}
	return "is not an international number"
}

// IsPhoneNumberList takes numbers as documented, separated by commas.
func IsPhoneNumberList(v string) string {
	for number := range strings.SplitSeq(v, ",") {
		if complaint := IsPhoneNumber(number); complaint != "" {
			return "holds a part that " + complaint
		}
	}
	return ""
}

// IsBareNumber takes an international number without plus sign, as some pages
// write it: 336xxxxxxxx.
func IsBareNumber(v string) string {
	if bareNumber.MatchString(v) {
		return ""
	}
	return "is not an international number without plus sign"
}
