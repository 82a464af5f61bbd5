package validate_test

import (
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

func TestEmail(t *testing.T) {
	t.Parallel()
	const none, blank = "is not an e-mail address", "contains a blank or an invisible character"
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
	} {
		err := validate.Email(text)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
}
