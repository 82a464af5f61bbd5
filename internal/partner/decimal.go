package partner

import (
	"math/big"
	"strings"
)

// decimalPrecision is the precision in which the engines read numbers from a
// configuration, in bits. A cost in the same precision equals the literal that
// a person compares it with, which 0.049 as a float64 does not.
const decimalPrecision = 512

// SumDecimals adds amounts as decimal numbers: in binary, 0.1 and 0.2 would not make 0.3.
// The sum is nil if any amount is: an unknown amount is not zero.
func SumDecimals(amounts []*big.Float) *big.Float {
	sum, digits := new(big.Rat), 0
	for _, amount := range amounts {
		if amount == nil {
			return nil
		}
		text := amount.Text('f', -1) // what the vendor wrote
		exact, ok := new(big.Rat).SetString(text)
		if !ok {
			continue // no amount that was read is infinite
		}
		sum.Add(sum, exact)
		if _, fraction, found := strings.Cut(text, "."); found {
			digits = max(digits, len(fraction))
		}
	}
	total, _, err := big.ParseFloat(sum.FloatString(digits), 10, decimalPrecision, big.ToNearestEven)
	if err != nil {
		return nil // FloatString writes nothing else
	}
	return total
}
