package partner

import (
	"strings"
	"unicode"
)

// Bounds of foreign text, in bytes: it goes into terminals and logs.
const (
	maxCode  = 40
	maxWords = 500
	// maxScalar bounds one value of an answer. The longest documented ones are
	// sentences.
	maxScalar = 4 << 10
)

// tame makes an error fit for a terminal: nothing in it moves the cursor, turns
// the text around or fills the screen, whoever wrote it.
func (e *Error) tame() {
	e.Code = plain(e.Code, maxCode)
	e.Data = plain(e.Data, maxCode)
	e.Message = plain(e.Message, maxWords)
	e.Detail = plain(e.Detail, maxWords)
	for i, p := range e.Problems {
		e.Problems[i] = Problem{
			Element:     plain(p.Element, maxCode),
			PhoneNumber: plain(p.PhoneNumber, maxCode),
			Code:        plain(p.Code, maxCode),
			Message:     plain(p.Message, maxWords),
		}
	}
}

// plain writes a text in one line of printable characters, of about limit bytes
// at most.
func plain(text string, limit int) string {
	if len(text) > limit {
		text = strings.ToValidUTF8(text[:limit], "") + "…"
	}
	// Fields also splits at the blanks that French sets before punctuation.
	return printable(strings.Join(strings.Fields(text), " "))
}

// Readable is a text as [Object.Text] reads it from an answer, for comparing it with one
// that was sent.
func Readable(text string) string { return strings.TrimSpace(printable(text)) }

// printable replaces what a terminal may obey: blanks with plain spaces, and
// other characters that are not printable with U+FFFD. Among these are control
// characters and those that change the direction of a text.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsPrint(r):
			return r
		default:
			return unicode.ReplacementChar
		}
	}, text)
}
