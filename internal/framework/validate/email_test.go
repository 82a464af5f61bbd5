package validate_test

import (
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

func TestEmail(t *testing.T) {
	t.Parallel()
	const none, blank = "is not an e-mail address", "contains a blank or an invisible character"
	const domain = "has no domain on the internet after the @"
	label := func(length int) string { return strings.Repeat("b", length) }
	at254 := strings.Repeat("a", 59) + "@" + label(63) + "." + label(63) + "." + label(63) + ".fr"
	for text, want := range map[string]string{
		"oncall@example.com":           "",
		"a+b@example.co.uk":            "",
		"":                             none,
		"oncall":                       none,
		"a@b@c":                        none,
		"@example.com":                 none,
		"oncall@":                      none,
		"On Call <oncall@example.com>": none,
		"<oncall@example.com>":         none,
		"a@b, c@d":                     none,
		" oncall@example.com":          blank,
		"oncall@example.com\n":         blank,
		"on\u200bcall@example.com":     blank,
		strings.Repeat("a", 250) + "@example.com": "is longer than any e-mail address",

		// Unusual, and real.
		"Ada.Lovelace+news@Example.COM":         "",
		"o'neil@example.ie":                     "",
		"first_last-1@sub.example.museum":       "",
		"a@x.photography":                       "",
		"1234567@163.com":                       "",
		"contact@xn--caf-dma.example":           "",
		"contact@example.xn--p1ai":              "",
		"zoé@example.com":                       "",
		"{a}=b/c!#$%&*?^`|~@example.com":        "",
		"a@1and1.example":                       "",
		"bounce@" + label(63) + ".example.com":  "",
		strings.Repeat("a", 64) + "@example.fr": "",
		at254:                                   "",

		// What the parser takes, or leaves out, and mail systems refuse.
		at254 + "a":                              "is longer than any e-mail address: none has more than 254 characters",
		"a(comment)@example.com":                 none,
		"a@example.com(comment)":                 none,
		`"a b"@example.com`:                      none,
		`"a"@example.com`:                        none,
		`Ada<a@example.com>`:                     none,
		"a:b@example.com;":                       none,
		".a@example.com":                         none,
		"a..b@example.com":                       none,
		"a.@example.com":                         none,
		"a@example..com":                         none,
		"a@b@example.com":                        none,
		"a\\b@example.com":                       none,
		"a,b@example.com":                        none,
		"a b@example.com":                        blank,
		"a\u00a0@example.com":                    blank,
		"a@example.com\x00":                      blank,
		"a\x7f@example.com":                      blank,
		"a\r\n@example.com":                      blank,
		"a@localhost":                            domain,
		"a@[127.0.0.1]":                          domain,
		"a@[IPv6:::1]":                           none,
		"a@127.0.0.1":                            domain,
		"a@example.c":                            domain,
		"a@example.123":                          domain,
		"a@-example.com":                         domain,
		"a@example-.com":                         domain,
		"a@exam_ple.com":                         domain,
		"a@exam/ple.com":                         domain,
		"a@" + label(64) + ".com":                domain,
		"a@exämple.com":                          `write the domain in the form that begins with "xn--"`,
		"a@example.рф":                           `write the domain in the form that begins with "xn--"`,
		strings.Repeat("a", 65) + "@example.com": "has 65 characters before the @: no e-mail address has more than 64",
	} {
		err := validate.Email(text)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
}
