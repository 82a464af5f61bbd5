package partner

import (
	"regexp"
	"slices"
	"strings"
)

// silence masks in an error whatever can be a key or a token. The answers of the operation
// hold keys or tokens of others, which are not known beforehand. data is the operation's name
// of its data, which a detail may tell.
func (e *Error) silence(data string) {
	e.Code, e.Message, e.Detail = mask(e.Code), mask(e.Message), mask(e.Detail, data)
	for i, p := range e.Problems {
		e.Problems[i] = Problem{
			Element: mask(p.Element), PhoneNumber: mask(p.PhoneNumber), Code: mask(p.Code), Message: mask(p.Message),
		}
	}
}

// mask keeps words, phone numbers, dates, and the names of ours.
func mask(text string, ours ...string) string {
	return longRun.ReplaceAllStringFunc(text, func(run string) string {
		word := strings.Trim(run, ".")
		if word == "" || plainRun.MatchString(word) || slices.Contains(ours, word) {
			return run
		}
		return redacted
	})
}

var (
	// longRun is at least as long as the shortest key that is still a secret, and of the
	// characters that keys and tokens have.
	longRun = regexp.MustCompile(`[A-Za-z0-9_+/=.~-]{12,}`)
	// plainRun is a word, words joined by dashes, a number or a date.
	plainRun = regexp.MustCompile(`^(?:[A-Z]?[a-z]{1,19}(?:-[a-z]{1,19}){0,3}|[A-Z]{1,19}(?:_[A-Z]{1,19})*|\+?[0-9]{1,15}|[0-9]{4}-[0-9]{2}-[0-9]{2})$`)
)
