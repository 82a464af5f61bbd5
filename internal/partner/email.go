package partner

import "strings"

// SameEmail compares e-mail addresses without case: the documentation does not say how the
// vendor stores one.
func SameEmail(a, b string) bool { return FoldEmail(a) == FoldEmail(b) }

// FoldEmail is the same text for all addresses that SameEmail holds to be equal. Lower case
// alone is not: some letters have two upper cases, and others two lower ones.
func FoldEmail(email string) string { return strings.ToLower(strings.ToUpper(Readable(email))) }
