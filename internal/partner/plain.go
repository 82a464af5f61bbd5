package partner

import (
	"fmt"
	"strings"
	"unicode"
)

// Bounds of what others wrote, in bytes: it goes into terminals and logs.
const (
	maxCode     = 40
	maxWords    = 500
	maxProblems = 10
	// maxScalar bounds one value of an answer. The longest documented ones are
	// sentences.
	maxScalar = 4 << 10
)

// tame makes an error fit for a terminal: nothing in it moves the cursor, turns
// the text around or fills the screen, whoever wrote it.
func (e *Error) tame() {
	e.Code = plain(e.Code, maxCode)
	e.Message = plain(e.Message, maxWords)
	e.Detail = plain(e.Detail, maxWords)
	if more := len(e.Problems) - maxProblems; more > 0 {
		e.Problems = append(e.Problems[:maxProblems:maxProblems], Problem{Message: fmt.Sprintf("and %d more", more)})
	}
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
	text = strings.Join(strings.Fields(text), " ")
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) { // control characters, and those that change the direction
			return unicode.ReplacementChar
		}
		return r
	}, text)
}
