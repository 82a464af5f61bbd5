package partner

import (
	"regexp"
	"strings"
)

// silence masks in an error whatever can be a key or a token. The answers of the operation
// hold keys or tokens of others, which are not known beforehand.
func (e *Error) silence() {
	e.Code, e.Message, e.Detail = mask(e.Code), mask(e.Message), mask(e.Detail)
	for i, p := range e.Problems {
		e.Problems[i] = Problem{
			Element: mask(p.Element), PhoneNumber: mask(p.PhoneNumber), Code: mask(p.Code), Message: mask(p.Message),
		}
	}
}

// mask keeps words, phone numbers and dates.
func mask(text string) string {
	return longWord.ReplaceAllStringFunc(text, func(word string) string {
		if strings.ContainsAny(word, "0123456789") {
			return redacted
		}
		return word
	})
}

// longWord is at least as long as the shortest key that is still a secret.
var longWord = regexp.MustCompile(`[A-Za-z0-9_-]{12,}`)
