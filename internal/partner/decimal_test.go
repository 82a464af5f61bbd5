package partner

import (
	"math/big"
	"slices"
	"testing"
)

// amounts reads each text as the client reads an amount, "" as one that is not
// there.
func amounts(t *testing.T, texts []string) []*big.Float {
	t.Helper()
	read := make([]*big.Float, len(texts))
	for i, text := range texts {
		if text == "" {
			continue
		}
		o := asObject(t, `"`+text+`"`)
		if read[i] = o.Decimal("value"); read[i] == nil {
			t.Fatal(o.err())
		}
	}
	return read
}

// A sum is the number that a person writes for it: the engines compare every
// digit.
func TestSumDecimals(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		amounts []string
		want    string
	}{
		"none":            {nil, "0"},
		"one":             {[]string{"0.045"}, "0.045"},
		"no binary form":  {[]string{"0.1", "0.2"}, "0.3"},
		"three SMS":       {[]string{"0.038", "0.038", "0.038"}, "0.114"},
		"many":            {slices.Repeat([]string{"0.038"}, 10000), "380"},
		"unlike lengths":  {[]string{"49.174", "51.002", "0.1", "7"}, "107.276"},
		"to zero":         {[]string{"0.1", "-0.1"}, "0"},
		"negative":        {[]string{"0.1", "-0.3"}, "-0.2"},
		"with exponents":  {[]string{"4.5e-2", "1e3"}, "1000.045"},
		"large and small": {[]string{"99999999999999999999", "0.00000000000000000001"}, "99999999999999999999.00000000000000000001"},
		"beyond 64 bits":  {[]string{"123456789012345678901234567890", "0.1"}, "123456789012345678901234567890.1"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := SumDecimals(amounts(t, test.amounts))
			if want := amounts(t, []string{test.want})[0]; got.Cmp(want) != 0 || got.Prec() != want.Prec() {
				t.Errorf("got %s, want %s", got.Text('g', 60), test.want)
			}
		})
	}
}

// What is not known is not nothing.
func TestSumDecimals_Absent(t *testing.T) {
	t.Parallel()
	for _, texts := range [][]string{{""}, {"", "0.038"}, {"0.038", "", "0.049"}} {
		if sum := SumDecimals(amounts(t, texts)); sum != nil {
			t.Errorf("the sum of %q is %s", texts, sum.Text('g', 60))
		}
	}
}
