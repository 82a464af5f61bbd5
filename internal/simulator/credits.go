package simulator

import (
	"cmp"
	"math/big"
	"net/http"
	"sync"
)

// creditsEndpoints is the page "Crédits".
func creditsEndpoints() []endpoint {
	return []endpoint{{
		method:     http.MethodGet,
		path:       "/me",
		parameters: []parameter{apiKeyParameter, formatParameter},
		handle:     me,
	}}
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
	mu    sync.Mutex
	now   Credits
	spent amount
}

// SetCredits says what is on the account from now on, the vendor's documented
// example until then. Sending takes from it, and is refused with code 11 when
// too little is left. A balance that is no number lasts for ever.
func (s *Simulator) SetCredits(c Credits) {
	example := documentedCredits()
	c.Username = cmp.Or(c.Username, example.Username)
	c.FirstName = cmp.Or(c.FirstName, example.FirstName)
	c.LastName = cmp.Or(c.LastName, example.LastName)
	c.Balance = cmp.Or(c.Balance, example.Balance)
	c.Currency = cmp.Or(c.Currency, example.Currency)
	s.credits.mu.Lock()
	defer s.credits.mu.Unlock()
	s.credits.now, s.credits.spent = c, 0
}

// get is what is left: the numbers of messages shrink with the balance that
// buys them.
func (c *credits) get() Credits {
	c.mu.Lock()
	defer c.mu.Unlock()
	left := c.now
	balance, limited := new(big.Rat).SetString(left.Balance)
	if !limited || c.spent == 0 {
		return left
	}
	rest := new(big.Rat).Sub(balance, c.spent.rat())
	left.Balance = rest.FloatString(3)
	if balance.Sign() == 0 {
		return left
	}
	for _, count := range []*int{&left.SMS, &left.LowCostSMS, &left.HLR} {
		share := new(big.Rat).Quo(rest, balance)
		share.Mul(share, big.NewRat(int64(*count), 1))
		*count = int(new(big.Int).Quo(share.Num(), share.Denom()).Int64())
	}
	return left
}

// charge takes an amount from the balance, or nothing when it is too much.
func (c *credits) charge(cost amount) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	balance, limited := new(big.Rat).SetString(c.now.Balance)
	if limited && balance.Cmp((c.spent+cost).rat()) < 0 {
		return false
	}
	c.spent += cost
	return true
}

// refund gives an amount back.
func (c *credits) refund(cost amount) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.spent -= cost
}

// creditsNow are what is left, with what waits to leave.
func (s *Simulator) creditsNow() Credits {
	account := s.credits.get()
	account.ToSend += s.messages.toSend(s.now())
	return account
}

func me(s *Simulator, _ *call) (object, *failure) {
	variant, account := s.options.Variant, s.creditsNow()
	user := elements{{"username", text(account.Username)}}
	if !variant.UsernameOnly {
		user = append(user, field{"firstname", text(account.FirstName)}, field{"lastname", text(account.LastName)})
	}
	return success(field{"user", user}, field{"credits", variant.creditsLeft(account)}), nil
}

func (v Variant) creditsLeft(account Credits) object {
	lowCost := "creditSmsECO"
	if v.LowCostCredits {
		lowCost = "creditSmsLowCost"
	}
	left := object{
		{"creditSms", integer(account.SMS)},
		{lowCost, integer(account.LowCostSMS)},
		{"creditHlr", integer(account.HLR)},
		{"toSend", integer(account.ToSend)},
	}
	if !v.BalanceOnly {
		left = append(left, field{"solde", text(account.Balance)})
	}
	return append(left, field{"currency", text(account.Currency)}, field{"balance", text(account.Balance)})
}

// noCredit refuses what the credit does not pay for.
func (s *Simulator) noCredit() *failure {
	if !s.options.Variant.NoCreditsObject {
		return &notEnoughCredit
	}
	return &failure{code: notEnoughCredit.code, fields: []field{
		{"error", object{{"message", plain("NOCREDITS")}}},
		{"credits", s.options.Variant.creditsLeft(s.creditsNow())},
	}}
}
