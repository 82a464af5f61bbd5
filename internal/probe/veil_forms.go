package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isWordEdge is true if a value in a text ends where the rest begins.
func isWordEdge(rest, value string, before bool) bool {
	outside, _ := utf8.DecodeRuneInString(rest)
	inside, _ := utf8.DecodeLastRuneInString(value)
	if before {
		outside, _ = utf8.DecodeLastRuneInString(rest)
		inside, _ = utf8.DecodeRuneInString(value)
	}
	isPart := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return rest == "" || !isPart(outside) || !isPart(inside)
}

// shownPhone keeps how a number was spelled: with a plus, in national form, with blanks.
func shownPhone(value string, n int) string {
	prefix, rest := "", strings.TrimPrefix(value, "tel:")
	if rest != value {
		prefix = "tel:"
	}
	switch {
	case strings.HasPrefix(rest, "+"):
		prefix += "+"
	case strings.HasPrefix(rest, "00"):
		prefix += "00"
	case strings.HasPrefix(rest, "0"):
		prefix += "0"
	}
	spaced := ""
	if strings.ContainsAny(strings.TrimSpace(rest), " .-") {
		spaced = " spaced"
	}
	return fmt.Sprintf("%s<phone %d%s>", prefix, n, spaced)
}

// standInFor is a value of the same form.
func standInFor(k kind, value string, n int) string {
	switch k {
	case aPhone:
		return phoneLike(value, n)
	case aMail:
		return fmt.Sprintf("mail%d@example.com", n)
	case aLink:
		return fmt.Sprintf("https://example.com/%d", n)
	case aKey:
		return fmt.Sprintf("%040d", n)
	case aName:
		return fmt.Sprintf("Name %d", n)
	case aText:
		return fmt.Sprintf("text %d", n)
	case anSum:
		return amountLike(value, n)
	default: // a token, an id, a number
		if _, err := strconv.ParseInt(value, 10, 64); err == nil && len(value) < 19 {
			return strconv.Itoa(1000 + n)
		}
		if len(value) >= 20 {
			return fmt.Sprintf("%0*d", len(value), n)
		}
		return fmt.Sprintf("%c%d", firstLetter(value), n)
	}
}

func firstLetter(value string) rune {
	for _, r := range value {
		if r < utf8.RuneSelf && unicode.IsLetter(r) {
			return r
		}
	}
	return 'X'
}

// phoneLike replaces the digits of a number after its country and first digit, and keeps
// how it was spelled.
func phoneLike(value string, n int) string {
	digits := digitsOf(value)
	if len(digits) < 6 {
		return strconv.Itoa(n)
	}
	dummy := digits[:3] + fmt.Sprintf("%0*d", len(digits)-3, n)
	bare := strings.TrimPrefix(value, "tel:")
	switch {
	case strings.HasPrefix(bare, "00"):
		dummy = "00" + dummy
	case strings.HasPrefix(bare, "0"):
		dummy = "0" + strings.TrimPrefix(dummy, "33")
	}
	i := 0
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' || i >= len(dummy) {
			return r
		}
		i++
		return rune(dummy[i-1])
	}, value)
}

func amountLike(value string, n int) string {
	_, decimals, has := strings.Cut(value, ".")
	if !has {
		return strconv.Itoa(100 + n)
	}
	return fmt.Sprintf("%d.%s", 100+n, strings.Repeat("0", len(decimals)))
}
