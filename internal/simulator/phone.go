package simulator

import (
	"regexp"
	"strings"

	"github.com/nyaruka/phonenumbers"
)

var (
	nationalNumber      = regexp.MustCompile(`^0[1-9][0-9]{8}$`)
	internationalNumber = regexp.MustCompile(`^\+[1-9][0-9]{6,14}$`)
	// bareNumber is how the page of the long number writes one: 336xxxxxxxx.
	bareNumber = regexp.MustCompile(`^[1-9][0-9]{6,14}$`)
)

// isDocumentedNumber reports whether a number is written as documented: French
// national, or international with a plus sign.
func isDocumentedNumber(s string) bool {
	return nationalNumber.MatchString(s) || internationalNumber.MatchString(s)
}

// e164 gives the one spelling under which a number is known: national, 00 and
// international forms are the same number. It is false for anything else.
func e164(s string) (string, bool) {
	if rest, abroad := strings.CutPrefix(s, "00"); abroad {
		s = "+" + rest
	}
	if nationalNumber.MatchString(s) {
		s = "+33" + s[1:]
	}
	return s, internationalNumber.MatchString(s)
}

// withPlus trims a number and gives it the plus sign that it lacks: some pages
// leave it out, and in a query it is a blank unless it is escaped.
func withPlus(number string) string {
	number = strings.TrimSpace(number)
	if bareNumber.MatchString(number) {
		return "+" + number
	}
	return number
}

// national writes a French number in national form and leaves others alone.
func national(e164 string) string {
	if rest, french := strings.CutPrefix(e164, "+33"); french {
		return "0" + rest
	}
	return e164
}

// seemsMobile is true for every number that is not known to be of another kind:
// numbers made up for tests are in no numbering plan. French ones are known by
// how they begin: 6 and 7 are mobile, the rest is not, whether assigned or not.
func seemsMobile(number string) bool {
	normal, valid := e164(number)
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

// countryCode is the ISO code of a number's country, FR when there is none.
func countryCode(e164 string) string {
	if parsed, err := phonenumbers.Parse(e164, "FR"); err == nil {
		if region := phonenumbers.GetRegionCodeForNumber(parsed); region != "" {
			return region
		}
	}
	return "FR"
}
