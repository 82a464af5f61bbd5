package phone

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// rank says how sure it is that a reading is meant.
type rank int

const (
	impossible rank = iota
	// oddLength is an international number that has as many digits as none known of
	// its country. Machines have such numbers.
	oddLength
	// possible numbers have a length that is right, inUse ones known digits as well.
	possible
	inUse
)

// reading is what a spelling can mean.
type reading struct {
	number *phonenumbers.PhoneNumber // nil where nothing could be made of it
	e164   string
	rank   rank
	// national says that it was written without a calling code.
	national bool
	err      error // of an impossible one
}

// read returns what a spelling means in a region. A 0 in brackets behind the
// calling code, as in +33 (0)6, is the one that is dialled inside the country
// only; where numbers of the country may begin with 0, it can be theirs.
func (s spelling) read(region string) reading {
	with := meaning(s.digits, region)
	if s.bracketed < 0 {
		return with
	}
	without := meaning(s.digits[:s.bracketed]+s.digits[s.bracketed+1:], region)
	number := without.number
	if number == nil {
		return with
	}
	code := int(number.GetCountryCode())
	switch {
	case s.bracketed > 0 && !strings.HasSuffix(s.digits[:s.bracketed], strconv.Itoa(code)), trunkPrefix(code) == "0":
		return with
	case !startsWithZero(code) || without.rank > with.rank:
		return without
	case with.rank > without.rank, with.rank == impossible:
		return with
	default:
		return reading{err: errors.New("the (0) may belong to it or not: write it without brackets, or leave it out")}
	}
}

// meaning returns what digits mean to somebody who dials them in a region.
func meaning(digits, region string) reading {
	first := interpret(digits, region)
	if strings.HasPrefix(digits, "+") {
		return first
	}
	if rest, ok := strings.CutPrefix(digits, "00"); ok {
		// 00 starts an international number nearly everywhere. Where it does not, it
		// still can mean that, if it means nothing else.
		plus := interpret("+"+rest, region)
		if plus.rank > first.rank || plus.rank == first.rank && dialsDoubleZero(region) {
			return plus
		}
		return first
	}
	if other, ok := elsewhere(digits, region, first); ok {
		return other
	}
	// Without its plus sign an international number is one that nobody has.
	if first.rank < inUse {
		if plus := interpret("+"+digits, region); plus.rank == inUse && plus.isOf(region) {
			return plus
		}
	}
	return first
}

// isOf reports whether a number is of the country of a region.
func (r reading) isOf(region string) bool {
	return int(r.number.GetCountryCode()) == phonenumbers.GetCountryCodeForRegion(region)
}

// interpret has the library read digits, with the prefixes that a region dials.
func interpret(digits, region string) reading {
	number, err := phonenumbers.ParseAndKeepRawInput(digits, region)
	if err != nil {
		return reading{err: explain(err, digits, region)}
	}
	national := number.GetCountryCodeSource() == phonenumbers.PhoneNumber_FROM_DEFAULT_COUNTRY
	number.RawInput = nil
	r := reading{number: number, national: national, e164: phonenumbers.Format(number, phonenumbers.E164)}
	where := place(national, region)
	length := phonenumbers.IsPossibleNumberWithReason(number)
	odd := length == phonenumbers.TOO_LONG || length == phonenumbers.INVALID_LENGTH
	if len(r.e164) > len("+")+maxDigits {
		r.err = fmt.Errorf("it is too long for %s", where)
		return r
	}
	switch {
	case isMachine(number):
		r.rank = inUse
	case keepsTrunkPrefix(number):
		r.err = fmt.Errorf("it is too short for %s", where)
		if length == phonenumbers.TOO_LONG {
			r.err = fmt.Errorf("it is too long for %s", where)
		}
	case phonenumbers.IsValidNumber(number):
		r.rank = inUse
	case length == phonenumbers.IS_POSSIBLE:
		r.rank = possible
	case odd && !national:
		r.rank = oddLength
	case length == phonenumbers.TOO_LONG:
		r.err = fmt.Errorf("it is too long for %s", where)
	case length == phonenumbers.INVALID_LENGTH:
		r.err = fmt.Errorf("no number in %s has that many digits", where)
	default:
		r.err = fmt.Errorf("it is too short for %s", where)
	}
	return r
}

// explain puts an error of the library into words.
func explain(err error, digits, region string) error {
	international := strings.HasPrefix(digits, "+") || isRegion(region)
	where := place(!strings.HasPrefix(digits, "+"), region)
	switch {
	case errors.Is(err, phonenumbers.ErrInvalidCountryCode) && international:
		return errors.New("it starts with no country's calling code")
	case errors.Is(err, phonenumbers.ErrInvalidCountryCode):
		return fmt.Errorf("%s is not a known country", quote(region))
	case errors.Is(err, phonenumbers.ErrNumTooLong):
		return fmt.Errorf("it is too long for %s", where)
	default:
		return fmt.Errorf("it is too short for %s", where)
	}
}

func place(national bool, region string) string {
	if national {
		return "the region " + region
	}
	return "its country"
}

// keepsTrunkPrefix reports whether a number still starts with the 0 that its
// country writes before national numbers. The library leaves it where the rest
// alone is too short, and takes 06 00 00 00 0 for nine digits, as many as there
// must be.
func keepsTrunkPrefix(n *phonenumbers.PhoneNumber) bool {
	return n.GetItalianLeadingZero() && trunkPrefix(int(n.GetCountryCode())) == "0"
}

// trunkPrefix is what a country writes before national numbers.
func trunkPrefix(callingCode int) string {
	return phonenumbers.GetNddPrefixForRegion(phonenumbers.GetRegionCodeForCountryCode(callingCode), true)
}

// startsWithZero reports whether numbers of a country may begin with a 0 that is
// dialled from abroad, too.
func startsWithZero(callingCode int) bool {
	for _, region := range phonenumbers.GetRegionCodesForCountryCode(callingCode) {
		for _, kind := range []phonenumbers.PhoneNumberType{phonenumbers.FIXED_LINE, phonenumbers.MOBILE} {
			if phonenumbers.GetExampleNumberForType(region, kind).GetItalianLeadingZero() {
				return true
			}
		}
	}
	return false
}

// dialsDoubleZero reports whether a region dials 00 before an international
// number.
func dialsDoubleZero(region string) bool {
	const abroad = "33600000001"
	number, err := phonenumbers.Parse("00"+abroad, region)
	return err == nil && phonenumbers.Format(number, phonenumbers.E164) == "+"+abroad
}
