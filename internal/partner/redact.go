package partner

import (
	"encoding/json"
	"errors"
	"html"
	"net/url"
	"strings"
)

// redacted stands where a secret stood.
const redacted = "[REDACTED]"

// redactor takes a secret out of text, in every spelling in which the secret
// can come back: the API carries the key in the query, the body and the path,
// and servers and proxies echo what they were sent.
type redactor struct {
	replacer *strings.Replacer
}

func newRedactor(secret string) redactor {
	if secret == "" {
		return redactor{strings.NewReplacer()}
	}
	spellings := []string{
		secret,
		url.QueryEscape(secret),
		url.PathEscape(secret),
		html.EscapeString(secret),
		jsonEscape(secret, true),
		jsonEscape(secret, false),
	}
	for _, s := range spellings[1:3] {
		spellings = append(spellings, lowerEscapes(s), url.QueryEscape(s))
	}
	pairs := make([]string, 0, 2*len(spellings))
	for _, s := range spellings {
		pairs = append(pairs, s, redacted)
	}
	return redactor{strings.NewReplacer(pairs...)}
}

// jsonEscape returns s as it stands between the quotes of a JSON string.
func jsonEscape(s string, escapeHTML bool) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(escapeHTML)
	if err := enc.Encode(s); err != nil {
		return s
	}
	quoted := strings.TrimSuffix(b.String(), "\n")
	return quoted[1 : len(quoted)-1]
}

// lowerEscapes turns %2B into %2b: both mean the same, and servers echo either.
func lowerEscapes(s string) string {
	b := []byte(s)
	for i := 0; i+2 < len(b); i++ {
		if b[i] == '%' {
			copy(b[i+1:i+3], strings.ToLower(string(b[i+1:i+3])))
		}
	}
	return string(b)
}

func (r redactor) text(s string) string { return r.replacer.Replace(s) }

// error keeps what errors.Is and errors.As find in err, and hides its text:
// net/http puts the URL, and a broken server puts the request line, into it.
func (r redactor) error(err error) error {
	if err == nil {
		return nil
	}
	if urlErr, ok := errors.AsType[*url.Error](err); ok {
		err = urlErr.Err
	}
	return &redactedError{text: r.text(err.Error()), err: err}
}

type redactedError struct {
	text string
	err  error
}

func (e *redactedError) Error() string        { return e.text }
func (e *redactedError) Is(target error) bool { return errors.Is(e.err, target) }
func (e *redactedError) As(target any) bool   { return errors.As(e.err, target) }
