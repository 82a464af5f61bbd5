package wire

import "testing"

func TestRedact(t *testing.T) {
	t.Parallel()
	const hexadecimal = "0123456789abcdefABCDEF0123456789"
	for text, want := range map[string]string{
		"a secret b secret":  "a *** b ***",
		"/me/" + hexadecimal: "/me/***",
		hexadecimal[1:]:      hexadecimal[1:],
		"+33600000000":       "+33600000000",
	} {
		expect(t, text, redact(text, "", "secret"), want)
	}
}
