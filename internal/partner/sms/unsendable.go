package sms

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Bounds of what an error lists: the characters that can't be sent, and the places of
// each.
const (
	maxUnsendable = 10
	maxPlaces     = 5
)

// unsendable is the error of a message with characters for which the vendor documents no
// result. It names all of them, with their places, so that one look at the text is enough.
type unsendable struct {
	characters []rune // in the order in which they first appear
	places     map[rune][]int
	instead    map[rune]string
}

// ErrUnsendable is the kind of error that names the characters of a message for which the
// vendor documents no result.
var ErrUnsendable = errors.New("characters that can't be sent")

func (u *unsendable) Is(target error) bool { return target == ErrUnsendable }

func newUnsendable(message string) *unsendable {
	u := unsendable{places: map[rune][]int{}, instead: map[rune]string{}}
	runes := []rune(message)
	for i, c := range runes {
		if isSent(string(c)) {
			continue
		}
		if u.places[c] == nil {
			u.characters = append(u.characters, c)
			before := ""
			if i > 0 {
				before = string(runes[i-1])
			}
			u.instead[c] = instead(c, before)
		}
		u.places[c] = append(u.places[c], i+1)
	}
	return &u
}

func (u *unsendable) Error() string {
	var all []string
	for _, c := range u.characters[:min(len(u.characters), maxUnsendable)] {
		all = append(all, fmt.Sprintf("%s (%s%s)", named(c), places(u.places[c]), u.instead[c]))
	}
	switch more := len(u.characters) - maxUnsendable; {
	case more == 1:
		all = append(all, "1 other character")
	case more > 1:
		all = append(all, fmt.Sprintf("%d other characters", more))
	}
	it, is := "it", "is"
	if len(all) > 1 {
		it, is = "they", "are"
	}
	return fmt.Sprintf("%s can't be sent without is_unicode: %s %s not in the alphabet of GSM 03.38, and the vendor names no replacement for %s",
		joined(all), it, is, strings.Replace(it, "they", "them", 1))
}

// named writes a character so that it can be seen and found.
func named(c rune) string {
	if !unicode.IsPrint(c) || unicode.IsMark(c) {
		return fmt.Sprintf("U+%04X", c)
	}
	return strconv.QuoteRune(c)
}

func places(at []int) string {
	var all []string
	for _, place := range at[:min(len(at), maxPlaces)] {
		all = append(all, strconv.Itoa(place))
	}
	if more := len(at) - maxPlaces; more > 0 {
		all = append(all, fmt.Sprintf("%d more", more))
	}
	if len(all) == 1 {
		return "character " + all[0]
	}
	return "characters " + joined(all)
}

// joined joins parts as a sentence does.
func joined(parts []string) string {
	last := len(parts) - 1
	if last <= 0 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts[:last], ", ") + " and " + parts[last]
}

// isSent reports whether a text without tags is sent as documented.
func isSent(text string) bool {
	_, err := alphabet.Encode([]byte(replacements.Replace(text)))
	return err == nil
}

// instead is the advice what to write for a character, if there is something plain.
// before is the one before it.
func instead(c rune, before string) string {
	if unicode.IsMark(c) || unicode.Is(unicode.Cf, c) {
		if whole := norm.NFC.String(before + string(c)); len([]rune(whole)) == 1 && isSent(whole) {
			return fmt.Sprintf(": write it and the letter before as one, %q", whole)
		}
		return ": leave it out"
	}
	if plain := plainly(c); plain != "" && isSent(plain) {
		return fmt.Sprintf(": write %q", plain)
	}
	return ""
}

// plainly writes a character by itself: without accents, as the letters of which it
// is made, or as what looks like it.
func plainly(c rune) string {
	var plain strings.Builder
	for _, part := range lookAlikes.Replace(norm.NFKD.String(lookAlikes.Replace(string(c)))) {
		if !unicode.IsMark(part) {
			plain.WriteRune(part)
		}
	}
	return plain.String()
}

// lookAlikes has no letters or digits but those that Unicode does not take apart.
var lookAlikes = replaceEach(
	"\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022", "-",
	"\u201d\u201e\u201f\u2033", `"`,
	"\u201a\u201b\u2032\u2039\u203a\u02bc", "'",
	"\u2044", "/",
	"\u00d7", "x",
	"\u00b7", ".",
	"\u00a9", "(c)",
	"\u00ae", "(R)",
	"\u2192", "->",
	"\u2190", "<-",
	"\u0152", "OE",
	"\u0141", "L",
	"\u0142", "l",
	"\u0110", "D",
	"\u0111", "d",
	"\u0131", "i",
	"\t\u2028\u2029", " ",
)
