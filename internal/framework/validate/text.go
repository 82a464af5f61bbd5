package validate

import (
	"fmt"
	"unicode"
)

// Visible is the rule of a text that a phone shows: no control characters but line
// breaks, and none that can't be seen, such as zero-width characters and direction
// marks. They come from copying, are paid for, and can hide what a text says.
func Visible(text string) error {
	runes := []rune(text)
	for i, r := range runes {
		switch {
		case r >= ' ' && r <= '~', r == '\n', r == '\r', r == zeroWidthJoiner && joins(runes, i):
		case unicode.IsControl(r), unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp):
			return fmt.Errorf("its character %d is U+%04X, which no phone shows: remove it", i+1, r)
		}
	}
	return nil
}

// zeroWidthJoiner makes one emoji of several.
const zeroWidthJoiner = '\u200d'

// joins reports whether the character at i stands between two emoji.
func joins(runes []rune, i int) bool {
	return i > 0 && i+1 < len(runes) && isEmoji(runes[i-1]) && isEmoji(runes[i+1])
}

// isEmoji is also true of the marks that follow an emoji: its skin, and that it is
// one.
func isEmoji(r rune) bool { return unicode.In(r, unicode.So, unicode.Sk, unicode.Variation_Selector) }
