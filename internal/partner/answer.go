package partner

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"
)

// interpret applies the vendor's success rule: an HTTP status of 2xx and
// success true and the data asked for. Everything else is an error.
func interpret(op *Operation, status int, header http.Header, body []byte, redact redactor) (*Object, *Error) {
	failed := &Error{HTTPStatus: status, Sent: true, RetryAfter: retryAfter(header, time.Now())}
	if status/100 == 3 {
		failed.Reason = ReasonRedirect
		failed.Detail = "redirected to " + redact.text(withoutQuery(header.Get("Location")))
		return nil, failed
	}

	object, err := parse(op, body, header.Get("Content-Type"))
	switch {
	case err != nil && status/100 == 2:
		failed.Reason, failed.Detail = ReasonUnreadable, redact.text(err.Error())
		return nil, failed
	case err != nil:
		failed.Reason, failed.Detail = ReasonStatus, redact.text(err.Error())
		return nil, failed
	}

	success := object.Bool("success")
	switch {
	case success != nil && *success && status/100 == 2:
		if op.Data != "" && object.Text(op.Data) == nil {
			failed.Reason = ReasonIncomplete
			failed.Detail = fmt.Sprintf("the answer reports success, but has no %q", op.Data)
			failed.Message = redact.text(value(object.Text("message")))
			return nil, failed
		}
		return object, nil
	case success != nil && *success:
		failed.Reason = ReasonStatus
		failed.Detail = "the body reports success all the same"
		return nil, failed
	}

	failed.Code = redact.text(value(object.Text("code")))
	failed.Message = redact.text(value(object.Text("message")))
	failed.Problems = problems(object, redact)
	failed.meaning = op.meaning(failed.Code)
	switch {
	case failed.Code != "" || failed.Message != "" || len(failed.Problems) > 0:
		failed.Reason = ReasonVendor
	case status/100 == 2:
		failed.Reason = ReasonIncomplete
		failed.Detail = `the answer has neither a "success" that is true nor an error code`
	default:
		failed.Reason = ReasonStatus
	}
	return nil, failed
}

func withoutQuery(location string) string {
	u, err := url.Parse(location)
	if err != nil || location == "" {
		return "an address that cannot be read"
	}
	u.RawQuery, u.Fragment, u.User = "", "", nil
	return u.String()
}

var byteOrderMark = []byte("\xef\xbb\xbf")

// parse reads an answer in the format that it has, whichever was asked for:
// gateways answer in their own.
func parse(op *Operation, body []byte, contentType string) (*Object, error) {
	body = bytes.TrimSpace(bytes.TrimPrefix(body, byteOrderMark))
	switch {
	case len(body) == 0:
		return nil, errors.New("the answer is empty")
	case !utf8.Valid(body):
		if contentType == "" {
			contentType = "unknown"
		}
		return nil, fmt.Errorf("the answer is not in UTF-8 (its content type is %s)", excerpt([]byte(contentType), 80))
	case body[0] == '<':
		return parseXML(op.Layout, body)
	case body[0] != '{':
		return nil, fmt.Errorf("the answer is neither a JSON object nor XML: it starts with %q", excerpt(body, 80))
	}
	values := map[string]json.RawMessage{}
	if err := json.Unmarshal(body, &values); err != nil {
		return nil, jsonError(err, body)
	}
	return &Object{values: values}, nil
}

func jsonError(err error, body []byte) error {
	syntax, ok := errors.AsType[*json.SyntaxError](err)
	switch {
	case ok && syntax.Offset >= int64(len(body)):
		return fmt.Errorf("the answer breaks off after %d bytes of JSON: %q", len(body), excerpt(body, 80))
	case ok:
		return fmt.Errorf("the answer is not correct JSON at byte %d: %q", syntax.Offset, excerpt(body, 80))
	default:
		return fmt.Errorf("the answer is not correct JSON: %q", excerpt(body, 80))
	}
}

// excerpt shortens b to at most limit bytes, never inside a character.
func excerpt(b []byte, limit int) string {
	if len(b) <= limit {
		return strings.ToValidUTF8(string(b), "�")
	}
	return strings.ToValidUTF8(string(b[:limit]), "") + "…"
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// formElement is how the vendor writes the name of a parameter in a validation
// error.
var formElement = regexp.MustCompile(`^children\[([^\]]+)\]\.data$`)

// problems reads the list of a validation error. It stands under "error" or
// "errors", as a text or as a list of objects.
func problems(o *Object, redact redactor) []Problem {
	var found []Problem
	for _, name := range []string{"error", "errors"} {
		if text := o.Text(name); text != nil {
			found = append(found, Problem{Message: redact.text(*text)})
			continue
		}
		for _, item := range o.objects(name) {
			element := value(item.Text("elementId"))
			if m := formElement.FindStringSubmatch(element); m != nil {
				element = m[1]
			}
			found = append(found, Problem{
				Element:     redact.text(element),
				PhoneNumber: redact.text(value(item.Text("phoneNumber"))),
				Code:        redact.text(value(item.Text("code"))),
				Message:     redact.text(value(item.Text("message"))),
			})
		}
	}
	return found
}
