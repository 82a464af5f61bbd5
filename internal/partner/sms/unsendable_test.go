package sms

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
)

// What would be sent for other characters is not documented, so all are named, with
// their places.
func TestSegment_Undocumented(t *testing.T) {
	t.Parallel()
	const (
		one  = " can't be sent without is_unicode: it is not in the alphabet of GSM 03.38, and the vendor names no replacement for it"
		many = " can't be sent without is_unicode: they are not in the alphabet of GSM 03.38, and the vendor names no replacement for them"
	)
	for message, want := range map[string]string{
		"Livré 😀":              "'😀' (character 7)" + one,
		"ж":                    "'ж' (character 1)" + one,
		"a – b":                "'–' (character 3: write \"-\")" + one,
		"a b":                  `U+00A0 (character 2: write " ")` + one,
		"tab\tulator":          `U+0009 (character 4: write " ")` + one,
		"Ïle":                  "'Ï' (character 1: write \"I\")" + one,
		"été":                "U+0301 (characters 2 and 5: write it and the letter before as one, \"é\")" + one,
		"č":                   `U+030C (character 2: leave it out)` + one,
		"❤️":                   "'❤' (character 1) and U+FE0F (character 2: leave it out)" + many,
		"“quoted”":             "'”' (character 8: write \"\\\"\")" + one,
		"… ™ ½ ﬁ":              "'…' (character 1: write \"...\"), '™' (character 3: write \"TM\"), '½' (character 5: write \"1/2\") and 'ﬁ' (character 7: write \"fi\")" + many,
		"Český Œuvre":          "'Č' (character 1: write \"C\"), 'ý' (character 5: write \"y\") and 'Œ' (character 7: write \"OE\")" + many,
		"\x1b":                 `U+001B (character 1)` + one,
		"\x00":                 `U+0000 (character 1)` + one,
		"жш, then ш":           "'ж' (character 1) and 'ш' (characters 2 and 10)" + many,
		"[~çœ] ж":              "'ж' (character 7)" + one, // of the message, not of what replaces it
		strings.Repeat("–", 8): "'–' (characters 1, 2, 3, 4, 5 and 3 more: write \"-\")" + one,
		"абвгдежзийк": "'а' (character 1), 'б' (character 2), 'в' (character 3), 'г' (character 4), 'д' (character 5), " +
			"'е' (character 6), 'ж' (character 7), 'з' (character 8), 'и' (character 9), 'й' (character 10) and 1 other character" + many,
		"абвгдежзийкл": "'а' (character 1), 'б' (character 2), 'в' (character 3), 'г' (character 4), 'д' (character 5), " +
			"'е' (character 6), 'ж' (character 7), 'з' (character 8), 'и' (character 9), 'й' (character 10) and 2 other characters" + many,
	} {
		t.Run(message, func(t *testing.T) {
			t.Parallel()
			text, err := Segment(message, false)
			expect(t, "text", text, Text{})
			expect(t, "error", fmt.Sprint(err), want)
			if _, err := Segment(message, true); err != nil {
				t.Errorf("with Unicode: %v", err)
			}
		})
	}
}

// What an error says to write instead can be sent.
func TestSegment_Instead(t *testing.T) {
	t.Parallel()
	for c := rune(1); c < 0x30000; c++ {
		if isSent(string(c)) {
			continue
		}
		if plain := plainly(c); instead(c, "") != "" && !unicode.IsMark(c) && !unicode.Is(unicode.Cf, c) {
			if _, err := Segment(plain, false); err != nil || plain == "" {
				t.Errorf("%U: %q can't be sent either: %v", c, plain, err)
			}
		}
	}
}
