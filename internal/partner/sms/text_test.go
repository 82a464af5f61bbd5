package sms

import (
	"fmt"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// TestSegment_Replacements is every row of the vendor's table, in its order: what
// the vendor writes for each of some characters. It prints typographic quotes
// where the plain ones are meant.
func TestSegment_Replacements(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ characters, written string }{
		{"ą", "à"},
		{"ç", "Ç"},
		{"ÿ", "y"},
		{"µ", "u"},
		{"œ", "oe"},
		{"°", "."},
		{"ñ", "n"},
		{"Ñ", "N"},
		{"ûü", "u"},
		{"ïî", "i"},
		{"ôöó", "o"},
		{"ëê", "e"},
		{"äáâã", "a"},
		{"ÀÁÂÃÄ", "A"},
		{"ÈÊË", "E"},
		{"Î", "I"},
		{"ÙÚÛÜ", "U"},
		{"Ý", "Y"},
		{"ÔÖ", "O"},
		{"[{", "("},
		{"]}", ")"},
		{"\u2019\u0060\u201c\u2018", "'"},
		{"«»", `"`},
		{`^~|\¨§`, ""},
	} {
		for _, character := range row.characters {
			got := segment(t, "a"+string(character)+"z", false)
			expect(t, string(character), got.Text, "a"+row.written+"z")
			expect(t, "characters of "+string(character), got.Characters, 2+len([]rune(row.written)))
			// With Unicode nothing is replaced.
			expect(t, string(character)+" as Unicode", segment(t, "a"+string(character)+"z", true), Text{UCS, "a" + string(character) + "z", 3, 1})
		}
	}
}

// segment is what the rules make of a message that can be sent.
func segment(t *testing.T, message string, unicode bool) Text {
	t.Helper()
	text, err := Segment(message, unicode)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// The rest of the alphabet of GSM 03.38 is sent as it stands: its basic
// characters count one, and those of its extension table two. Of the latter the
// vendor replaces all but two.
func TestSegment_Alphabet(t *testing.T) {
	t.Parallel()
	const kept = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ¿abcdefghijklmnopqrstuvwxyzà"
	for _, character := range kept {
		expect(t, "basic", segment(t, string(character), false), Text{GSM, string(character), 1, 1})
	}
	for _, character := range "€\f" {
		expect(t, "extension", segment(t, string(character), false), Text{GSM, string(character), 2, 1})
	}
}

func TestSegment_Characters(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		message string
		gsm     Text
		unicode Text
	}{
		"nothing":            {"", Text{GSM, "", 0, 0}, Text{UCS, "", 0, 0}},
		"all left out":       {"~^|", Text{GSM, "", 0, 0}, Text{UCS, "~^|", 3, 1}},
		"a line break":       {"a:br:b", Text{GSM, "a:br:b", 4, 1}, Text{UCS, "a:br:b", 4, 1}},
		"a euro sign by tag": {"5:euro:", Text{GSM, "5:euro:", 3, 1}, Text{UCS, "5:euro:", 2, 1}},
		"a euro sign":        {"5€", Text{GSM, "5€", 3, 1}, Text{UCS, "5€", 2, 1}},
		"tags in a row":      {":br::br::euro:", Text{GSM, ":br::br::euro:", 6, 1}, Text{UCS, ":br::br::euro:", 5, 1}},
		"tags that overlap":  {":br:br:", Text{GSM, ":br:br:", 5, 1}, Text{UCS, ":br:br:", 5, 1}},
		"no tags":            {":BR: : br: br :", Text{GSM, ":BR: : br: br :", 15, 1}, Text{UCS, ":BR: : br: br :", 15, 1}},
		"plain line breaks":  {"a\r\nb", Text{GSM, "a\r\nb", 4, 1}, Text{UCS, "a\r\nb", 4, 1}},
		"all of it":          {"Ça coûte 5 € – non ?", Text{}, Text{UCS, "Ça coûte 5 € – non ?", 20, 1}},
		"a replaced text":    {"Où est l’œuf [ñ] ?", Text{GSM, "Où est l'oeuf (n) ?", 19, 1}, Text{UCS, "Où est l’œuf [ñ] ?", 18, 1}},
		"beyond the BMP":     {"😀", Text{}, Text{UCS, "😀", 2, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			expect(t, "as Unicode", segment(t, test.message, true), test.unicode)
			got, err := Segment(test.message, false)
			expect(t, "as GSM", got, test.gsm)
			expect(t, "fails", err != nil, test.gsm == Text{})
		})
	}
}

func TestIsBlank(t *testing.T) {
	t.Parallel()
	for message, want := range map[string]struct{ gsm, unicode bool }{
		"":             {true, true},
		" \r\n\u00a0":  {true, true},
		":br: :br:":    {true, true},
		"~":            {true, false},
		" ^~|\\¨§:br:": {true, false},
		":euro:":       {false, false},
		"~.":           {false, false},
	} {
		expect(t, "as GSM", IsBlank(message, false), want.gsm)
		expect(t, "as Unicode", IsBlank(message, true), want.unicode)
	}
}

// Where one SMS ends and the next begins, and where the vendor's most is reached.
func TestSegment_Boundaries(t *testing.T) {
	t.Parallel()
	const surrogates, tag, euro = "😀", ":br:", "€"
	for name, test := range map[string]struct {
		unicode bool
		unit    string
		// size is what one unit counts, and segments what so many characters take.
		size     int
		segments map[int]int
		// fits is how long the error says that it may be.
		fits int
	}{
		"GSM":                {false, "a", 1, map[int]int{1: 1, 160: 1, 161: 2, 306: 2, 307: 3, 459: 3, 460: 4, 1530: 10}, 1530},
		"GSM, extension":     {false, euro, 2, map[int]int{2: 1, 160: 1, 162: 2, 304: 2, 306: 3, 308: 3, 1520: 10, 1530: 11}, 1530},
		"GSM, tags":          {false, tag, 2, map[int]int{2: 1, 160: 1, 162: 2, 306: 2, 308: 3, 1530: 10}, 1530},
		"Unicode":            {true, "ж", 1, map[int]int{1: 1, 70: 1, 71: 2, 134: 2, 135: 3, 201: 3, 202: 4, 670: 10}, 670},
		"Unicode, surrogate": {true, surrogates, 2, map[int]int{2: 1, 70: 1, 72: 2, 132: 2, 134: 3, 136: 3, 660: 10, 670: 11}, 670},
		"Unicode, tags":      {true, tag, 2, map[int]int{2: 1, 70: 1, 72: 2, 134: 2, 136: 3, 670: 10}, 670},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			most := 0
			for characters, want := range test.segments {
				got := segment(t, strings.Repeat(test.unit, characters/test.size), test.unicode)
				expect(t, "characters", got.Characters, characters)
				expect(t, fmt.Sprintf("segments of %d", characters), got.Segments, want)
				most = max(most, characters)
			}
			_, err := Segment(strings.Repeat(test.unit, most/test.size+1), test.unicode)
			expect(t, "error", fmt.Sprint(err), fmt.Sprintf("the message takes 11 segments, and the vendor sends at most 10: shorten its %d characters to %d or fewer",
				most+test.size, test.fits))
		})
	}
}

// What is shown before a send is what the simulator, which applies the table by
// itself, bills for it.
func TestSegment_Billed(t *testing.T) {
	t.Parallel()
	for _, message := range []string{
		"a", strings.Repeat("a", 161), strings.Repeat("€", 81), strings.Repeat("€", 153), strings.Repeat(":euro:", 153), strings.Repeat(":br:", 81),
		strings.Repeat("œ", 81), strings.Repeat("~^", 200) + "a", strings.Repeat("a\f", 54), strings.Repeat("[é]", 54),
		strings.Repeat("😀", 67), strings.Repeat("ж:br:", 24),
	} {
		for _, unicode := range []bool{false, true} {
			text, err := Segment(message, unicode)
			if err != nil {
				continue // what the vendor would make of it is not documented
			}
			_, client := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			sent, err := client.Send(t.Context(), SendRequest{Kind: Single, Numbers: []string{"+33600000001"}, Text: message, IsUnicode: &unicode})
			if err != nil {
				t.Errorf("%q: %v", message, err)
				continue
			}
			expect(t, fmt.Sprintf("SMS of %.20q, Unicode %t", message, unicode), *sent.NbSMS, int64(text.Segments))
		}
	}
}
