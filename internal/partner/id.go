package partner

import (
	"strings"
	"unicode"
)

// IsID reports whether a text can be the vendor's id of something. The documentation shows
// ids of letters and digits, and states no form.
func IsID(text string) bool {
	return text != "" && text != "0" && text != "false" && !strings.ContainsFunc(text, unicode.IsSpace)
}
