package simulator

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// The tags of the page "Caractères spéciaux".
const (
	lineBreakTag = ":br:"
	euroTag      = ":euro:"
)

// stopText is what isStopSms appends. Neither the text nor its length is
// documented; 36xxx is how the documentation writes a short code.
const stopText = " STOP au 36xxx"

// The lengths of the page "Caractères spéciaux". That of a part of a longer
// Unicode text is not documented; 67 is that of the GSM standard.
const (
	plainAlone, plainPart     = 160, 153
	unicodeAlone, unicodePart = 70, 67
	maxLowCost                = 160
	maxParts                  = 10
)

// gsmAlphabet is the basic alphabet of GSM 03.38.
const gsmAlphabet = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
	"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"

// replacement is the documented table: what stands in front becomes what stands
// behind. The two quotation marks are printed in a typographic form, which the
// alphabet has not.
var replacement = strings.NewReplacer(
	"ą", "à", "ç", "Ç", "ÿ", "y", "µ", "u", "œ", "oe", "°", ".", "ñ", "n", "Ñ", "N",
	"û", "u", "ü", "u", "ï", "i", "î", "i", "ô", "o", "ö", "o", "ó", "o", "ë", "e", "ê", "e",
	"ä", "a", "á", "a", "â", "a", "ã", "a", "À", "A", "Á", "A", "Â", "A", "Ã", "A", "Ä", "A",
	"È", "E", "Ê", "E", "Ë", "E", "Î", "I", "Ù", "U", "Ú", "U", "Û", "U", "Ü", "U", "Ý", "Y", "Ô", "O", "Ö", "O",
	"[", "(", "{", "(", "]", ")", "}", ")",
	"’", "'", "`", "'", "“", "'", "‘", "'", "«", `"`, "»", `"`,
	"^", "", "~", "", "|", "", `\`, "", "¨", "", "§", "",
)

var tags = strings.NewReplacer(lineBreakTag, "\n", euroTag, "€")

// wordsOf is a text as it leaves.
type wordsOf struct {
	// shown is what the phone shows.
	shown string
	// length is in characters as they are billed, parts how many SMS that is.
	length, parts int
}

// compose applies the text rules. What becomes of a character that is neither in
// the alphabet nor in the table is not known; here it is a question mark.
func compose(posted string, unicode, withStop bool) wordsOf {
	if withStop {
		posted += stopText
	}
	// The tag counts as two characters and leaves one.
	breaks := strings.Count(posted, lineBreakTag)
	if unicode {
		w := wordsOf{shown: tags.Replace(posted)}
		w.length = len(utf16.Encode([]rune(w.shown))) + breaks
		w.parts = parts(w.length, unicodeAlone, unicodePart)
		return w
	}
	w := wordsOf{shown: strings.Map(intoAlphabet, tags.Replace(replacement.Replace(posted)))}
	// The euro sign is the one character left that takes two places.
	w.length = utf8.RuneCountInString(w.shown) + breaks + strings.Count(w.shown, "€")
	w.parts = parts(w.length, plainAlone, plainPart)
	return w
}

func intoAlphabet(r rune) rune {
	if r == '€' || strings.ContainsRune(gsmAlphabet, r) {
		return r
	}
	return '?'
}

func parts(length, alone, part int) int {
	if length <= alone {
		return 1
	}
	return (length + part - 1) / part
}
