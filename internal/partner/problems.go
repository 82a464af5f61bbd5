package partner

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
)

// maxProblems is how many problems are listed; the rest are counted.
const maxProblems = 10

// problems reads the list of a validation error. It stands under "error" or
// "errors", as a text, as one problem or as a list.
func problems(o *Object) []Problem {
	var found []Problem
	more := 0
	for _, name := range []string{"error", "errors"} {
		raw := o.values[name]
		if len(raw) == 0 || raw[0] != '[' {
			found = appendProblem(found, o, raw)
			continue
		}
		for i, item := range listed(raw) {
			if i == maxItems {
				break // no more is worth counting
			}
			if len(found) < maxProblems {
				found = appendProblem(found, o, item)
			} else if item[0] == '{' || item[0] == '"' {
				more++
			}
		}
	}
	if more > 0 {
		found = append(found, Problem{Message: fmt.Sprintf("and %d more", more)})
	}
	return found
}

// formElement is how the vendor writes the name of a parameter in a validation
// error.
var formElement = regexp.MustCompile(`^children\[([^\]]+)\]\.data$`)

// appendProblem adds the problem in raw. A text becomes a problem with only a message; an
// object of undocumented form is quoted as it is.
func appendProblem(found []Problem, within *Object, raw json.RawMessage) []Problem {
	values, twice := asValues(raw)
	if len(values) == 0 {
		if len(raw) == 0 || raw[0] != '"' {
			return found
		}
		values = map[string]json.RawMessage{"message": raw}
	}
	o := newObject(values, twice, within.redact)
	problem := Problem{
		Element:     value(o.Text("elementId")),
		PhoneNumber: value(o.Text("phoneNumber")),
		Code:        value(o.Text("code")),
		Message:     words(o),
	}
	if m := formElement.FindStringSubmatch(problem.Element); m != nil {
		problem.Element = m[1]
	}
	if problem == (Problem{}) && raw[0] == '{' {
		problem.Message = verbatim(o, raw)
	}
	if problem == (Problem{}) {
		return found
	}
	return append(found, problem)
}

// words reads the message. One that is no text, such as an object with a text for each
// parameter, is quoted as it is.
func words(o *Object) string {
	const name = "message"
	raw := o.values[name]
	if len(raw) > 2 && (raw[0] == '{' || raw[0] == '[') { // not empty
		return verbatim(o, raw)
	}
	return value(o.Text(name))
}

// verbatim is a value as JSON, with its accents readable.
func verbatim(o *Object, raw json.RawMessage) string {
	var text bytes.Buffer
	decoder, encoder := json.NewDecoder(bytes.NewReader(raw)), json.NewEncoder(&text)
	decoder.UseNumber()
	encoder.SetEscapeHTML(false)
	var decoded any
	if len(raw) > maxScalar || decoder.Decode(&decoded) != nil || encoder.Encode(decoded) != nil {
		return o.redact.excerpt(raw, maxScalar)
	}
	return o.redact.excerpt(text.Bytes(), maxScalar)
}
