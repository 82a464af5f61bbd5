package partner

import "testing"

func TestSameEmail(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"ada@example.com", "ada@example.com", true},
		{"ada@example.com", "Ada@EXAMPLE.com", true},
		{"ada@example.com", " ada@example.com\n", true},
		{"ada@example.com", "ada@example.org", false},
		{"ada@example.com", "ada+news@example.com", false},
		{"kim@example.com", "\u212aim@example.com", false},     // the sign of the unit Kelvin
		{"sam@example.com", "\u017fam@example.com", false},     // a long s
		{"ilgaz@example.com", "\u0131lgaz@example.com", false}, // an i without a dot
		{"é@example.com", "É@example.com", false},
		{"", "ada@example.com", false},
	} {
		for _, pair := range [][2]string{{test.a, test.b}, {test.b, test.a}} {
			if got := SameEmail(pair[0], pair[1]); got != test.want {
				t.Errorf("%q and %q: got %t", pair[0], pair[1], got)
			}
		}
	}
}
