package mail

import (
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// creditsPage is the page "Crédits".
func (a *Account) creditsPage() []wire.Route {
	return []wire.Route{{
		Method:     http.MethodGet,
		Path:       "/me",
		Parameters: []wire.Parameter{wire.KeyParameter, wire.FormatParameter},
		Handle:     a.me,
	}}
}

// Credits are the account's holder and what is left on the account.
type Credits struct {
	Username string
	// Mails is how many mails the balance buys.
	Mails int
	// Balance is a decimal number in the currency.
	Balance, Currency string
}

// documentedCredits is the example on the page "Crédits".
func documentedCredits() Credits {
	return Credits{Username: "owner@example.com", Mails: 1200, Balance: "45.119", Currency: "EUR"}
}

// SetCredits says what is on the account from now on, the vendor's documented
// example until then.
func (a *Account) SetCredits(c Credits) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.credits, a.purse = c, wire.Purse{Balance: c.Balance}
}

// creditsNow are what is left: the number of mails shrinks with the balance.
func (a *Account) creditsNow() Credits {
	left := a.credits
	if rest, taken := a.purse.Left(); taken {
		left.Balance, left.Mails = rest.FloatString(3), a.purse.Share(left.Mails)
	}
	return left
}

func (a *Account) me(*wire.Call) (wire.Object, *wire.Failure) {
	left := a.creditsNow()
	return wire.Success(
		wire.Nested("user", wire.Text("username", left.Username)),
		wire.Nested(
			"credits",
			wire.Integer("creditMail", left.Mails),
			wire.Text("currency", left.Currency),
			wire.Text("balance", left.Balance),
		),
	), nil
}
