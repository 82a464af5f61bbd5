package subaccount

import (
	"math/big"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// The calls that move credit to a sub-account and back.
const (
	pathTo   = "/subaccount/credit/add"
	pathFrom = "/subaccount/credit/remove"
)

// oneEuro is the smallest amount that the documentation shows.
const oneEuro wire.Amount = 1000

// moveCredit is a transfer to a sub-account, or from one.
func (l *Accounts) moveCredit(c *wire.Call, to bool) (wire.Object, *wire.Failure) {
	credit, token := c.Text("credit"), c.Text("tokenSubaccount")
	moved, isAmount := parseAmount(credit)
	s := l.byToken(token)
	switch {
	case credit == "":
		return nil, l.transferRefusal(creditRequired)
	case token == "":
		return nil, l.transferRefusal(subaccountRequired)
	case l.inactive || l.calling != nil:
		return nil, l.notAuthorised(4)
	case !isAmount || moved <= 0 || moved < oneEuro && l.product.Forms.SubaccountWholeEuros:
		return nil, l.transferRefusal(creditNotPositive)
	case s == nil:
		return nil, l.transferRefusal(subaccountUnknown)
	case to && l.isEmpty():
		return nil, l.transferRefusal(balanceNotPositive)
	case to && !l.product.Money().Purse.Charge(moved), !to && s.balance < moved:
		return nil, l.transferRefusal(creditTooLow)
	case to:
		s.balance += moved
	default:
		l.product.Money().Purse.Refund(moved)
		s.balance -= moved
	}
	return wire.Success(
		decimalField("credit", l.product.Money().Balance),
		decimalField("subaccountCredit", s.balance.Decimal()),
		wire.Text("currency", l.product.Money().Currency),
	), nil
}

// isEmpty reports whether nothing is left on the main account.
func (l *Accounts) isEmpty() bool {
	left, limited := new(big.Rat).SetString(l.product.Money().Balance)
	return limited && left.Sign() <= 0
}

// decimalField writes an amount as a number, without zeros at the end.
func decimalField(name, text string) wire.Field {
	if exact, ok := parseAmount(text); ok {
		return wire.Decimal(name, exact.Decimal())
	}
	return wire.Text(name, text) // a balance that lasts for ever
}
