package validate_test

import (
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

func TestQuote(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]string{
		"":                           `""`,
		"a\x00\u200b\"":              `"a\x00\u200b\""`,
		strings.Repeat("a", 80):      `"` + strings.Repeat("a", 80) + `"`,
		strings.Repeat("é", 80):      `"` + strings.Repeat("é", 80) + `"`,
		strings.Repeat("é", 81):      `"` + strings.Repeat("é", 80) + `"... (81 characters)`,
		strings.Repeat("a", 1<<20):   `"` + strings.Repeat("a", 80) + `"... (1048576 characters)`,
		strings.Repeat("\xff", 1000): `"` + strings.Repeat(`\xff`, 80) + `"... (1000 characters)`,
	} {
		if got := validate.Quote(value); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
