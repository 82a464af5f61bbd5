// Package phone reads phone numbers the way people in the vendor's market
// write them, and holds the Terraform type for them.
package phone

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/nyaruka/phonenumbers"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// DefaultRegion is the country of national numbers: the vendor is French.
const DefaultRegion = "FR"

// ErrRegion is the error of a region that is no ISO 3166 country with phones.
var ErrRegion = errors.New(`write an ISO 3166 country code of two letters, such as "FR"`)

// CheckRegion refuses what is not the ISO 3166 code of a country, in either
// case.
func CheckRegion(region string) error {
	if !phonenumbers.GetSupportedRegions()[strings.ToUpper(region)] {
		return fmt.Errorf("%s is not a known country: %w", validate.Quote(region), ErrRegion)
	}
	return nil
}

// E164 returns a number in international form, "+33600000000" for
// "06 00 00 00 00" in FR. It refuses only what can't be a number: one that is
// merely not known to be in use passes, since the lists of those age.
func E164(number, region string) (string, error) {
	parsed, err := parse(number, strings.ToUpper(region))
	if err != nil {
		return "", fmt.Errorf("%s is not a phone number: %w", validate.Quote(number), err)
	}
	return phonenumbers.Format(parsed, phonenumbers.E164), nil
}

// separators stand between the digits of a number for the eye: spaces of any
// kind, dots, dashes, slashes and brackets.
func isSeparator(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || strings.ContainsRune("./()", r)
}

// compact removes the separators and writes the prefix 00 as +: it starts an
// international number in France and nearly everywhere else, and no national
// one.
func compact(number string) (string, error) {
	var b strings.Builder
	for _, r := range number {
		switch {
		case r >= '0' && r <= '9', r == '+' && b.Len() == 0:
			b.WriteRune(r)
		case isSeparator(r):
		case r == '+':
			return "", errors.New("a plus sign stands only at the start")
		default:
			return "", fmt.Errorf("%q is neither a digit nor a separator", r)
		}
	}
	digits := b.String()
	if rest, ok := strings.CutPrefix(digits, "00"); ok {
		digits = "+" + rest
	}
	if strings.Trim(digits, "+") == "" {
		return "", errors.New("it has no digits")
	}
	return digits, nil
}

func isInternational(digits string) bool { return strings.HasPrefix(digits, "+") }

func parse(number, region string) (*phonenumbers.PhoneNumber, error) {
	digits, err := compact(number)
	if err != nil {
		return nil, err
	}
	where := "the region " + region
	if isInternational(digits) {
		where = "its country"
	}
	parsed, err := phonenumbers.Parse(digits, region)
	switch {
	case errors.Is(err, phonenumbers.ErrInvalidCountryCode) && isInternational(digits):
		return nil, errors.New("it starts with no country's calling code")
	case errors.Is(err, phonenumbers.ErrInvalidCountryCode):
		return nil, fmt.Errorf("%q is not a known country", region)
	case errors.Is(err, phonenumbers.ErrNumTooLong):
		return nil, fmt.Errorf("it is too long for %s", where)
	case err != nil:
		return nil, fmt.Errorf("it is too short for %s", where)
	}
	switch possible := phonenumbers.IsPossibleNumberWithReason(parsed); {
	case possible == phonenumbers.IS_POSSIBLE && !keepsTrunkPrefix(parsed):
		return parsed, nil
	case possible == phonenumbers.TOO_LONG:
		return nil, fmt.Errorf("it is too long for %s", where)
	case possible == phonenumbers.INVALID_LENGTH:
		return nil, fmt.Errorf("no number in %s has that many digits", where)
	case possible == phonenumbers.INVALID_COUNTRY_CODE:
		return nil, errors.New("it starts with no country's calling code")
	default:
		return nil, fmt.Errorf("it is too short for %s", where)
	}
}

// keepsTrunkPrefix reports whether a number still starts with the 0 that its
// country writes before national numbers. The library leaves it where the rest
// alone is too short, and takes 06 00 00 00 0 for nine digits, as many as there
// must be.
func keepsTrunkPrefix(n *phonenumbers.PhoneNumber) bool {
	region := phonenumbers.GetRegionCodeForCountryCode(int(n.GetCountryCode()))
	return n.GetItalianLeadingZero() && phonenumbers.GetNddPrefixForRegion(region, true) == "0"
}

// maxDigits is the length of the longest number by ITU-T E.164; an
// international prefix may come on top of it.
const (
	minDigits = 4
	maxDigits = 15
)

// check refuses what is impossible whatever the region is, which is all that
// can be known before the provider is configured.
func check(number string) error {
	digits, err := compact(number)
	switch {
	case err != nil:
		return fmt.Errorf("%s is not a phone number: %w", validate.Quote(number), err)
	case isInternational(digits):
		_, err := E164(number, DefaultRegion)
		return err
	case len(digits) < minDigits:
		return fmt.Errorf("%s is not a phone number: it is too short for any region", validate.Quote(number))
	case len(digits) > maxDigits:
		return fmt.Errorf("%s is not a phone number: it is too long for any region", validate.Quote(number))
	default:
		return nil
	}
}

// same reports whether two spellings name one number. A national spelling is
// read in the country of the international one that it is compared with: the
// provider's default region is not at hand here.
func same(a, b string) bool {
	x, errX := compact(a)
	y, errY := compact(b)
	if errX != nil || errY != nil {
		return a == b
	}
	if x == y {
		return true
	}
	if isInternational(y) {
		x, y = y, x
	}
	if !isInternational(x) {
		return false // two national numbers with different digits
	}
	international, err := phonenumbers.Parse(x, DefaultRegion)
	if err != nil {
		return false
	}
	region := phonenumbers.GetRegionCodeForNumber(international)
	if region == "" {
		region = phonenumbers.GetRegionCodeForCountryCode(int(international.GetCountryCode()))
	}
	other, err := phonenumbers.Parse(y, region)
	return err == nil && phonenumbers.Format(international, phonenumbers.E164) == phonenumbers.Format(other, phonenumbers.E164)
}
