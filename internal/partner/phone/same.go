package phone

import (
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// Same reports whether two spellings name one phone. A national one is read in
// the country of the international one with which it is compared: the provider's
// default region is not at hand where the vendor's answers are read.
func Same(a, b string) bool {
	if a == b {
		return true
	}
	if differ(a, b) { // reading takes long, and lists are compared each with each
		return false
	}
	x, errX := spell(a)
	y, errY := spell(b)
	if errX != nil || errY != nil {
		return false
	}
	if x == y {
		return true
	}
	if !strings.HasPrefix(x.digits, "+") && (y.isInternational() || !x.isInternational()) {
		x, y = y, x
	}
	if !x.isInternational() {
		return false // two national numbers with different digits
	}
	international := x.read(DefaultRegion)
	return international.err == nil && y.names(international)
}

// isInternational reports whether a number names its own country.
func (s spelling) isInternational() bool {
	return strings.HasPrefix(s.digits, "+") || strings.HasPrefix(s.digits, "00")
}

// names reports whether a spelling can be that of an international number.
func (s spelling) names(international reading) bool {
	if s.isInternational() {
		if r := s.read(DefaultRegion); r.err == nil && r.e164 == international.e164 {
			return true
		}
	}
	bare := international.e164[1:]
	if before, ok := strings.CutSuffix(s.digits, bare); ok && (before == "" || isDialled(before, international)) {
		return true
	}
	code := int(international.number.GetCountryCode())
	region := phonenumbers.GetRegionCodeForNumber(international.number)
	if region == "" {
		region = phonenumbers.GetRegionCodeForCountryCode(code)
	}
	r := s.read(region)
	return r.err == nil && r.e164 == international.e164
}

// isDialled reports whether digits are what some region dials before an
// international number. A single digit is as well a country's trunk prefix.
func isDialled(before string, international reading) bool {
	if len(before) == 1 {
		return false
	}
	for region := range phonenumbers.GetSupportedRegions() {
		r := interpret(before+international.e164[1:], region)
		if r.err == nil && !r.national && r.e164 == international.e164 {
			return true
		}
	}
	return false
}

// differ reports whether two numbers can't be one, since their last digits differ:
// these are the same in each spelling of a number.
func differ(a, b string) bool {
	x, okX := tail(a)
	y, okY := tail(b)
	return okX && okY && x != y
}

// tail returns the last digits of a number. It is false where a character may be
// a digit of another script.
func tail(number string) (last [4]byte, ok bool) {
	at := len(last)
	for i := len(number) - 1; i >= 0 && at > 0; i-- {
		switch c := number[i]; {
		case c >= '0' && c <= '9':
			at--
			last[at] = c
		case c >= 0x80:
			return last, false
		}
	}
	return last, true
}
