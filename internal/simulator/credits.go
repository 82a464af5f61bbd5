package simulator

import (
	"cmp"
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
	// ToSend is how many messages wait to leave.
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
	mu  sync.Mutex
	now Credits
}

// SetCredits says what me answers from now on, the vendor's documented example
// until then. Sending does not change it.
func (s *Simulator) SetCredits(c Credits) {
	example := documentedCredits()
	c.Username = cmp.Or(c.Username, example.Username)
	c.FirstName = cmp.Or(c.FirstName, example.FirstName)
	c.LastName = cmp.Or(c.LastName, example.LastName)
	c.Balance = cmp.Or(c.Balance, example.Balance)
	c.Currency = cmp.Or(c.Currency, example.Currency)
	s.credits.mu.Lock()
	defer s.credits.mu.Unlock()
	s.credits.now = c
}

func (c *credits) get() Credits {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func me(s *Simulator, _ *call) (object, *failure) {
	variant, account := s.options.Variant, s.credits.get()
	user := elements{{"username", text(account.Username)}}
	if !variant.UsernameOnly {
		user = append(user, field{"firstname", text(account.FirstName)}, field{"lastname", text(account.LastName)})
	}
	lowCost := "creditSmsECO"
	if variant.LowCostCredits {
		lowCost = "creditSmsLowCost"
	}
	left := object{
		{"creditSms", integer(account.SMS)},
		{lowCost, integer(account.LowCostSMS)},
		{"creditHlr", integer(account.HLR)},
		{"toSend", integer(account.ToSend)},
	}
	if !variant.BalanceOnly {
		left = append(left, field{"solde", text(account.Balance)})
	}
	left = append(left, field{"currency", text(account.Currency)}, field{"balance", text(account.Balance)})
	return success(field{"user", user}, field{"credits", left}), nil
}
