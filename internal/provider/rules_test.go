package provider

import (
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

func TestCheckAPIKey(t *testing.T) {
	t.Parallel()
	const (
		empty = "the API key is empty: copy it from the API page of the SMS Partner dashboard"
		blank = "the API key contains a blank or a line break, which no key has: remove it, for example with trimspace()"
		key   = "0123456789abcdef"

		invisible = "the API key contains an invisible character, such as a zero-width space, which no key has: copy it again from the API page of the SMS Partner dashboard, or type it"
		quoted    = "the API key begins or ends with a quotation mark, which no key has: remove it"
	)
	for value, want := range map[string]string{
		key:                    "",
		"k+/&\"<é>=%":          "",
		"":                     empty,
		" ":                    empty,
		"\t\n":                 empty,
		"\u00a0":               empty,
		key + "\n":             blank,
		key + "\r\n":           blank,
		" " + key:              blank,
		key + " " + key:        blank,
		key + "\u00a0":         blank,
		key + "\x00":           blank,
		"Bearer\t" + key:       blank,
		key + "\u2028" + key:   blank,
		"\x1b[0m" + key:        blank,
		strings.Repeat(key, 9): "",

		key + "\u200b":              invisible,
		"\ufeff" + key:              invisible,
		key + "\u200d" + key:        invisible,
		key + "\u00ad":              invisible,
		"\u202e" + key:              invisible,
		`"` + key + `"`:             quoted,
		"'" + key + "'":             quoted,
		"“" + key + "”":             quoted,
		"«" + key + "»":             quoted,
		key + `"`:                   quoted,
		"`" + key:                   quoted,
		"k" + `"` + key + "'" + "k": "",
	} {
		got := ""
		if err := checkAPIKey(product.SMS)(value); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", value, got, want)
		}
	}
}

func TestCheckBaseURL(t *testing.T) {
	t.Parallel()
	const (
		example = `: write one such as "https://api.smspartner.fr/v1"`
		unread  = "the address can't be read" + example
		scheme  = `the address must start with "https://"`
		noHost  = "the address names no host" + example
		user    = "the address contains a user name or password: the API takes none, only the key in api_key"
		query   = `the address must end with the path: remove the "?" or "#" and what follows`
		secret  = "0123456789abcdef"
		blank   = "the address contains a blank, a line break or an invisible character: remove it"
		port    = "the port of the address must be between 1 and 65535"
	)
	plain := func(host string) string {
		return `plain http would send the API key unencrypted to "` + host +
			`": use https; http is for this machine only, such as "http://127.0.0.1:8080/v1"`
	}
	for address, want := range map[string]string{
		"https://api.smspartner.fr/v1":   "",
		"https://api.smspartner.fr/v1/":  "",
		"https://api.smspartner.fr":      "",
		"HTTPS://api.smspartner.fr/v1":   "",
		"https://proxy.example:8443/sms": "",
		"http://localhost:8080/v1":       "",
		"http://LocalHost:8080/v1":       "",
		"http://127.0.0.1:8080/v1":       "",
		"http://127.1.2.3/v1":            "",
		"http://[::1]:8080/v1":           "",

		"":                                          scheme,
		" ":                                         blank,
		"api.smspartner.fr/v1":                      scheme,
		"//api.smspartner.fr/v1":                    scheme,
		"htps://api.smspartner.fr/v1":               scheme,
		"ftp://api.smspartner.fr/v1":                scheme,
		"file:///etc/passwd":                        scheme,
		"api.smspartner.fr:443/v1":                  unread,
		"https:api.smspartner.fr/v1":                unread,
		"https//api.smspartner.fr/v1":               scheme,
		" https://api.smspartner.fr/v1":             blank,
		"https://api smspartner.fr/v1":              blank,
		"https://api.smspartner.fr:port/v1":         unread,
		"https://api.smspartner.fr/v1\n":            blank,
		"https://api.smspartner.fr/v1 ":             blank,
		"https://api.smspartner.fr/v 1":             blank,
		"https://api.smspartner.fr/v1\u00a0":        blank,
		"\ufeffhttps://api.smspartner.fr/v1":        blank,
		"https://api\u200b.smspartner.fr/v1":        blank,
		"https://api.smspartner.fr:99999/v1":        port,
		"https://api.smspartner.fr:65536/v1":        port,
		"https://api.smspartner.fr:0/v1":            port,
		"http://127.0.0.1:184467440737095516160/v1": port,
		"https://api.smspartner.fr:65535/v1":        "",
		"https://api.smspartner.fr:/v1":             "",
		"https://":                                  noHost,
		"https:///v1":                               noHost,
		"https:/api.smspartner.fr/v1":               noHost,
		"https://:443/v1":                           noHost,

		"https://api.smspartner.fr/v1?apiKey=" + secret: query,
		"https://api.smspartner.fr/v1?":                 query,
		"https://api.smspartner.fr/v1#" + secret:        query,
		"https://api.smspartner.fr/v1#":                 query,
		"https://" + secret + "@api.smspartner.fr/v1":   user,
		"https://me:" + secret + "@api.smspartner.fr":   user,
		"me:" + secret + "@api.smspartner.fr/v1":        unread,
		"https://api.smspartner.fr:" + secret + "/v1":   unread,

		"http://api.smspartner.fr/v1":     plain("api.smspartner.fr"),
		"http://192.168.1.1/v1":           plain("192.168.1.1"),
		"http://localhost.example.com/v1": plain("localhost.example.com"),
		"http://127.0.0.1.example.com/v1": plain("127.0.0.1.example.com"),
		"http://0.0.0.0:8080/v1":          plain("0.0.0.0"),
		"http://[2001:db8::1]:8080/v1":    plain("2001:db8::1"),
	} {
		got := ""
		if err := checkBaseURL(product.SMS)(address); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q:\ngot  %q\nwant %q", address, got, want)
		}
		if strings.Contains(got, secret) {
			t.Errorf("%q: the error shows the secret: %s", address, got)
		}
	}
}
