package partner

import (
	"encoding/json"
	"testing"
)

// TestHidden has a server answer with a hidden parameter, or a part of it, in every place of
// an answer: nothing of it gets into logs and errors.
func TestHidden(t *testing.T) {
	t.Parallel()
	const text, secret = "Bonjour Ada, votre code : 4711-Zq9!", "4711-Zq9!"
	for name, echo := range echoes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, part := range []string{text, secret, "CODE : 4711-ZQ9!"} {
				var w witness
				asJSON, err := json.Marshal(part)
				if err != nil {
					t.Fatal(err)
				}
				bubble(t, func(c *Config) { c.Logger = w.logger() }, says(echo(part, string(asJSON))), func(t *testing.T, world *world) {
					_, err := Do(t.Context(), world.client, &status, Params{"messageId": "1111", "message": Hidden(text)}, decodeValues)
					w.result(values{}, err)
				})
				expectContains(t, "what is let out", w.seen.String(), "Asking the vendor")
				expectNoSecret(t, "the call", w.seen.String(), secret)
				expectNoSecret(t, "the call", w.seen.String(), "4711")
			}
		})
	}
}

// A code is taken from an answer, too, and a quoted text can hold quotation marks.
func TestHide_Detail(t *testing.T) {
	t.Parallel()
	for was, want := range map[string]string{
		"the answer reports success, but has code 4711": "the answer reports success, but has code " + unshown,
		`its id is "a \"4711\" b", no number`:           "its id is " + unshown + ", no number",
		"the connection broke after 10s":                "the connection broke after 10s",
	} {
		e := &Error{Detail: was}
		e.hide([]string{"the connection code is 4711"})
		expect(t, "detail", e.Detail, want)
	}
}

// What repeats nothing of a hidden parameter is shown.
func TestHide(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ hidden, was, want string }{
		"other words":      {"Code 4711", "Crédit insuffisant", "Crédit insuffisant"},
		"the text":         {"Code 4711", "Code 4711", unshown},
		"a piece":          {"Code 4711", "not 4711!", unshown},
		"less than one":    {"Code 4711", "711 or code", unshown},
		"too little":       {"Code 4711", "711", "711"},
		"capitals":         {"sésame", "SÉSAME", unshown},
		"HTML":             {"Zq9&<x!", "is q9&amp;&lt;x", unshown},
		"in an address":    {"Zq9 &x", "?m=Zq9+%26x", unshown},
		"short":            {"né", "born, née", unshown},
		"short, elsewhere": {"42", "Crédit insuffisant", "Crédit insuffisant"},
		"empty":            {"", "Crédit insuffisant", "Crédit insuffisant"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e := &Error{
				Code: test.was, Data: test.was, Message: test.was, Detail: `no code: it holds "` + test.was + `"`,
				Problems: []Problem{{Element: test.was, PhoneNumber: "+33600000001", Code: test.was, Message: test.was}},
			}
			problems := e.Problems
			e.hide([]string{test.hidden})
			detail := `no code: it holds "` + test.was + `"`
			if test.want == unshown {
				detail = "no code: it holds " + unshown
			}
			for _, got := range []string{e.Code, e.Data, e.Message, e.Problems[0].Element, e.Problems[0].Code, e.Problems[0].Message} {
				expect(t, "field", got, test.want)
			}
			expect(t, "detail", e.Detail, detail)
			expect(t, "number", e.Problems[0].PhoneNumber, "+33600000001")
			expect(t, "the caller's", problems[0].Message, test.was)
		})
	}
}
