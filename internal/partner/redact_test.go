package partner

import (
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

const plainKey = "0123456789abcdef0123456789abcdef01234567"

// spelled is a secret in the spellings in which servers, proxies, net/http and
// loggers can repeat it.
func spelled(secret string) map[string]string {
	path := (&url.URL{Path: "/" + secret}).String()[1:]
	escaped, _ := json.Marshal(secret)
	inHTML, _ := json.Marshal(html.EscapeString(secret))
	quoted := strconv.Quote(secret)
	all := map[string]string{
		"raw":         secret,
		"query":       url.QueryEscape(secret),
		"path":        url.PathEscape(secret),
		"whole path":  path,
		"twice":       url.QueryEscape(url.QueryEscape(secret)),
		"HTML":        html.EscapeString(secret),
		"HTML, named": strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&apos;").Replace(secret),
		"HTML, twice": html.EscapeString(html.EscapeString(secret)),
		"JSON":        unquoted(string(escaped)),
		"PHP's JSON":  phpEscaped(unquoted(string(escaped))),
		"Go, ASCII":   unquoted(strconv.QuoteToASCII(secret)),
		"Go":          unquoted(quoted),
		"Go, twice":   unquoted(strconv.Quote(unquoted(quoted))),
		"upper case":  strings.Map(upper, secret),
		"lower case":  strings.Map(folded, secret),
		"JSON in Go":  unquoted(strconv.Quote(unquoted(string(escaped)))),
		"HTML, JSON":  unquoted(string(inHTML)),
	}
	for _, name := range []string{"query", "path", "whole path", "twice"} {
		all[name+", lower case"] = percent.ReplaceAllStringFunc(all[name], strings.ToLower)
	}
	return all
}

// upper is a letter of ASCII in upper case.
func upper(c rune) rune {
	if 'a' <= c && c <= 'z' {
		return c - ('a' - 'A')
	}
	return c
}

var percent = regexp.MustCompile(`%[0-9A-F]{2}`)

// phpEscaped is a JSON text as PHP writes it, and so the vendor: in ASCII, with
// slashes escaped.
func phpEscaped(s string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(strings.ReplaceAll(s, "/", `\/`))) {
		if unit < utf8.RuneSelf {
			b.WriteByte(byte(unit))
		} else {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return b.String()
}

func unquoted(s string) string { return s[1 : len(s)-1] }

// expectNoSecret looks for the whole of a secret, in any spelling, and for
// parts of it as it stands.
func expectNoSecret(t *testing.T, what, text, secret string) {
	t.Helper()
	spellings := spelled(secret)
	const part = 10
	for i := 0; i+part <= len(secret); i++ {
		spellings[fmt.Sprintf("bytes %d to %d", i, i+part)] = secret[i : i+part]
	}
	for name, spelling := range spellings {
		if at := strings.Index(text, spelling); at >= 0 {
			t.Errorf("%s shows the key (%s): %q", what, name, text[max(0, at-100):min(len(text), at+100)])
			return
		}
	}
}

func TestRedact(t *testing.T) {
	t.Parallel()
	for _, secret := range []string{plainKey, hardKey, "a key with blanks", "é"} {
		r := newRedactor(secret)
		for name, spelling := range spelled(secret) {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				expect(t, "text", r.text("apiKey="+spelling+"&x ("+spelling+")"), "apiKey=[REDACTED]&x ([REDACTED])")
			})
		}
	}
}

func TestRedact_LeavesTheRest(t *testing.T) {
	t.Parallel()
	const text = `{"success": false, "message": "Clé \u00e9 %2B <apiKey>"}`
	for name, r := range map[string]redactor{"no secret": newRedactor(""), "plain": newRedactor(plainKey), "hard": newRedactor(hardKey)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			expect(t, "text", r.text(text), text)
		})
	}
}

// TestRedact_Pieces takes out ten and more characters of a secret, wherever they
// stand in it, and keeps fewer.
func TestRedact_Pieces(t *testing.T) {
	t.Parallel()
	for _, secret := range []string{plainKey, hardKey, strings.Repeat("0123456789abcdef", 16), strings.Repeat("a", 256)} {
		r := newRedactor(secret)
		characters := []rune(secret)
		for _, length := range []int{minPiece, minPiece + 1, len(characters) - 1} {
			for from := 0; from+length <= len(characters); from += 1 + len(characters)/20 {
				for piece := range uniqueSpellings(string(characters[from : from+length])) {
					expect(t, "text", r.text("words ("+piece+") x"), "words ([REDACTED]) x")
				}
			}
		}
		word := string(characters[1:minPiece])
		expect(t, "less", r.text("("+word+")"), "("+word+")")
	}
	short := newRedactor("abc")
	expect(t, "a short secret", short.text("abc ab aabcc"), "[REDACTED] ab a[REDACTED]c")
}

// TestRedact_Excerpt moves the secret over the place where the text is cut.
func TestRedact_Excerpt(t *testing.T) {
	t.Parallel()
	for _, secret := range []string{plainKey, hardKey} {
		r := newRedactor(secret)
		for name, spelling := range spelled(secret) {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				for before := 0; before < 90; before += 3 {
					got := r.excerpt([]byte(strings.Repeat("x", before)+spelling+strings.Repeat("y", 90)), 80)
					expectNoSecret(t, "the excerpt", got, secret)
					if !utf8.ValidString(got) || len(got) > 83 {
						t.Errorf("the excerpt is %q", got)
					}
				}
			})
		}
	}
	for text, want := range map[string]string{
		"12345": "12345", "123456": "12345…", "": "", "Cl\xe9": "Cl\uFFFD", "1234é": "1234…", "a\x00b": "(no text)",
	} {
		expect(t, text, redactor{}.excerpt([]byte(text), 5), want)
	}
}

func FuzzRedact(f *testing.F) {
	for _, secret := range []string{plainKey, hardKey, "%", "&", "25", "\\", "amp;", "+ +"} {
		f.Add(secret, "GET /v1/me?apiKey=", "&_format=json")
		f.Add(secret, "%25", "&amp;")
	}
	f.Fuzz(func(t *testing.T, secret, before, after string) {
		if secret == "" || len(secret) > 256 || !utf8.ValidString(secret) || strings.ContainsFunc(secret, unicode.IsControl) ||
			strings.ContainsAny(secret, "[]\uFFFD") || strings.Contains(redacted, secret) {
			return // no key, one that the provider does not take, or one that the mark of redaction can be mistaken for
		}
		r := newRedactor(secret)
		characters := []rune(secret)
		if more := len(characters) - minPiece; more > 0 {
			from := len(before) % (more + 1)
			if piece := string(characters[from : from+minPiece]); strings.Contains(r.text(before+piece+after), piece) {
				t.Errorf("%q is a piece of %q, and is still in %q", piece, secret, r.text(before+piece+after))
			}
		}
		for spelling := range uniqueSpellings(secret) {
			got := r.text(before + spelling + after)
			if strings.Contains(got, secret) || strings.Contains(got, spelling) {
				t.Errorf("%q in %q is still in %q", secret, before+spelling+after, got)
			}
			if again := r.text(got); again != got {
				t.Errorf("%q becomes %q", got, again)
			}
		}
	})
}
