package wire

import (
	"math/big"
	"strconv"
	"strings"
)

// Amount is an amount of money in thousandths.
type Amount int

// Decimal writes an amount without the rounding of a float.
func (a Amount) Decimal() string {
	s := strconv.Itoa(int(a)/1000) + "." + strconv.Itoa(1000 + int(a)%1000)[1:]
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// Rat is an amount as an exact number.
func (a Amount) Rat() *big.Rat {
	return big.NewRat(int64(a), 1000)
}
