package voice

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// tenths is a time in tenths of a second, as durations are in the documented answers.
type tenths int

// decimal writes seconds.
func (t tenths) decimal() string {
	return strings.TrimSuffix(strconv.FormatFloat(float64(t)/10, 'f', 1, 64), ".0")
}

// whole are the whole seconds of a time.
func (t tenths) whole() int {
	return int(t / 10)
}

// speech is how long a text is spoken. A comma is a pause of half a second, as documented.
// How long the vendor takes for the rest is not: a tenth of a second a character, after a
// time that makes the documented answer.
func speech(text string, rate float64) tenths {
	commas := strings.Count(text, ",")
	spoken := float64(utf8.RuneCountInString(text) - commas)
	return tenths(56 + 5*commas + int(math.Round(spoken/rate)))
}

// seconds is how long a file plays, 0 without a file or when its duration is none.
func (f *Audio) seconds() tenths {
	if f == nil {
		return 0
	}
	total := 0
	for part := range strings.SplitSeq(f.Duration, ":") {
		n, err := strconv.Atoi(part)
		if err != nil {
			return 0
		}
		total = total*60 + n
	}
	return tenths(10 * total)
}
