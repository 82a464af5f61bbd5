package sms

import (
	"strings"

	"github.com/warthog618/sms/encoding/gsm7"
	"github.com/warthog618/sms/encoding/tpdu"
	"github.com/warthog618/sms/encoding/ucs2"
)

// The tags of the page "Caractères spéciaux".
const (
	lineBreakTag = ":br:"
	euroTag      = ":euro:"
)

// stopText is what isStopSms appends. Neither the text nor its length is
// documented; 36xxx is how the documentation writes a short code.
const stopText = " STOP au 36xxx"

// The limits of the page "Caractères spéciaux" and of code 52.
const (
	plainAlone, plainPart = 160, 153
	maxLowCost            = 160
	maxParts              = 10
)

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

// The tag of a line break leaves one character and counts as two.
var (
	tags    = strings.NewReplacer(lineBreakTag, "\n", euroTag, "€")
	counted = strings.NewReplacer(lineBreakTag, "\r\n", euroTag, "€")
)

// alphabet is made here, since the library makes its tables at the first use,
// which must not be by two requests at once.
var alphabet = gsm7.NewEncoder()

// escape announces a character of the alphabet's extension, and is none itself.
const escape = '\x1b'

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
	if unicode {
		w := wordsOf{shown: tags.Replace(posted)}
		w.measure(tpdu.DcsUCS2Data, ucs2.Encode([]rune(counted.Replace(posted))), 2)
		return w
	}
	posted = strings.Map(intoAlphabet, replacement.Replace(posted))
	w := wordsOf{shown: tags.Replace(posted)}
	septets, _ := alphabet.Encode([]byte(counted.Replace(posted))) // which is of the alphabet now
	w.measure(0, septets, 1)
	return w
}

// measure counts a text in a coding (0 is that of the alphabet), each of whose
// characters takes size bytes.
func (w *wordsOf) measure(coding tpdu.DCS, encoded []byte, size int) {
	w.length = len(encoded) / size
	w.parts = max(1, len(tpdu.TPDU{DCS: coding}.Segment(encoded)))
}

func intoAlphabet(r rune) rune {
	if _, err := alphabet.Encode([]byte(string(r))); err != nil || r == escape {
		return '?'
	}
	return r
}
