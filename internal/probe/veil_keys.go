package main

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
)

// encodings matches a key however a server may write it: as it is, or with each of its
// characters in the manner of addresses, JSON or XML, in capitals or not.
func encodings(key string) *regexp.Regexp {
	var form strings.Builder
	form.WriteString("(?i)")
	for _, r := range key {
		var escaped strings.Builder
		_ = xml.EscapeText(&escaped, []byte(string(r)))
		forms := []string{regexp.QuoteMeta(string(r)), regexp.QuoteMeta(escaped.String())}
		forms = append(forms, fmt.Sprintf(`\\+u0*%x`, r), fmt.Sprintf(`&#0*%d;`, r), fmt.Sprintf(`&#x0*%x;`, r))
		var percent strings.Builder
		for _, b := range []byte(string(r)) {
			_, _ = fmt.Fprintf(&percent, `%%(?:25)*%02x`, b)
		}
		forms = append(forms, percent.String())
		switch r {
		case ' ':
			forms = append(forms, `\+`)
		case '/', '"', '\\':
			forms = append(forms, `\\+`+regexp.QuoteMeta(string(r)))
		}
		if name, named := entities[r]; named {
			forms = append(forms, name)
		}
		form.WriteString("(?:" + strings.Join(forms, "|") + ")")
	}
	return regexp.MustCompile(form.String())
}

var entities = map[rune]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&quot;", '\'': "&apos;"}

// withoutKeys replaces the accounts' keys.
func (v *veil) withoutKeys(text string, s style) string {
	for _, key := range v.keys {
		text = key.form.ReplaceAllLiteralString(text, v.placeholder(aKey, key.value, s))
	}
	return text
}

// accountKey is a key with all that it may be written as.
type accountKey struct {
	value string
	form  *regexp.Regexp
}

func (v *veil) learnKey(key string) {
	v.keys = append(v.keys, accountKey{key, encodings(key)})
}
