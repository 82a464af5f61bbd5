package partner

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
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
		if encoding := a.header.Get("Content-Encoding"); encoding != "" && !strings.EqualFold(encoding, "identity") {
			failed.Detail = fmt.Sprintf("the answer has the content encoding %q, which the provider did not ask for", redact.excerpt([]byte(encoding), maxCode))
		}
		if ok {
			failed.Reason = ReasonUnreadable
		}
		return failed
	}

	if op.Data != "" && op.DataKind == Value {
		failed.Data = value(object.Text(op.Data))
	}
	object.rejectTwice("success")
	object.rejectTwice(op.Data)
	if object.rejected != "" {
		failed.Reason, failed.Detail = ReasonIncomplete, object.rejected
		return failed
	}
	success := object.Bool("success")
	failed.Success = success
	if success == nil || !*success {
		refused(op, failed, object)
		return failed
	}
	contradiction := object.contradiction(op.successes())
	switch {
	case !ok:
		failed.Reason = ReasonStatus
		failed.Detail = "the body reports success all the same"
		return failed
	case contradiction != "":
		failed.Reason, failed.Detail = ReasonIncomplete, "the answer "+contradiction
		failed.Message, failed.Problems = words(object, "message"), problems(object)
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
	failed.Message = words(o, "message")
	failed.Problems = problems(o)
	failed.meaning = op.refusalMeaning(failed.Code, failed.Problems)
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
	body, ok := inUTF8(body, contentType)
	body = bytes.TrimSpace(bytes.TrimPrefix(body, byteOrderMark))
	switch {
	case len(body) == 0:
		return nil, errors.New("the answer is empty")
	case !ok:
		if contentType == "" {
			contentType = "unknown"
		}
		return nil, fmt.Errorf("the answer is not in UTF-8 (its content type is %s): it starts with %q",
			redact.excerpt([]byte(contentType), 80), redact.excerpt(body, 80))
	case body[0] == '<':
		return parseXML(op.Layout, body, redact)
	case body[0] != '{':
		return nil, fmt.Errorf("the answer is neither a JSON object nor XML: it starts with %q", redact.excerpt(body, 80))
	}
	if err := json.Unmarshal(body, &struct{}{}); err != nil { // which finds what is wrong
		return nil, jsonError(err, len(body), redact.excerpt(body, 80))
	}
	values, twice := asValues(body)
	return newObject(values, twice, redact), nil
}

// inUTF8 translates a body that is in another character set, if the server says
// in which: a proxy's or an old page's, as a rule. ISO-8859-1 is read as
// Windows-1252, as browsers do, which differs from it in control characters only.
func inUTF8(body []byte, contentType string) ([]byte, bool) {
	if utf8.Valid(body) {
		return body, true
	}
	_, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		return body, false
	}
	switch strings.ToLower(params["charset"]) {
	case "iso-8859-1", "latin1", "windows-1252", "cp1252":
		translated, err := charmap.Windows1252.NewDecoder().Bytes(body)
		return translated, err == nil
	default:
		return body, false
	}
}

func jsonError(err error, length int, excerpt string) error {
	syntax, ok := errors.AsType[*json.SyntaxError](err)
	switch {
	case ok && strings.Contains(syntax.Error(), "unexpected end"):
		return fmt.Errorf("the answer breaks off after %d bytes of JSON: %q", length, excerpt)
	case ok && strings.Contains(syntax.Error(), "max depth"):
		return fmt.Errorf("the answer is nested too deep: it starts with %q", excerpt)
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
