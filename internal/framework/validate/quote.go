package validate

import (
	"fmt"
	"strconv"
	"unicode/utf8"
)

// mostQuoted is how many characters of a value an error shows: enough to find the value,
// and the whole value of any argument but a text.
const mostQuoted = 80

// Quote quotes a value for an error. It shows the beginning and the length of a long value.
func Quote(value string) string {
	if len(value) <= mostQuoted {
		return strconv.Quote(value)
	}
	shown := 0
	for at := range value {
		if shown == mostQuoted {
			return fmt.Sprintf("%s... (%d characters)", strconv.Quote(value[:at]), utf8.RuneCountInString(value))
		}
		shown++
	}
	return strconv.Quote(value)
}
