package wire

import (
	"net/http"
	"strconv"
	"strings"
)

// Failure is an error answer of the API.
type Failure struct {
	Code int
	// Message is absent from an answer that lists problems.
	Message  Wording
	Problems []Problem
	// Details tells number by number what is wrong, below the message.
	Details []Detail
	// Fields take the place of the message.
	Fields []Field
	// Body takes the place of the whole answer, for a product with another envelope.
	Body Object
	// Page answers a page of HTML with HTTPStatus, and nothing of the above.
	Page bool
	// HTTPStatus overrides [Forms.ErrorStatus] where the documentation names one.
	HTTPStatus int
}

// Wording is a text in the words of the French and the English documentation.
type Wording struct{ French, English string }

// Problem is one entry of a validation list. The vendor's JSON samples have no
// accents in these texts, the XML samples have.
type Problem struct {
	ElementID       string
	Plain, Accented string
}

// Detail is one entry of a list that goes with a message, as recorded: its code
// is a string.
type Detail struct {
	Number  string
	Code    int
	Message Wording
}

// Refusal is a failure with a message.
func Refusal(code int, french, english string) *Failure {
	return &Failure{Code: code, Message: Wording{French: french, English: english}}
}

// The answers that any call can give.
var (
	keyRequired   = Refusal(1, "La Clé API est requise", "API key is required")
	keyIncorrect  = Refusal(KeyIncorrect, "Clé API incorrecte", "Invalid API key")
	jsonMalformed = &Failure{
		Code:    90,
		Message: Wording{"Le JSON est malformé: erreur de syntaxe", "The JSON is malformed: syntax error"},
		// The send pages print HTTP 400 for a badly escaped text.
		HTTPStatus: 400,
	}
)

// KeyIncorrect is the code of a wrong key.
const KeyIncorrect = 10

// NoSuchCall answers as an address without a call does, where the body of a request decides
// whether there is one.
var NoSuchCall = &Failure{Page: true, HTTPStatus: http.StatusNotFound}

// Say chooses the language of a text.
func (f Forms) Say(w Wording) string {
	if f.English && w.English != "" {
		return w.English
	}
	return w.French
}

// value describes the failure in the vendor's envelope.
func (f *Failure) value(forms Forms, format string) Object {
	if f.Body != nil {
		return f.Body
	}
	answer := Object{Boolean("success", false), Integer("code", f.Code)}
	if f.Fields != nil {
		return append(answer, f.Fields...)
	}
	if len(f.Problems) == 0 {
		answer = append(answer, Plain("message", forms.Say(f.Message)))
		if len(f.Details) > 0 {
			answer = append(answer, List("errors", forms.details(f.Details)))
		}
		return answer
	}
	entries, messages := make([]Object, 0, len(f.Problems)), make([]string, 0, len(f.Problems))
	for _, p := range f.Problems {
		message := p.Plain
		if format == formatXML {
			message = p.Accented
		}
		messages = append(messages, message)
		entries = append(entries, Object{Plain("elementId", p.ElementID), Plain("message", message)})
	}
	if forms.ErrorsAsText {
		return append(answer, Plain(forms.errorsKey(), strings.Join(messages, ", ")))
	}
	return append(answer, List(forms.errorsKey(), entries))
}

func (f Forms) details(details []Detail) []Object {
	entries := make([]Object, 0, len(details))
	for _, d := range details {
		entry := Object{
			Boolean("success", false),
			Plain("code", strconv.Itoa(d.Code)),
			Plain("message", f.Say(d.Message)),
		}
		if f.DetailNumbers {
			entry = append(entry, Plain("phoneNumber", d.Number))
		}
		entries = append(entries, entry)
	}
	return entries
}

func (f *Failure) status(forms Forms) int {
	if f.HTTPStatus != 0 {
		return f.HTTPStatus
	}
	return forms.errorStatus(f.Code)
}
