package partner

import (
	"math/big"
	"strings"
)

// decimalPrecision is the precision in which the engines read numbers from a
// configuration, in bits. A cost in the same precision equals the literal that
// a person compares it with, which 0.049 as a float64 does not.
const decimalPrecision = 512

// Balance reads what an account has left, under either of the names that the vendor gives it.
func (o *Object) Balance() *big.Float {
	if balance := o.Decimal("balance"); balance != nil {
		return balance
	}
	return o.Decimal("solde")
}

// mostDecimals is far more than an amount of money has, and few enough to leave out what
// arithmetic in binary adds: in a configuration, 0.1 + 0.2 is not quite 0.3.
const mostDecimals = 40

// DecimalText writes an amount as a decimal number, such as 10 or 0.8.
func DecimalText(amount *big.Float) string {
	text := amount.Text('f', mostDecimals)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// SameDecimal compares amounts as they are written. Nothing equals an amount that is nil.
func SameDecimal(a, b *big.Float) bool {
	return a != nil && b != nil && DecimalText(a) == DecimalText(b)
}

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
