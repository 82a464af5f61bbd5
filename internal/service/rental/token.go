package rental

import (
	"errors"
	"strings"
	"unicode"
)

// checkToken is the rule of a token, which it never quotes.
func checkToken(token string) error {
	switch {
	case token == "":
		return errors.New("the token is empty or missing: write that of a rental")
	case strings.ContainsFunc(token, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) }):
		return errors.New("the token contains a blank or an invisible character, which no token has: remove it, for example with trimspace()")
	default:
		return nil
	}
}
