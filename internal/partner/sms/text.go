package sms

import (
	"fmt"
	"maps"
	"strings"

	"github.com/warthog618/sms/encoding/gsm7"
	"github.com/warthog618/sms/encoding/gsm7/charset"
	"github.com/warthog618/sms/encoding/tpdu"
	"github.com/warthog618/sms/encoding/ucs2"
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

// Text is a message as the vendor sends and bills it.
type Text struct {
	Encoding Encoding
	// Text is the message after the vendor's replacements. Its tags, such as
	// :br:, are still in it.
	Text string
	// Characters counts as the vendor does: a line break's tag and an extension
	// character of GSM 03.38 are two, and so is a character beyond the BMP in
	// UCS-2.
	Characters int
	// Segments is the number of SMS for each recipient. A character that counts
	// two is not split over two of them, so there can be one more than the number
	// of characters asks for. Whether the vendor bills it is not documented.
	Segments int
}

// IsBlank reports whether a phone would show nothing of a message, after the
// vendor's replacements.
func IsBlank(message string, unicode bool) bool {
	if !unicode {
		message = replacements.Replace(message)
	}
	return strings.TrimSpace(tags.Replace(message)) == ""
}

// Segment applies the vendor's text rules to a message. Without unicode the
// vendor replaces some characters; what it makes of one that is neither replaced
// nor in GSM 03.38 is not documented, and therefore an error. So is a message of
// more characters than MaxSegments have.
//
// SMS Partner documentation: "Caractères spéciaux" / "Special characters".
func Segment(message string, unicode bool) (Text, error) {
	text := Text{Encoding: UCS, Text: message}
	if unicode {
		units := ucs2.Encode([]rune(tags.Replace(message)))
		text.Characters, text.Segments = len(units)/2, len(ucsSMS.Segment(units))
	} else {
		text.Encoding, text.Text = GSM, replacements.Replace(message)
		septets, err := alphabet.Encode([]byte(tags.Replace(text.Text)))
		if err != nil {
			return Text{}, newUnsendable(message)
		}
		text.Characters, text.Segments = len(septets), len(gsmSMS.Segment(septets))
	}
	// The vendor's page limits the characters. Whether a text takes one part more, since some
	// have no room for their last character, is the vendor's to judge.
	if fits := MaxSegments * partSizes[text.Encoding]; text.Characters > fits {
		return Text{}, fmt.Errorf("the message takes %d segments, and the vendor sends at most %d: "+
			"shorten its %d characters to %d or fewer", text.Segments, MaxSegments, text.Characters, fits)
	}
	return text, nil
}

// partSizes is how many characters a part of a long message has. The vendor
// documents that of GSM 03.38; that of UCS-2 is the standard's.
var partSizes = map[Encoding]int{GSM: 153, UCS: 67}

var (
	gsmSMS tpdu.TPDU // which has the alphabet of GSM 03.38
	ucsSMS = tpdu.TPDU{DCS: tpdu.DcsUCS2Data}
)

// alphabet is that of GSM 03.38 without its escape, which no text has to hold. It
// is made here, since the library makes its tables at the first use, which must not
// be by two calls at once.
var alphabet = func() *gsm7.Encoder {
	set := maps.Clone(charset.DefaultEncoder())
	delete(set, '\x1b')
	encoder := gsm7.NewEncoder().WithCharset(set)
	return &encoder
}()

// tags are written as what they count: the vendor says of :br: that it is two
// characters, and of :euro: that it stands for the sign.
var tags = strings.NewReplacer(":br:", "\r\n", ":euro:", "€")

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
