package validate

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

const longestTag = 20

// Tag is the rule of a new tag of at least so many characters. empty says what becomes of a
// message without a tag.
func Tag(shortest int, empty string) Rule {
	return func(tag string) error {
		switch count := utf8.RuneCountInString(tag); {
		case tag == "":
			return errors.New("it is empty: leave it out, and " + empty)
		case count > longestTag:
			return fmt.Errorf("%s has more than %d characters", Quote(tag), longestTag)
		case strings.ContainsFunc(tag, unicode.IsSpace):
			return fmt.Errorf("%q contains a blank", tag)
		case strings.ContainsFunc(tag, unicode.IsUpper):
			return fmt.Errorf("%q contains a capital letter: the vendor takes lower case only", tag)
		case strings.ContainsFunc(tag, func(r rune) bool { return !unicode.IsPrint(r) }):
			return fmt.Errorf("%q contains a control or invisible character: remove it", tag)
		case count < shortest:
			return fmt.Errorf("%q has fewer than %d characters", tag, shortest)
		default:
			return nil
		}
	}
}
