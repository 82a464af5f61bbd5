package partner

import (
	"html"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// Hidden is a parameter that must not be shown, such as a text with a password. The answers
// to a call that has one are neither logged nor quoted, and no error repeats it.
type Hidden string

// hiding returns the operation as it is called with these parameters.
func (o *Operation) hiding(params Params) *Operation {
	var hidden []string
	for _, value := range params {
		if text, ok := value.(Hidden); ok {
			hidden = append(hidden, string(text))
		}
	}
	if hidden == nil {
		return o
	}
	call := *o
	call.hidden = hidden
	return &call
}

// silent reports whether answers to the operation are neither logged nor quoted.
func (o *Operation) silent() bool { return o.Secret || o.hidden != nil }

// unshown stands where an answer repeated a hidden parameter.
const unshown = "(not shown: it repeats a hidden value)"

// hide takes out of an error what repeats a hidden parameter.
func (e *Error) hide(hidden []string) {
	seen := pieces(hidden)
	whole := func(text string) string {
		decoded, err := url.QueryUnescape(text)
		if seen.in(text) || seen.in(html.UnescapeString(text)) || err == nil && seen.in(decoded) {
			return unshown
		}
		return text
	}
	e.Code, e.Data, e.Message = whole(e.Code), whole(e.Data), whole(e.Message)
	// The other words of a detail are the provider's own.
	e.Detail = foreign.ReplaceAllStringFunc(e.Detail, whole)
	e.Problems = slices.Clone(e.Problems)
	for i, p := range e.Problems {
		e.Problems[i] = Problem{Element: whole(p.Element), PhoneNumber: whole(p.PhoneNumber), Code: whole(p.Code), Message: whole(p.Message)}
	}
}

// foreign matches what the words of a detail take from an answer: texts between quotation
// marks, and codes.
var foreign = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|[^\s"]*[0-9][^\s"]*`)

// hiddenPiece is how many bytes in a row of a hidden parameter must not be shown. The
// shortest codes that people are sent have four digits. Words have as many by chance: this
// hides more than it must.
const hiddenPiece = 4

// shreds are the pieces of hidden parameters.
type shreds map[string]bool

func pieces(hidden []string) shreds {
	all := shreds{}
	for _, text := range hidden {
		text = strings.ToLower(text)
		if text != "" && len(text) < hiddenPiece {
			all[text] = true
		}
		for i := range len(text) - hiddenPiece + 1 {
			all[text[i:i+hiddenPiece]] = true
		}
	}
	return all
}

// in reports whether a text repeats a piece, in capital or small letters.
func (s shreds) in(text string) bool {
	text = strings.ToLower(text)
	for i := range len(text) {
		for length := 1; length <= hiddenPiece && i+length <= len(text); length++ {
			if s[text[i:i+length]] {
				return true
			}
		}
	}
	return false
}
