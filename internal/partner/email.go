package partner

import "strings"

// SameEmail compares e-mail addresses without case: the documentation does not say how the
// vendor stores one.
func SameEmail(a, b string) bool { return FoldEmail(a) == FoldEmail(b) }

// FoldEmail is the same text for all addresses that SameEmail holds to be equal. It folds the
// letters A to Z alone: other letters share a capital, such as i and ı, in different mailboxes.
func FoldEmail(email string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r - 'A' + 'a'
		}
		return r
	}, Readable(email))
}

// EmailIndex holds addresses, and finds those that are the same as another one. Its keys are
// those of FoldEmail.
type EmailIndex map[string][]string

// Add adds an address, in any case.
func (x EmailIndex) Add(email string) {
	folded := FoldEmail(email)
	x[folded] = append(x[folded], email)
}

// Find returns the addresses that are the same as this one.
func (x EmailIndex) Find(email string) []string { return x[FoldEmail(email)] }
