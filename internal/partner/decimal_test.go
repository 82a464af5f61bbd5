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

// An amount is written as a decimal number, without what arithmetic in binary adds.
func TestDecimalText(t *testing.T) {
	t.Parallel()
	tenth, fifth := amounts(t, []string{"0.1"})[0], amounts(t, []string{"0.2"})[0]
	for want, amount := range map[string]*big.Float{
		"0": new(big.Float), "10": amounts(t, []string{"10.00"})[0], "2869.2": amounts(t, []string{"2869.200"})[0], "-0.001": amounts(t, []string{"-0.001"})[0],
		"0.3": new(big.Float).Add(tenth, fifth), "100": amounts(t, []string{"1e2"})[0],
	} {
		if got := DecimalText(amount); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		if !SameDecimal(amount, amounts(t, []string{want})[0]) || SameDecimal(amount, nil) || SameDecimal(nil, nil) {
			t.Errorf("%s is not the same as itself alone", want)
		}
	}
}
