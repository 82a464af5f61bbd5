package sms

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
func (a *Account) moveCredit(c *wire.Call, to bool) (wire.Object, *wire.Failure) {
	credit, token := c.Text("credit"), c.Text("tokenSubaccount")
	moved, isAmount := parseAmount(credit)
	s := a.subaccounts.byToken(token)
	switch {
	case credit == "":
		return nil, a.transferRefusal(creditRequired)
	case token == "":
		return nil, a.transferRefusal(subaccountRequired)
	case a.subaccounts.inactive || a.subaccounts.calling != nil:
		return nil, a.notAuthorised(4)
	case !isAmount || moved <= 0 || moved < oneEuro && a.options.Variant.SubaccountWholeEuros:
		return nil, a.transferRefusal(creditNotPositive)
	case s == nil:
		return nil, a.transferRefusal(subaccountUnknown)
	case to && a.isEmpty():
		return nil, a.transferRefusal(balanceNotPositive)
	case to && !a.credits.purse.Charge(moved), !to && s.balance < moved:
		return nil, a.transferRefusal(creditTooLow)
	case to:
		s.balance += moved
	default:
		a.credits.purse.Refund(moved)
		s.balance -= moved
	}
	return wire.Success(
		decimalField("credit", a.credits.get().Balance),
		decimalField("subaccountCredit", s.balance.Decimal()),
		wire.Text("currency", a.credits.now.Currency),
	), nil
}

// isEmpty reports whether nothing is left on the main account.
func (a *Account) isEmpty() bool {
	left, limited := new(big.Rat).SetString(a.credits.get().Balance)
	return limited && left.Sign() <= 0
}

// decimalField writes an amount as a number, without zeros at the end.
func decimalField(name, text string) wire.Field {
	if exact, ok := parseAmount(text); ok {
		return wire.Decimal(name, exact.Decimal())
	}
	return wire.Text(name, text) // a balance that lasts for ever
}

// admitSubaccount has the key of a sub-account make calls like the account's own, which its
// balance pays for. Messages and all else are those of the main account, which has the
// sub-accounts.
func (a *Account) admitSubaccount(key string) wire.Admit {
	a.mu.Lock()
	defer a.mu.Unlock()
	s := a.subaccountOf(key)
	if s == nil {
		return nil
	}
	return func(c *wire.Call, handle wire.Handler) (wire.Object, *wire.Failure) {
		return a.admit(c, func(c *wire.Call) (wire.Object, *wire.Failure) {
			main := a.credits
			a.credits, a.subaccounts.calling = s.credits(main.now.Currency), s
			defer func() {
				s.balance -= a.credits.purse.Spent
				a.credits, a.subaccounts.calling = main, nil
			}()
			return handle(c)
		})
	}
}

// subaccountOf returns the sub-account that has a key; nil for none.
func (a *Account) subaccountOf(key string) *Subaccount {
	v := a.options.Variant
	for _, s := range a.subaccounts.all {
		hasKey := s.APIKey == key && (s.Type != advanced || !v.SubaccountSignUp)
		if s.deleted.IsZero() && (hasKey || s.Token == key && v.SubaccountTokenIsKey) {
			return s
		}
	}
	return nil
}

// credits are the sub-account's own.
func (s *Subaccount) credits(currency string) credits {
	return newCredits(Credits{
		Username: s.Email, FirstName: s.FirstName, LastName: s.LastName, Balance: s.balance.Rat().FloatString(3), Currency: currency,
		SMS: int(s.balance / pricePremium), LowCostSMS: int(s.balance / priceLowCost),
	})
}
