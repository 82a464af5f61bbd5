package wire

import (
	"bytes"
	"net/url"
)

// isForm is true for a body that is form-encoded in truth: official samples send
// JSON under the content type of a form.
func isForm(r *Request) bool {
	return mediaType(r.Header) == "application/x-www-form-urlencoded" && !bytes.HasPrefix(bytes.TrimSpace(r.Body), []byte("{"))
}

// readForm reads a form-encoded body. A form has no lists, so the calls that take
// one miss it.
func (c *Call) readForm(body []byte) {
	form, err := url.ParseQuery(string(bytes.TrimSpace(body)))
	c.malformed = err != nil
	c.readQuery(form)
}
