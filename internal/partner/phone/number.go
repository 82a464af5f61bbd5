// Package phone reads phone numbers the way people and the vendor write them,
// and tells whether two spellings name one phone.
package phone

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// DefaultRegion is the country of national numbers: the vendor is French.
const DefaultRegion = "FR"

// ErrRegion is the error of a region that is no ISO 3166 country with phones.
var ErrRegion = errors.New(`write an ISO 3166 country code of two letters, such as "FR"`)

// CheckRegion refuses what is not the ISO 3166 code of a country, in either
// case.
func CheckRegion(region string) error {
	if !isRegion(strings.ToUpper(region)) {
		return fmt.Errorf("%s is not a known country: %w", quote(region), ErrRegion)
	}
	return nil
}

func isRegion(region string) bool { return phonenumbers.GetSupportedRegions()[region] }

// E164 returns a number in international form, "+33600000000" for
// "06 00 00 00 00" in FR. It refuses only what can't be a number: one that is
// merely not known to be in use passes, since the lists of those age, and so does
// an international one that is longer than its country's others.
func E164(number, region string) (string, error) {
	region = strings.ToUpper(region)
	r := read(number, region)
	if r.err != nil {
		return "", refusal(number, r.err, func(part string) bool { return read(part, region).err == nil })
	}
	return r.e164, nil
}

const (
	minDigits = 4
	// maxDigits is the length of the longest number by ITU-T E.164. What is dialled
	// before an international one comes on top of it.
	maxDigits = 15
	// maxDialled is more than anybody dials.
	maxDialled = 30
)

// Check refuses what is impossible whatever the region is, which is all that can
// be known before the provider is configured. It reports a number of an odd
// length: an international one that has as many digits as none known of its
// country.
func Check(number string) (odd bool, err error) {
	odd, err = check(number)
	if err != nil {
		return false, refusal(number, err, func(part string) bool {
			_, err := check(part)
			return err == nil && countDigits(part) >= minSeveral
		})
	}
	return odd, nil
}

func check(number string) (odd bool, err error) {
	s, err := spell(number)
	if err != nil {
		return false, err
	}
	asDefault := reading{err: errors.New("it is too long for any region")}
	switch digits := s.digits; {
	case strings.HasPrefix(digits, "+"), strings.HasPrefix(digits, "00"):
		asDefault = s.read(DefaultRegion)
		if asDefault.rank >= possible || digits[0] == '+' {
			return asDefault.rank == oddLength, asDefault.err
		}
	case len(digits) < minDigits:
		return false, errors.New("it is too short for any region")
	case len(digits) <= maxDigits:
		return false, nil
	}
	if len(s.digits) <= maxDialled {
		for region := range phonenumbers.GetSupportedRegions() {
			if s.read(region).rank >= possible {
				return false, nil
			}
		}
	}
	return asDefault.rank == oddLength, asDefault.err
}

func read(number, region string) reading {
	s, err := spell(number)
	if err != nil {
		return reading{err: err}
	}
	return s.read(region)
}

// ErrSeveral is the error of a text that holds more than one number.
var ErrSeveral = errors.New("it holds more than one number")

// refusal says why a text is no number, which isNumber tells of its parts.
func refusal(text string, err error, isNumber func(string) bool) error {
	if holdsSeveral(text, isNumber) {
		err = ErrSeveral
	}
	return fmt.Errorf("%s is not a phone number: %w", quote(text), err)
}

// quote keeps an error short, whatever was written.
func quote(text string) string {
	const longest = 60
	for i := range text {
		if i >= longest {
			return strconv.Quote(text[:i]) + "..."
		}
	}
	return strconv.Quote(text)
}
