package sms

import (
	"math/big"
	"strconv"
	"strings"
)

// amount is an amount of money in thousandths.
type amount int

// The prices of an SMS and an RCS: those of the documented answers. The low-cost one is
// not documented; it fits what the documented balance buys.
const (
	pricePremium    amount = 38
	priceLowCost    amount = 25
	priceLongNumber amount = 50
	priceRCS        amount = 120
)

// decimal writes an amount without the rounding of a float.
func (a amount) decimal() string {
	s := strconv.Itoa(int(a)/1000) + "." + strconv.Itoa(1000 + int(a)%1000)[1:]
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

func (a amount) rat() *big.Rat {
	return big.NewRat(int64(a), 1000)
}
