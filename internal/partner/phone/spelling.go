package phone

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// spelling is a number as it was written, without separators.
type spelling struct {
	// digits may begin with a plus sign.
	digits string
	// bracketed is where in digits a lone 0 stood in brackets, or -1.
	bracketed int
}

// spell reads what a person, a program or the vendor wrote.
func spell(number string) (spelling, error) {
	s := spelling{bracketed: -1}
	var digits strings.Builder
	bracket := -1 // where in digits the bracket began that is open
	for _, r := range withoutScheme(number) {
		d, isDigit := digit(r)
		switch {
		case isDigit:
			digits.WriteByte(d)
		case isPlus(r) && digits.Len() == 0:
			digits.WriteByte('+')
		case isPlus(r):
			return spelling{}, errors.New("a plus sign stands only at the start")
		case !isSeparator(r):
			return spelling{}, fmt.Errorf("%q is neither a digit nor a separator", r)
		case r == '(', r == '（', r == '[':
			bracket = digits.Len()
		case r == ')', r == '）', r == ']':
			if bracket >= 0 && digits.String()[bracket:] == "0" && s.bracketed < 0 {
				s.bracketed = bracket
			}
			bracket = -1
		}
	}
	s.digits = digits.String()
	if strings.Trim(s.digits, "+") == "" {
		return spelling{}, errors.New("it has no digits")
	}
	return s, nil
}

// withoutScheme turns an address such as tel:+33-6-00-00-00-01, as the vendor's
// number lookup writes it, into the number in it.
func withoutScheme(number string) string {
	const scheme = "tel:"
	trimmed := strings.TrimLeftFunc(number, isSeparator)
	if len(trimmed) > len(scheme) && strings.EqualFold(trimmed[:len(scheme)], scheme) {
		return trimmed[len(scheme):]
	}
	return number
}

// separators are the dots, slashes, brackets and look-alikes of dashes that
// isSeparator knows besides whole classes of characters.
const separators = "./()[]~" + "．／（）［］～·•" + "−⁃˗➖۔ーｰ─━⁓∼"

// isSeparator reports whether a character stands between the digits of a number
// for the eye, or can't be seen at all: copying from a page or a contact brings
// along direction marks, soft hyphens and the like.
func isSeparator(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(separators, r) ||
		unicode.In(r, unicode.Pd, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

func isPlus(r rune) bool { return r == '+' || r == '＋' || r == '﹢' }

// digit returns the ASCII form of a decimal digit of any script.
func digit(r rune) (byte, bool) {
	if r >= '0' && r <= '9' {
		return byte(r), true
	}
	if r < unicode.MaxASCII || !unicode.IsDigit(r) {
		return 0, false
	}
	// Unicode keeps the ten digits of a script together, in order.
	first := r
	for unicode.IsDigit(first - 1) {
		first--
	}
	return byte('0' + (r-first)%10), true
}

// minSeveral is how many digits make part of a text a number when the region is not known.
const minSeveral = 7

func countDigits(text string) int {
	n := 0
	for _, r := range text {
		if _, ok := digit(r); ok {
			n++
		}
	}
	return n
}

// holdsSeveral reports whether two parts of a text are numbers.
func holdsSeveral(text string, isNumber func(string) bool) bool {
	const longest = 1000 // of a text that is read closely
	if len(text) > longest {
		return false
	}
	isBreak := func(r rune) bool { return strings.ContainsRune("/／;|,\n\r", r) }
	isBlank := func(r rune) bool { return isBreak(r) || unicode.IsSpace(r) }
	apart := strings.NewReplacer("+", "\n+", "＋", "\n+").Replace(text)
	for _, between := range []func(rune) bool{isBreak, isBlank} {
		parts, found := strings.FieldsFunc(apart, between), 0
		if len(parts) < 2 {
			continue // reading the whole text again takes long, and tells nothing
		}
		for _, part := range parts {
			if isNumber(part) {
				found++
			}
		}
		if found > 1 {
			return true
		}
	}
	return false
}
