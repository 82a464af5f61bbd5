package validate

import (
	"fmt"
	"net/mail"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestEmail is a length that no address exceeds.
const longestEmail = 255

// Email is the rule of an e-mail address, without a name before it.
func Email(email string) error {
	visible := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, email)
	address, err := mail.ParseAddress(visible)
	switch {
	case err != nil || address.Address != visible:
		return fmt.Errorf("%s is not an e-mail address: write one such as \"name@example.com\"", Quote(email))
	case visible != email:
		return fmt.Errorf("%s contains a blank or an invisible character, which no e-mail address has: remove it, for example with trimspace()", Quote(email))
	case utf8.RuneCountInString(email) > longestEmail:
		return fmt.Errorf("%s is longer than any e-mail address: none has more than %d characters", Quote(email), longestEmail)
	default:
		return nil
	}
}
