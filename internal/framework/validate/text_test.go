package validate_test

import (
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

func TestVisible(t *testing.T) {
	t.Parallel()
	cases{
		"":                    "",
		"Bonjour, é€ 日本 عربي": "",
		"two\r\nlines":        "",
		"👨‍👩‍👧 ❤️‍🔥 👩🏽‍🚀 🇫🇷":      "",
		"می\u200cخواهم ක්\u200dෂ": "",
		"a\x00":                   "its character 2 is U+0000, which nobody can see: remove it",
		"\x1b[31m":                "its character 1 is U+001B, which nobody can see: remove it",
		"é\tb":                    "its character 2 is U+0009, which nobody can see: remove it",
		"a\u0085":                 "its character 2 is U+0085, which nobody can see: remove it",
		"1\u200b2":                "its character 2 is U+200B, which nobody can see: remove it",
		"a\u200db":                "its character 2 is U+200D, which nobody can see: remove it",
		"👩\u200d":                 "its character 2 is U+200D, which nobody can see: remove it",
		"\u202egnp.exe":           "its character 1 is U+202E, which nobody can see: remove it",
		"\u200e":                  "its character 1 is U+200E, which nobody can see: remove it",
		"\ufeffBonjour":           "its character 1 is U+FEFF, which nobody can see: remove it",
		"so\u00adft":              "its character 3 is U+00AD, which nobody can see: remove it",
		"a\u2028b":                "its character 2 is U+2028, which nobody can see: remove it",
		"tag \U000e0041hidden":    "its character 5 is U+E0041, which nobody can see: remove it",
	}.check(t, validate.Visible)
}

func TestWebAddress(t *testing.T) {
	t.Parallel()
	const (
		user = "the address contains a user name or password: leave them out; a token in the path or the query can identify the caller"
		port = " must be between 1 and 65535"
	)
	cases{
		"https://example.com/sms?a=b@c":      "",
		"http://192.0.2.1:8080/":             "",
		"https://example.com:65535":          "",
		"https://example.com:/":              "",
		"https://[2001:db8::1]:443/":         "",
		"https://example.com:0/":             `the port of "https://example.com:0/"` + port,
		"https://example.com:65536/":         `the port of "https://example.com:65536/"` + port,
		"https://example.com:99999999999/":   `the port of "https://example.com:99999999999/"` + port,
		"https://me@example.com/":            user,
		"https://me:secret@example.com/":     user,
		"https://me:sec%ret@example.com/":    user,
		"https://example.com/a b":            `"https://example.com/a b" contains a blank or an invisible character: remove it, or write a blank as %20`,
		"https://example.com/\u200b":         `"https://example.com/\u200b" contains a blank or an invisible character: remove it, or write a blank as %20`,
		"https://example.com:port/":          `"https://example.com:port/" is not a web address: write one such as "https://example.com/hook"`,
		"mailto:someone":                     `"mailto:someone" is not a web address: write one such as "https://example.com/hook"`,
		"https://example.com/" + long(2000):  `"https://example.com/` + long(60) + `"... (2020 characters) has more than 2000 characters, which some servers on the way refuse: shorten it`,
		"https://example.com/%zz" + long(99): `"https://example.com/%zz` + long(57) + `"... (122 characters) is not a web address: write one such as "https://example.com/hook"`,
	}.check(t, validate.WebAddress)
}

func TestPrivateAddress(t *testing.T) {
	t.Parallel()
	unencrypted := func(host string) string {
		return `plain http would send phone numbers unencrypted to "` + host + `": use https; http is for this machine only, such as "http://127.0.0.1:8080/"`
	}
	cases{
		"https://example.com/hlr":             "",
		"https://127.0.0.1/":                  "",
		"http://127.0.0.1:8080/hlr?a=b":       "",
		"http://127.9.9.9":                    "",
		"http://[::1]:8080/":                  "",
		"http://LocalHost/":                   "",
		"http://example.com/hlr?token=s3cr3t": unencrypted("example.com"),
		"HTTP://192.0.2.1/":                   unencrypted("192.0.2.1"),
		"http://localhost.example.com/":       unencrypted("localhost.example.com"),
		"http://127.0.0.1.example.com/":       unencrypted("127.0.0.1.example.com"),
		"ftp://127.0.0.1/":                    `"ftp://127.0.0.1/" is not a web address: write one such as "https://example.com/hook"`,
		"http://127.0.0.1@example.com/":       "the address contains a user name or password: leave them out; a token in the path or the query can identify the caller",
	}.check(t, validate.PrivateAddress)
}
