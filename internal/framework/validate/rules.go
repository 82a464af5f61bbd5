package validate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Duration is the rule of a duration such as "30s", "5m" or "1h30m", of at
// least shortest.
func Duration(shortest time.Duration) Rule {
	return func(value string) error {
		d, err := time.ParseDuration(value)
		switch {
		case err != nil:
			return fmt.Errorf(`%q is not a duration: write a number and a unit, such as "30s", "5m" or "1h30m"`, value)
		case d < shortest:
			return fmt.Errorf("%q is too short: write %q or more", value, shortest)
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
		return fmt.Errorf("%q is not among the values %s", value, quoted(values))
	}
}

func quoted(values []string) string {
	list := make([]string, len(values))
	for i, value := range values {
		list[i] = strconv.Quote(value)
	}
	return strings.Join(list, ", ")
}

// Identifier is the rule of the vendor's ids: anything but blanks, which come
// from copying and match nothing.
func Identifier(value string) error {
	return unbroken("id", value, "copy it from the answer that gave it")
}

// SentTag is the rule of a tag to look for. Old ones can be of another form than
// the vendor takes now, but none has blanks.
func SentTag(value string) error {
	return unbroken("tag", value, "write the one that was given when sending")
}

func unbroken(what, value, whereFrom string) error {
	switch {
	case value == "":
		return fmt.Errorf("the %s is empty: %s", what, whereFrom)
	case strings.ContainsFunc(value, unicode.IsSpace):
		return fmt.Errorf("%q contains a blank, which no %s has: remove it, for example with trimspace()", value, what)
	case strings.ContainsFunc(value, func(r rune) bool { return !unicode.IsPrint(r) }):
		return fmt.Errorf("%q contains a control character, which no %s has", value, what)
	default:
		return nil
	}
}

// Day is the rule of a day such as "2026-01-31".
func Day(value string) error {
	if _, err := time.Parse(time.DateOnly, value); err != nil {
		return fmt.Errorf(`%q is not a day of the calendar: write year, month and day as in "2026-01-31"`, value)
	}
	return nil
}
