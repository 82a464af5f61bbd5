package sms

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// MaxSegments is the most SMS that one message may be split into (code 52).
const MaxSegments = 10

// Encoding is how the characters of an SMS are sent.
type Encoding string

// The encodings of an SMS.
const (
	GSM Encoding = "GSM 03.38"
	UCS Encoding = "UCS-2"
)

// sizes of a lone SMS and of a part of a longer one, in characters. The vendor
// documents all but the length of a Unicode part, which is that of the standard.
var sizes = map[Encoding]struct{ lone, part int }{
	GSM: {160, 153},
	UCS: {70, 67},
}

// Text is a message as the vendor sends and bills it.
type Text struct {
	Encoding Encoding
	// Text is the message after the vendor's replacements. Its tags, such as
	// :br:, are still in it.
	Text string
	// Characters counts as the vendor does: an extension character of GSM 03.38
	// and a tag are two, and so is a character beyond the BMP in UCS-2.
	Characters int
	// Segments is the number of SMS billed for each recipient.
	Segments int
}

// Segment applies the vendor's text rules to a message. Without unicode the
// vendor replaces some characters; what it makes of one that is neither replaced
// nor in GSM 03.38 is not documented, and therefore an error. So is a message
// of more than MaxSegments.
//
// SMS Partner documentation: "Caractères spéciaux" / "Special characters".
func Segment(message string, unicode bool) (Text, error) {
	text := Text{Encoding: UCS, Text: message}
	if unicode {
		text.Characters = len(utf16.Encode([]rune(collapse(message))))
	} else {
		text.Encoding, text.Text = GSM, replacements.Replace(message)
		for _, c := range collapse(text.Text) {
			cost, ok := gsmCosts[c]
			if !ok {
				return Text{}, fmt.Errorf("%q can't be sent without is_unicode: it is not in the alphabet of GSM 03.38, "+
					"and the vendor names no replacement for it", c)
			}
			text.Characters += cost
		}
	}
	size := sizes[text.Encoding]
	switch {
	case text.Characters == 0:
	case text.Characters <= size.lone:
		text.Segments = 1
	default:
		text.Segments = (text.Characters + size.part - 1) / size.part
	}
	if text.Segments > MaxSegments {
		return Text{}, fmt.Errorf("the message takes %d segments, and the vendor sends at most %d: "+
			"shorten it from %d to %d characters", text.Segments, MaxSegments, text.Characters, MaxSegments*size.part)
	}
	return text, nil
}

// collapse writes each tag as two characters, which is what it counts. The
// vendor says so of :br:; :euro: stands for a sign of the extension table.
func collapse(message string) string { return tags.Replace(message) }

var tags = strings.NewReplacer(":br:", "\r\n", ":euro:", "\r\n")

// replacements is the vendor's table. It prints typographic quotes where the
// plain ones must be meant, since GSM 03.38 has no others.
var replacements = replaceEach(
	"ą", "à",
	"ç", "Ç",
	"ÿ", "y",
	"µ", "u",
	"œ", "oe",
	"°", ".",
	"ñ", "n",
	"Ñ", "N",
	"ûü", "u",
	"ïî", "i",
	"ôöó", "o",
	"ëê", "e",
	"äáâã", "a",
	"ÀÁÂÃÄ", "A",
	"ÈÊË", "E",
	"Î", "I",
	"ÙÚÛÜ", "U",
	"Ý", "Y",
	"ÔÖ", "O",
	"[{", "(",
	"]}", ")",
	"’`“‘", "'",
	"«»", `"`,
	`^~|\¨§`, "",
)

// replaceEach takes pairs of characters and what each of them becomes.
func replaceEach(pairs ...string) *strings.Replacer {
	var each []string
	for i := 0; i < len(pairs); i += 2 {
		for _, c := range pairs[i] {
			each = append(each, string(c), pairs[i+1])
		}
	}
	return strings.NewReplacer(each...)
}
