package partner

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// redacted stands where a secret stood.
const redacted = "[REDACTED]"

// redactor takes a secret out of text, in every spelling in which the secret
// can come back: the API carries the key in the query, the body and the path,
// and servers and proxies echo what they were sent. The zero value has no
// secret to take out.
type redactor struct {
	secret *regexp.Regexp
}

func newRedactor(secret string) redactor {
	if secret == "" {
		return redactor{}
	}
	var pattern strings.Builder
	for _, c := range secret {
		pattern.WriteString(spellings(c))
	}
	return redactor{regexp.MustCompile(pattern.String())}
}

// spellings is a pattern of the ways in which URLs, JSON, HTML, XML and quoted
// strings write a character, also when one stands in another. They are told
// apart character by character, because each escapes others of them: a URL's
// path keeps the + that its query does not.
func spellings(c rune) string {
	raw := regexp.QuoteMeta(string(c))
	switch {
	case '0' <= c && c <= '9', 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
		return raw // nothing escapes these, and the vendor's keys have no others
	case c == ' ':
		raw = `(?:[ +]|%(?:25)*2b)` // a query writes + for it
	case c >= utf8.RuneSelf:
		raw = "(?:" + raw + "|\uFFFD)" // a byte of another character set reads as U+FFFD
	}
	var percent, escape string
	for _, b := range []byte(string(c)) {
		percent += fmt.Sprintf(`%%(?:25)*%02x`, b)
	}
	for _, unit := range utf16.Encode([]rune{c}) {
		escape += fmt.Sprintf(`\\+u%04x`, unit)
	}
	entity := fmt.Sprintf(`#0*%d|#x0*%x`, c, c)
	if name, ok := entities[c]; ok {
		entity += "|" + name
	}
	forms := []string{
		`\\*` + raw,
		percent,
		escape,
		fmt.Sprintf(`\\+U%08x`, c),
		`\\*(?:&|\\+u0026)(?:amp;)*(?:` + entity + `);`,
	}
	return "(?i:" + strings.Join(forms, "|") + ")"
}

var entities = map[rune]string{'&': "amp", '<': "lt", '>': "gt", '"': "quot", '\'': "apos"}

func (r redactor) text(s string) string {
	if r.secret == nil {
		return s
	}
	return r.secret.ReplaceAllLiteralString(s, redacted)
}

// excerpt shortens b to about limit bytes, never inside a character. It takes
// the secret out first: half of it would no longer be recognized.
func (r redactor) excerpt(b []byte, limit int) string {
	if bytes.IndexByte(b, 0) >= 0 || bytes.Contains(b, []byte(`\x00`)) {
		return "(no text)" // such as UTF-16, in which the secret is not recognized either
	}
	text := strings.ToValidUTF8(r.text(string(b)), "\uFFFD")
	if len(text) <= limit {
		return text
	}
	return strings.ToValidUTF8(text[:limit], "") + "…"
}
