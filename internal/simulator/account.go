package simulator

import (
	"crypto/subtle"
	"fmt"
)

// accountFailures are the account-level codes of the general error page: any
// call can answer them.
var accountFailures = map[int]failure{
	20: {code: 20, message: wording{"Compte désactivé", "Account disabled"}},
	30: {code: 30, message: wording{"Compte bloqué", "Account blocked"}},
	40: {code: 40, message: wording{"L'accès à l'API est refusé", "Access to the API is denied"}},
	96: {code: 96, message: wording{"L'IP n'est pas autorisée", "The IP is not authorized"}},
}

// SetAccount makes every later call with the right key answer an account-level
// error: 20 account disabled, 30 blocked, 40 API access refused, 96 IP address
// not authorized. 0 makes the account work again. It panics on other codes.
func (s *Simulator) SetAccount(code int) {
	if _, known := accountFailures[code]; !known && code != 0 {
		panic(fmt.Sprintf("simulator: %d is no account-level code", code))
	}
	s.account.Store(int64(code))
}

// authorize checks the key, then the state of the account.
func (s *Simulator) authorize(c *call) *failure {
	key := c.text("apiKey")
	switch {
	case key == "":
		return &keyRequired
	case subtle.ConstantTimeCompare([]byte(key), []byte(s.options.APIKey)) != 1:
		return &keyIncorrect
	}
	if f, found := accountFailures[int(s.account.Load())]; found {
		return &f
	}
	return nil
}
