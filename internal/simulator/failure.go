package simulator

import (
	"strconv"
	"strings"
)

// failure is an error answer of the API.
type failure struct {
	code int
	// message is absent from an answer that lists problems.
	message  wording
	problems []problem
	// details tells number by number what is wrong, below the message.
	details []detail
	// fields take the place of the message.
	fields []field
	// httpStatus overrides the variant where the documentation names one.
	httpStatus int
}

// wording is a text in the words of the French and the English documentation.
type wording struct{ french, english string }

// problem is one entry of a validation list. The vendor's JSON samples have no
// accents in these texts, the XML samples have.
type problem struct {
	elementID       string
	plain, accented string
}

// detail is one entry of a list that goes with a message, as recorded: its code
// is a string.
type detail struct {
	number  string
	code    int
	message wording
}

// fault is a mistake in a request that has two generations of codes: an entry
// of the validation list of code 9, and a code of its own.
type fault struct {
	problem problem
	single  *failure
}

// refuse makes an answer of mistakes, in the generation of codes that is
// selected: all of them in a list, or the first one alone. Without mistakes
// there is none.
func (v Variant) refuse(faults []fault) *failure {
	if len(faults) == 0 {
		return nil
	}
	list := &failure{code: 9}
	for _, f := range faults {
		if v.SingleCodes && f.single != nil {
			return f.single
		}
		list.problems = append(list.problems, f.problem)
	}
	return list
}

// The answers that any call can give.
var (
	keyRequired   = failure{code: 1, message: wording{"La Clé API est requise", "API key is required"}}
	keyIncorrect  = failure{code: 10, message: wording{"Clé API incorrecte", "Invalid API key"}}
	jsonMalformed = failure{
		code:    90,
		message: wording{"Le JSON est malformé: erreur de syntaxe", "The JSON is malformed: syntax error"},
		// The send pages print HTTP 400 for a badly escaped text.
		httpStatus: 400,
	}
)

func (v Variant) say(w wording) plain {
	if v.English && w.english != "" {
		return plain(w.english)
	}
	return plain(w.french)
}

// value describes the failure in the vendor's envelope.
func (f *failure) value(v Variant, format string) object {
	answer := object{{"success", boolean(false)}, {"code", integer(f.code)}}
	if f.fields != nil {
		return append(answer, f.fields...)
	}
	if len(f.problems) == 0 {
		answer = append(answer, field{"message", v.say(f.message)})
		if len(f.details) > 0 {
			answer = append(answer, field{"errors", v.detailList(f.details)})
		}
		return answer
	}
	entries, messages := make(list, 0, len(f.problems)), make([]string, 0, len(f.problems))
	for _, p := range f.problems {
		message := p.plain
		if format == formatXML {
			message = p.accented
		}
		messages = append(messages, message)
		entries = append(entries, object{
			{"elementId", plain(p.elementID)},
			{"message", plain(message)},
		})
	}
	if v.ErrorsAsText {
		return append(answer, field{v.errorsKey(), plain(strings.Join(messages, ", "))})
	}
	return append(answer, field{v.errorsKey(), entries})
}

func (v Variant) detailList(details []detail) list {
	entries := make(list, 0, len(details))
	for _, d := range details {
		entry := object{
			{"success", boolean(false)},
			{"code", plain(strconv.Itoa(d.code))},
			{"message", v.say(d.message)},
		}
		if v.DetailNumbers {
			entry = append(entry, field{"phoneNumber", plain(d.number)})
		}
		entries = append(entries, entry)
	}
	return entries
}

func (f *failure) status(v Variant) int {
	if f.httpStatus != 0 {
		return f.httpStatus
	}
	return v.errorStatus(f.code)
}
