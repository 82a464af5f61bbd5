package validate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// Duration is the rule of a duration such as "30s", "5m" or "1h30m", of at
// least shortest.
func Duration(shortest time.Duration) Rule {
	return func(value string) error {
		d, err := time.ParseDuration(value)
		switch {
		case err != nil:
			return fmt.Errorf(`%s is not a duration: write a number and a unit, such as "30s", "5m" or "1h30m"`, Quote(value))
		case d < shortest:
			return fmt.Errorf("%s is too short: write %q or more", Quote(value), shortest)
		default:
			return nil
		}
	}
}

// OneOf is the rule of a value among a few.
func OneOf(values ...string) Rule {
	return func(value string) error {
		if slices.Contains(values, value) {
			return nil
		}
		return fmt.Errorf("%s is not among the values %s", Quote(value), quoted(values))
	}
}

func quoted(values []string) string {
	list := make([]string, len(values))
	for i, value := range values {
		list[i] = strconv.Quote(value)
	}
	return strings.Join(list, ", ")
}

// MessageID is the rule of a message id, which the vendor documents as a whole number. For
// any other id in a list, the vendor may refuse the whole list.
func MessageID(value string) error {
	if err := Identifier(value); err != nil {
		return err
	}
	if !sms.IsMessageID(value) {
		return fmt.Errorf("%s is not a message id: write the whole number that sending returned", Quote(value))
	}
	return nil
}

// longest is far above the length of the vendor's ids and tags.
const longest = 255

// Identifier is the rule of the vendor's other ids. It refuses blanks, which come from
// copying and match nothing.
func Identifier(value string) error {
	return unbroken("id", value, "copy it from the answer that gave it")
}

// SentTag is the rule of a tag to look for. Old tags may not fit the vendor's current form,
// but none has blanks.
func SentTag(value string) error {
	return unbroken("tag", value, "write the one that was given when sending")
}

func unbroken(what, value, whereFrom string) error {
	switch {
	case value == "":
		return fmt.Errorf("the %s is empty: %s", what, whereFrom)
	case strings.ContainsFunc(value, unicode.IsSpace):
		return fmt.Errorf("%s contains a blank, which no %s has: remove it, for example with trimspace()", Quote(value), what)
	case strings.ContainsFunc(value, func(r rune) bool { return !unicode.IsPrint(r) }):
		return fmt.Errorf("%s contains a control or invisible character, which no %s has", Quote(value), what)
	case utf8.RuneCountInString(value) > longest:
		return fmt.Errorf("%s is longer than any %s: none has more than %d characters", Quote(value), what, longest)
	default:
		return nil
	}
}

// Day is the rule of a day such as "2026-01-31".
func Day(value string) error {
	if _, err := time.Parse(time.DateOnly, value); err != nil {
		return fmt.Errorf(`%s is not a day of the calendar: write year, month and day as in "2026-01-31"`, Quote(value))
	}
	return nil
}
