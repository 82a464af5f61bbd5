package sms

import (
	"cmp"
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

// CreditForms are the forms of the credits.
type CreditForms struct {
	// LowCostCredits names the low-cost credits creditSmsLowCost, as before July
	// 2024, instead of creditSmsECO.
	LowCostCredits bool `flag:"low-cost-credits" help:"write creditSmsLowCost instead of creditSmsECO"`
	// BalanceOnly leaves solde out of the credits, as an earlier edition of the
	// documentation did.
	BalanceOnly bool `flag:"balance-only" help:"leave solde out of the credits"`
	// UsernameOnly leaves the names out of the user, as recorded in 2018.
	UsernameOnly bool `flag:"username-only" help:"leave the names out of the user"`
	// NoCreditsObject puts the message of code 11 into an object under "error",
	// with the credits beside it, as recorded.
	NoCreditsObject bool `flag:"no-credits-object" help:"put the message of code 11 into an object, with the credits beside it"`
}

// Credits are the account's holder and what is left on the account. An empty
// text is that of the vendor's documented example, a number stands as it is.
type Credits struct {
	Username, FirstName, LastName string

	// SMS, LowCostSMS and HLR are how many Premium messages, low-cost messages
	// and HLR checks the balance buys.
	SMS, LowCostSMS, HLR int
	// ToSend is how many SMS wait to leave; those that calls have scheduled come
	// on top.
	ToSend int
	// Balance is a decimal number in the currency.
	Balance, Currency string
}

// documentedCredits is the example on the page "Crédits".
func documentedCredits() Credits {
	return Credits{
		Username: "owner@example.com", FirstName: "Ann", LastName: "Doe",
		SMS: 1200, LowCostSMS: 2100, HLR: 9000,
		Balance: "52.119", Currency: defaultCurrency,
	}
}

type credits struct {
	now   Credits
	purse wire.Purse
}

func newCredits(c Credits) credits {
	return credits{now: c, purse: wire.Purse{Balance: c.Balance}}
}

// SetCredits says what is on the account from now on, the vendor's documented
// example until then. Sending takes from it, and is refused with code 11 when
// too little is left. A balance that is no number lasts for ever.
func (a *Account) SetCredits(c Credits) {
	example := documentedCredits()
	c.Username = cmp.Or(c.Username, example.Username)
	c.FirstName = cmp.Or(c.FirstName, example.FirstName)
	c.LastName = cmp.Or(c.LastName, example.LastName)
	c.Balance = cmp.Or(c.Balance, example.Balance)
	c.Currency = cmp.Or(c.Currency, example.Currency)
	a.mu.Lock()
	defer a.mu.Unlock()
	a.credits = newCredits(c)
}

// get returns what is left: the numbers of messages shrink with the balance.
func (c *credits) get() Credits {
	left := c.now
	rest, taken := c.purse.Left()
	if !taken {
		return left
	}
	left.Balance = rest.FloatString(3)
	for _, count := range []*int{&left.SMS, &left.LowCostSMS, &left.HLR} {
		*count = c.purse.Share(*count)
	}
	return left
}

// creditsNow are what is left, with what waits to leave.
func (a *Account) creditsNow() Credits {
	account := a.credits.get()
	account.ToSend += a.messages.toSend(a.Now())
	return account
}

func (a *Account) me(_ *wire.Call) (wire.Object, *wire.Failure) {
	variant, account := a.options.Variant, a.creditsNow()
	user := []wire.Field{wire.Text("username", account.Username)}
	if !variant.UsernameOnly {
		user = append(user, wire.Text("firstname", account.FirstName), wire.Text("lastname", account.LastName))
	}
	return wire.Success(wire.Elements("user", user...), wire.Nested("credits", variant.creditsLeft(account)...)), nil
}

func (f CreditForms) creditsLeft(account Credits) wire.Object {
	lowCost := "creditSmsECO"
	if f.LowCostCredits {
		lowCost = "creditSmsLowCost"
	}
	left := wire.Object{
		wire.Integer("creditSms", account.SMS),
		wire.Integer(lowCost, account.LowCostSMS),
		wire.Integer("creditHlr", account.HLR),
		wire.Integer("toSend", account.ToSend),
	}
	if !f.BalanceOnly {
		left = append(left, wire.Text("solde", account.Balance))
	}
	return append(left, wire.Text("currency", account.Currency), wire.Text("balance", account.Balance))
}

// noCredit refuses a send that the credit does not cover.
func (a *Account) noCredit() *wire.Failure {
	if !a.options.Variant.NoCreditsObject {
		return notEnoughCredit
	}
	return &wire.Failure{Code: notEnoughCredit.Code, Fields: []wire.Field{
		wire.Nested("error", wire.Plain("message", "NOCREDITS")),
		wire.Nested("credits", a.options.Variant.creditsLeft(a.creditsNow())...),
	}}
}
