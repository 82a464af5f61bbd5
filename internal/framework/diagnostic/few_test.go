package diagnostic_test

import (
	"slices"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
)

func TestFew(t *testing.T) {
	t.Parallel()
	texts := []string{"a", "b", "c", "d", "e", "f", "g"}
	for n, want := range []string{"", "a", "a, b", "a, b, c", "a, b, c, d", "a, b, c, d, e", "a, b, c, d, e, and 1 more", "a, b, c, d, e, and 2 more"} {
		if got := diagnostic.Few(texts[:n], ", "); got != want {
			t.Errorf("of %d: got %q, want %q", n, got, want)
		}
	}
	if !slices.Equal(texts[4:], []string{"e", "f", "g"}) {
		t.Error("it changed what it was given")
	}
}

func TestUnread(t *testing.T) {
	t.Parallel()
	const before, after = "Part of the answer can't be read, and is null: ", ".\n\nThe rest is not affected. If this goes on, report it as a bug of the provider, with this text."
	for name, test := range map[string]struct {
		clauses []string
		want    string
	}{
		"none":  {nil, ""},
		"twice": {[]string{"a", "b", "a"}, before + "a; b" + after},
		"many":  {[]string{"a", "b", "c", "d", "e", "f", "f", "g"}, before + "a; b; c; d; e; and 2 more" + after},
	} {
		got := ""
		if diags := diagnostic.Unread("s", test.clauses); len(diags) > 0 {
			got = diags[0].Detail()
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
}
