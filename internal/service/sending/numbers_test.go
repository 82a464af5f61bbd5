package sending

import (
	"slices"
	"testing"
)

// A number is found in whatever form it is written, and what is written once
// stands for one number.
func TestAbsent(t *testing.T) {
	t.Parallel()
	numbers := []string{"+33600000001", "+33600000002", "+32600000001"}
	for name, test := range map[string]struct{ written, want []string }{
		"none":            {nil, numbers},
		"all":             {[]string{"+32600000001", "06 00 00 00 02", "0033600000001"}, nil},
		"others":          {[]string{"+33600000003", "0700000001", "1", ""}, numbers},
		"one for two":     {[]string{"0600000001"}, []string{"+33600000002", "+32600000001"}},
		"one, twice":      {[]string{"0600000002", "+33600000002"}, []string{"+33600000001", "+32600000001"}},
		"its own form":    {[]string{"0600000001", "+33600000001"}, []string{"+33600000002"}},
		"with separators": {[]string{"06.00.00.00.02", "+33 (0)6 00 00 00 01"}, []string{"+32600000001"}},
	} {
		if got := absent(numbers, test.written); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v, want %v", name, got, test.want)
		}
	}
	if numbers[0] != "+33600000001" {
		t.Error("it changed what it was given")
	}
}
