package partner

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// reply is an answer that reports success, before its values are read.
type reply struct {
	object   *Object
	answered Error // what each error of this answer says
	attempts int
}

// verdict returns what is wrong with the values that were read; nil if nothing is.
func (r *reply) verdict(d *Dialect, op *Operation) *Error {
	failed := r.answered
	failed.Attempts = r.attempts
	err := r.object.err()
	switch {
	case err != nil:
		failed.Reason, failed.Detail = ReasonUnreadable, err.Error()
	case r.object.refusal != nil:
		failed.Reason, failed.Code, failed.Problems = ReasonVendor, r.object.refusal.code, []Problem{r.object.refusal.about}
		failed.meaning = d.meaning(op, failed.Code)
	case r.object.rejected != "":
		failed.Reason, failed.Detail = ReasonIncomplete, r.object.rejected
		failed.Message = words(r.object)
	default:
		return nil
	}
	return &failed
}

// interpret applies the vendor's success rule: an HTTP status of 2xx, the operation's
// proof of success, the data asked for, and nothing that contradicts them. Everything
// else is an error.
func interpret(d *Dialect, op *Operation, a *answer, redact redactor) (*reply, *Error) {
	failed := &Error{HTTPStatus: a.status, Sent: true, RetryAfter: retryAfter(a.header, time.Now()), reset: resetIn(a.header, time.Now())}
	if a.status/100 == 3 {
		failed.Reason = ReasonRedirect
		failed.Detail = "redirected to " + redact.excerpt([]byte(withoutQuery(a.header.Get("Location"))), 200)
		return nil, failed
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
		return nil, failed
	}

	object.respell(op.Data)
	if op.Data != "" && op.DataKind == Value {
		failed.Data = value(object.Text(op.Data))
		if op.Secret && failed.Data != "" {
			failed.Data = redacted
		}
	}
	object.rejectTwice("success")
	object.rejectTwice(op.Data)
	if object.rejected != "" {
		failed.Reason, failed.Detail = ReasonIncomplete, object.rejected
		return nil, failed
	}
	failed.Success = object.Bool("success")
	if !op.isProved(object, failed.Success) {
		refused(d, op, failed, object)
		return nil, failed
	}
	contradiction := d.contradiction(op, object)
	switch {
	case !ok:
		failed.Reason, failed.proved = ReasonStatus, true
		failed.Detail = "the body reports success all the same"
		return nil, failed
	case contradiction != "":
		failed.Reason, failed.Detail = ReasonIncomplete, "the answer "+contradiction
		failed.Message, failed.Problems = words(object), problems(object)
		return nil, failed
	case op.Proof != ByEither && !op.DataOptional && op.Data != "" && !op.isIn(object):
		failed.Reason = ReasonIncomplete
		failed.Detail = op.without()
		failed.Message = value(object.Text("message"))
		return nil, failed
	}
	return &reply{object: object, answered: *failed}, nil
}

// without says that a successful answer lacks the operation's data.
func (o *Operation) without() string {
	return fmt.Sprintf("the answer reports success, but has no %q", o.Data)
}

// isProved reports whether an answer shows that the call succeeded.
func (o *Operation) isProved(object *Object, success *bool) bool {
	if success != nil && *success {
		return true
	}
	if said := object.values["success"]; o.Proof == BySuccess || (o.Proof == ByData || o.Proof == ByEither) && len(said) > 0 && string(said) != "null" {
		return false
	}
	// What is wrong with a call is in a message. No documented success that is false has one.
	said := success != nil && !isEmpty(object.values["message"])
	return !said && o.isIn(object) && object.contradiction(o.successes(), false) == ""
}

// isIn reports whether an answer has the operation's data, or an empty list in another form.
// Words beside such a list can say why there is none.
func (o *Operation) isIn(object *Object) bool {
	if object.has(o.Data, o.DataKind) || o.OrGroup != "" && object.has(o.OrGroup, Group) {
		return true
	}
	left, isThere := object.values[o.Data]
	if o.Count == "" || isThere && !isEmpty(left) || !isEmpty(object.values["message"]) {
		return false
	}
	count := object.Int(o.Count)
	return count != nil && (isThere || *count == 0)
}

// contradiction says what in an answer contradicts the success that it reports; empty if
// nothing does.
func (d *Dialect) contradiction(op *Operation, o *Object) string {
	if found := o.contradiction(op.successes(), op.Proof != ByDataAlone); found != "" {
		return found
	}
	for _, code := range d.codes(o) {
		if leadingWord.MatchString(code) && d.meaning(op, code) != MeaningUnknown {
			return "reports success, but has code " + code
		}
	}
	return ""
}

// refused reads an answer that does not report success.
func refused(d *Dialect, op *Operation, failed *Error, o *Object) {
	failed.Code = d.code(op, o)
	failed.Message = words(o)
	failed.Problems = problems(o)
	failed.meaning, failed.ItemCode = d.refusal(op, failed.Code, failed.Problems)
	switch {
	case failed.isOfServer():
		failed.Reason, failed.meaning = ReasonStatus, MeaningUnknown
	case failed.Code != "" || failed.Message != "" || len(failed.Problems) > 0:
		failed.Reason = ReasonVendor
	case failed.HTTPStatus/100 == 2:
		failed.Reason = ReasonIncomplete
		failed.Detail = `the answer has neither a "success" that is true nor an error code`
		if op.Proof != BySuccess {
			failed.Detail = fmt.Sprintf("the answer has neither %q nor an error code", op.Data)
		}
	default:
		failed.Reason = ReasonStatus
	}
}

// isOfServer reports whether a server, not the vendor's program, says that it has no such
// path: web frameworks answer in JSON with the HTTP status as code, and without "success".
func (e *Error) isOfServer() bool {
	return e.Success == nil && e.Code == strconv.Itoa(e.HTTPStatus) &&
		(e.HTTPStatus == http.StatusNotFound || e.HTTPStatus == http.StatusMethodNotAllowed)
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

// parse reads an answer in its own format, whatever format was asked for: gateways answer
// in theirs.
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
	if err := json.Unmarshal(body, &struct{}{}); err != nil { // the error says what is wrong
		return nil, jsonError(err, len(body), redact.excerpt(body, 80))
	}
	values, twice := asValues(body)
	return newObject(values, twice, redact), nil
}

// inUTF8 translates a body from the character set that the server names: usually a proxy's
// answer or an old page. ISO-8859-1 is read as Windows-1252, as browsers do, which differs
// from it in control characters only.
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
