package phone

import (
	"slices"
	"testing"
)

func TestIndex_Find(t *testing.T) {
	t.Parallel()
	x := NewIndex("+33600000001", "+212600000001", "+33600000002", "06 00 00 00 03")
	for number, want := range map[string][]string{
		"+33600000001":  {"+33600000001"},
		"0033600000002": {"+33600000002"},
		"+33\u00a06\u00a000\u00a000\u00a000\u00a002\u200e": {"+33600000002"},
		"0600000002":     {"+33600000002"},
		"0600000001":     {"+33600000001", "+212600000001"},
		"+33600000003":   {"06 00 00 00 03"},
		"+33600000004":   nil,
		"+32600000002":   nil,
		"masked 0002":    nil,
		"06 00 00 00 03": {"06 00 00 00 03"},
	} {
		if got := x.Find(number); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", number, got, want)
		}
	}
}

func TestTwice(t *testing.T) {
	t.Parallel()
	for want, list := range map[string][]string{
		"":              {"+33600000001", "+33600000002", "0600000003"},
		"0600000001":    {"+33600000001", "+33600000002", "0600000001"},
		"+33600000002":  {"+33600000002", "+33600000002"},
		"0033600000001": {"06 00 00 00 01", "0033600000001"},
	} {
		if got := Twice(list); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
