package phone_test

import (
	"fmt"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

func TestSame(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		a, b string
		want bool
	}{
		"same":                         {"0600000001", "0600000001", true},
		"separators":                   {"06 00 00 00 01", "06.00.00.00.01", true},
		"plus and 00":                  {"+33600000001", "0033 6 00 00 00 01", true},
		"both with 00":                 {"0033600000001", "00 33 6 00 00 00 01", true},
		"bracketed zero":               {"+33 (0)6 00 00 00 01", "+33600000001", true},
		"bracketed zero of no prefix":  {"+352 (0)621 123 456", "+352621123456", true},
		"zero without brackets":        {"+352 (0)621 123 456", "+3520621123456", false},
		"national and international":   {"06 00 00 00 01", "+33600000001", true},
		"national and 00":              {"0600000001", "0033600000001", true},
		"national of another country":  {"0470 12 34 56", "+32470123456", true},
		"national of the US":           {"(415) 555-2671", "+14155552671", true},
		"of La Réunion":                {"0692 12 34 56", "+262692123456", true},
		"of nobody":                    {"0692 12 34 56", "+33692123456", false},
		"of France, in La Réunion":     {"0612345678", "+262612345678", false},
		"of a machine":                 {"07 00 12 34 56 78 90", "+337001234567890", true},
		"without a plus sign":          {"4915123456789", "+4915123456789", true},
		"without a plus sign, other":   {"4915123456788", "+4915123456789", false},
		"dialled in Australia":         {"0011 65 9123 4567", "+6591234567", true},
		"dialled nowhere":              {"0088 65 9123 4567", "+6591234567", false},
		"a trunk prefix too many":      {"04915123456789", "+4915123456789", false},
		"an address":                   {"tel:+33-6-00-00-00-01", "+33600000001", true},
		"digits of another script":     {"０６０００００００１", "+33600000001", true},
		"an invisible character":       {"\u202a+33600000001\u202c", "0600000001", true},
		"not in use":                   {"+33000000001", "0000000001", false}, // 00 starts an international number
		"other number":                 {"0600000001", "0600000002", false},
		"other number, international":  {"0600000001", "+33600000002", false},
		"national of any country":      {"0600000001", "+32600000001", true}, // the default region is not at hand
		"other country":                {"0600000001", "+4915112345678", false},
		"two international ones":       {"+33600000001", "+32600000001", false},
		"zero missing":                 {"0600000001", "600000001", false},
		"same nonsense":                {"abc", "abc", true},
		"other nonsense":               {"abc", "abd", false},
		"nonsense and number":          {"abc", "0600000001", false},
		"nothing and number":           {"", "+33600000001", false},
		"impossible and national":      {"+999123", "0600000001", false},
		"international and impossible": {"+33600000001", "06", false},
	} {
		for _, pair := range [][2]string{{test.a, test.b}, {test.b, test.a}} {
			if got := phone.Same(pair[0], pair[1]); got != test.want {
				t.Errorf("%s: Same(%+q, %+q) = %v, want %v", name, pair[0], pair[1], got, test.want)
			}
		}
	}
}

// A list of 500 is compared with another, each with each.
func BenchmarkSame_Lists(b *testing.B) {
	var asked, answered []string
	for i := range 500 {
		asked = append(asked, fmt.Sprintf("+336%08d", i))
		answered = append(answered, fmt.Sprintf("06%08d", i))
	}
	for b.Loop() {
		for _, x := range asked {
			for _, y := range answered {
				phone.Same(y, x)
			}
		}
	}
}
