package validate

import (
	"fmt"
	"unicode"
)

// Visible is the rule of a text that a phone shows. It refuses control characters other
// than line breaks, and invisible ones such as zero-width characters and direction marks:
// these come from copying, cost money, and can hide what a text says.
func Visible(text string) error {
	runes := []rune(text)
	for i, r := range runes {
		switch {
		case r >= ' ' && r <= '~', r == '\n', r == '\r', r == zeroWidthJoiner && between(runes, i, isEmoji),
			(r == zeroWidthJoiner || r == zeroWidthNonJoiner) && between(runes, i, isJoined):
		case unicode.IsControl(r), unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp):
			return fmt.Errorf("its character %d is U+%04X, which nobody can see: remove it", i+1, r)
		}
	}
	return nil
}

const (
	// zeroWidthJoiner makes one emoji of several, and joins letters.
	zeroWidthJoiner = '\u200d'
	// zeroWidthNonJoiner keeps letters apart that would join.
	zeroWidthNonJoiner = '\u200c'
)

// between reports whether the character at i stands between two of a kind.
func between(runes []rune, i int, is func(rune) bool) bool {
	return i > 0 && i+1 < len(runes) && is(runes[i-1]) && is(runes[i+1])
}

// isEmoji is also true of the marks that follow an emoji (skin tone, emoji style), and of
// the arrows and signs that join with emoji.
func isEmoji(r rune) bool {
	return unicode.In(r, unicode.So, unicode.Sk, unicode.Sm, unicode.Variation_Selector)
}

// isJoined reports whether a letter or mark is of a script whose letters join, as those
// of Persian and Hindi do.
func isJoined(r rune) bool {
	return unicode.In(r, unicode.L, unicode.M) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}
