package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
)

// answer is what came back, or why nothing did.
type answer struct {
	status int
	header http.Header
	body   []byte
	// content is the JSON object of the body, nil for any other body.
	content map[string]any
	err     error
	// unsent is true if the request never left.
	unsent bool
}

func readAnswer(response *http.Response, body []byte) *answer {
	a := &answer{status: response.StatusCode, header: response.Header, body: body}
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	if decoder.Decode(&a.content) != nil {
		a.content = nil
	}
	return a
}

// arrived is true for an answer of any kind.
func (a *answer) arrived() bool { return a.err == nil && a.status != 0 }

// succeeded is the vendor's own word for it.
func (a *answer) succeeded() bool {
	return a.arrived() && a.status/100 == 2 && a.content["success"] == true
}

// refused is a refusal in the vendor's envelope: the call was understood and not carried out.
func (a *answer) refused() bool { return a.content["success"] == false && a.code() != "" }

// noCall is what an address without a call answers: 404 or 405 without the envelope.
func (a *answer) noCall() bool {
	enveloped := a.has("success") || a.has("code")
	return !enveloped && (a.status == http.StatusNotFound || a.status == http.StatusMethodNotAllowed)
}

// degraded is a success without data, as the gateway once answered every call.
func (a *answer) degraded(data string) bool {
	return a.succeeded() && !a.has(data) && a.has("message")
}

func (a *answer) code() string { return textOf(a.content["code"]) }

func (a *answer) has(name string) bool {
	_, there := a.content[name]
	return there
}

// gives is true for a success with each of some names.
func (a *answer) gives(names ...string) bool {
	return a.succeeded() && !slices.ContainsFunc(names, func(name string) bool { return !a.has(name) })
}

// refusedWith is true for a refusal with one of some codes.
func (a *answer) refusedWith(codes ...string) bool {
	return a.refused() && slices.Contains(codes, a.code())
}

// hasAll is true for an object with each of some names.
func hasAll(object map[string]any, names ...string) bool {
	for _, name := range names {
		if _, there := object[name]; !there {
			return false
		}
	}
	return true
}

func (a *answer) text(name string) string { return textOf(a.content[name]) }

func (a *answer) object(name string) map[string]any {
	object, _ := a.content[name].(map[string]any)
	return object
}

func (a *answer) rows(name string) []map[string]any {
	list, _ := a.content[name].([]any)
	rows := make([]map[string]any, 0, len(list))
	for _, item := range list {
		if row, ok := item.(map[string]any); ok {
			rows = append(rows, row)
		}
	}
	return rows
}

// isXML is true for a body that begins like XML and is no page of HTML.
func (a *answer) isXML() bool {
	body := strings.ToLower(string(bytes.TrimSpace(a.body)))
	return strings.HasPrefix(body, "<") && !strings.HasPrefix(body, "<!doctype") && !strings.HasPrefix(body, "<html")
}

// textOf is a scalar as text, empty for anything else.
func textOf(value any) string {
	switch value := value.(type) {
	case string:
		return value
	case json.Number:
		return value.String()
	case bool:
		if value {
			return "true"
		}
		return "false"
	default:
		return ""
	}
}

func isText(value any) bool {
	_, ok := value.(string)
	return ok
}

func isNumber(value any) bool {
	_, ok := value.(json.Number)
	return ok
}

// sameNumber compares phone numbers in whatever spelling.
func sameNumber(a, b string) bool { return digitsOf(a) == digitsOf(b) && digitsOf(a) != "" }

// digitsOf is a number in international form without its plus. A leading 0 stands for
// France, as in the vendor's samples.
func digitsOf(number string) string {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, strings.TrimPrefix(number, "tel:"))
	switch {
	case strings.HasPrefix(digits, "00"):
		return digits[2:]
	case strings.HasPrefix(digits, "0"):
		return "33" + digits[1:]
	default:
		return digits
	}
}
