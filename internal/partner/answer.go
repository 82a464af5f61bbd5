package partner

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"
)

// interpret applies the vendor's success rule: an HTTP status of 2xx and
// success true and the data asked for. Everything else is an error.
func interpret(op *Operation, a *answer, redact redactor, decode func(*Object)) *Error {
	failed := &Error{HTTPStatus: a.status, Sent: true, RetryAfter: retryAfter(a.header, time.Now())}
	if a.status/100 == 3 {
		failed.Reason = ReasonRedirect
		failed.Detail = "redirected to " + redact.excerpt([]byte(withoutQuery(a.header.Get("Location"))), 200)
		return failed
	}

	ok := a.status/100 == 2
	object, err := parse(op, a.body, a.header.Get("Content-Type"), redact)
	if err != nil {
		failed.Reason, failed.Detail = ReasonStatus, redact.text(err.Error())
		if ok {
			failed.Reason = ReasonUnreadable
		}
		return failed
	}

	success := object.Bool("success")
	failed.Success = success
	if success == nil || !*success {
		refused(op, failed, object)
		return failed
	}
	switch {
	case !ok:
		failed.Reason = ReasonStatus
		failed.Detail = "the body reports success all the same"
		return failed
	case op.Data != "" && !object.has(op.Data, op.DataKind):
		failed.Reason = ReasonIncomplete
		failed.Detail = fmt.Sprintf("the answer reports success, but has no %q", op.Data)
		failed.Message = value(object.Text("message"))
		return failed
	}
	decode(object)
	err = object.err()
	switch {
	case err != nil:
		failed.Reason, failed.Detail = ReasonUnreadable, err.Error()
	case object.refusal != nil:
		failed.Reason, failed.Code, failed.Problems = ReasonVendor, object.refusal.code, []Problem{object.refusal.about}
		failed.meaning = op.meaning(failed.Code)
	case object.rejected != "":
		failed.Reason, failed.Detail = ReasonIncomplete, object.rejected
	default:
		return nil
	}
	return failed
}

// refused reads an answer that does not report success.
func refused(op *Operation, failed *Error, o *Object) {
	failed.Code = value(o.Text("code"))
	failed.Message = value(o.Text("message"))
	failed.Problems = problems(o)
	failed.meaning = op.meaning(failed.Code)
	switch {
	case failed.Code != "" || failed.Message != "" || len(failed.Problems) > 0:
		failed.Reason = ReasonVendor
	case failed.HTTPStatus/100 == 2:
		failed.Reason = ReasonIncomplete
		failed.Detail = `the answer has neither a "success" that is true nor an error code`
	default:
		failed.Reason = ReasonStatus
	}
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
func parse(op *Operation, body []byte, contentType string, redact redactor) (*Object, error) {
	if len(body) > maxAnswer {
		return nil, fmt.Errorf("the answer is longer than %d MiB", maxAnswer>>20)
	}
	body = bytes.TrimSpace(bytes.TrimPrefix(body, byteOrderMark))
	switch {
	case len(body) == 0:
		return nil, errors.New("the answer is empty")
	case !utf8.Valid(body):
		if contentType == "" {
			contentType = "unknown"
		}
		return nil, fmt.Errorf("the answer is not in UTF-8 (its content type is %s)", redact.excerpt([]byte(contentType), 80))
	case body[0] == '<':
		return parseXML(op.Layout, body, redact)
	case body[0] != '{':
		return nil, fmt.Errorf("the answer is neither a JSON object nor XML: it starts with %q", redact.excerpt(body, 80))
	}
	values := map[string]json.RawMessage{}
	if err := json.Unmarshal(body, &values); err != nil {
		return nil, jsonError(err, len(body), redact.excerpt(body, 80))
	}
	return &Object{values: values, redact: redact}, nil
}

func jsonError(err error, length int, excerpt string) error {
	syntax, ok := errors.AsType[*json.SyntaxError](err)
	switch {
	case ok && strings.Contains(syntax.Error(), "unexpected end"):
		return fmt.Errorf("the answer breaks off after %d bytes of JSON: %q", length, excerpt)
	case ok:
		return fmt.Errorf("the answer is not correct JSON at byte %d: %q", syntax.Offset, excerpt)
	default:
		return fmt.Errorf("the answer is not correct JSON: %q", excerpt)
	}
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
// "errors", as a text or as a list.
func problems(o *Object) []Problem {
	var found []Problem
	for _, name := range []string{"error", "errors"} {
		if text := o.Text(name); text != nil {
			found = append(found, Problem{Message: *text})
			continue
		}
		for _, item := range o.objects(name) {
			problem := Problem{
				Element:     value(item.Text("elementId")),
				PhoneNumber: value(item.Text("phoneNumber")),
				Code:        value(item.Text("code")),
				Message:     value(item.Text("message")),
			}
			if m := formElement.FindStringSubmatch(problem.Element); m != nil {
				problem.Element = m[1]
			}
			if problem != (Problem{}) {
				found = append(found, problem)
			}
		}
	}
	return found
}
