// Package subaccount simulates the section "Sous-comptes", which SMS Partner and Mail Partner
// share. [Product] is what differs.
package subaccount

import (
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// Subaccount is a sub-account.
type Subaccount struct {
	ID int
	// Email, Token and APIKey are made up when empty. Tokens and keys are 40 hexadecimal
	// characters.
	Email, Token, APIKey string
	// Type is simple when empty.
	Type string
	// Balance is in the main account's currency, with three decimals; 0.000 when empty.
	Balance string
	// Created is now when zero.
	Created time.Time
	// IsBuyer, Title, FirstName and LastName are what a creation said, which no answer
	// repeats.
	IsBuyer                    bool
	Title, FirstName, LastName string

	balance wire.Amount
	listed  time.Time // from when on the list has it
	deleted time.Time // zero while it is there
}

// The types of sub-accounts.
const (
	Simple   = "simple"
	Advanced = "advanced"
)

// AddSubaccount puts a sub-account on the account, as the dashboard does, and returns it.
// It panics on a balance that is no amount.
func (l *Accounts) AddSubaccount(s Subaccount) Subaccount {
	l.product.Lock.Lock()
	defer l.product.Lock.Unlock()
	if s.Balance != "" {
		balance, ok := parseAmount(s.Balance)
		if !ok {
			panic(fmt.Sprintf("simulator: %q is no amount", s.Balance))
		}
		s.balance = balance
	}
	return l.add(s).shown()
}

func (l *Accounts) add(s Subaccount) *Subaccount {
	l.last++
	if s.ID == 0 {
		s.ID = l.last
	}
	if s.Email == "" {
		s.Email = fmt.Sprintf("%d@%s", 7000000+s.ID, l.product.EmailDomain)
	}
	if s.Type == "" {
		s.Type = Simple
	}
	if s.Token == "" {
		s.Token = wire.Secret(fmt.Sprintf("token of sub-account %d", s.ID))
	}
	if s.APIKey == "" {
		s.APIKey = wire.Secret(fmt.Sprintf("key of sub-account %d", s.ID))
	}
	if s.Created.IsZero() {
		s.Created = l.product.Now()
	}
	l.all = append(l.all, &s)
	return &s
}

// shown is a copy with the balance as text.
func (s *Subaccount) shown() Subaccount {
	shown := *s
	shown.Balance = s.balance.Rat().FloatString(3)
	return shown
}

// Subaccounts returns the sub-accounts that are there.
func (l *Accounts) Subaccounts() []Subaccount {
	l.product.Lock.Lock()
	defer l.product.Lock.Unlock()
	var there []Subaccount
	for _, s := range l.all {
		if s.deleted.IsZero() {
			there = append(there, s.shown())
		}
	}
	return there
}

// RemoveSubaccount takes a sub-account away, as the dashboard does.
func (l *Accounts) RemoveSubaccount(token string) {
	l.product.Lock.Lock()
	defer l.product.Lock.Unlock()
	l.all = slices.DeleteFunc(l.all, func(s *Subaccount) bool { return s.Token == token })
}

// RenameSubaccount gives a sub-account another e-mail address, as the dashboard does.
func (l *Accounts) RenameSubaccount(token, email string) {
	l.product.Lock.Lock()
	defer l.product.Lock.Unlock()
	if s := l.byToken(token); s != nil {
		s.Email = email
	}
}

// ActivateSubaccounts says whether the vendor has activated sub-accounts for the account,
// as it has until then. Without that, creations and transfers are refused.
func (l *Accounts) ActivateSubaccounts(active bool) {
	l.product.Lock.Lock()
	defer l.product.Lock.Unlock()
	l.inactive = !active
}

// byToken returns a sub-account that is there; nil for none.
func (l *Accounts) byToken(token string) *Subaccount {
	i := slices.IndexFunc(l.all, func(s *Subaccount) bool { return s.Token == token && s.deleted.IsZero() })
	if i < 0 {
		return nil
	}
	return l.all[i]
}

// parseAmount reads a decimal number of at most three decimals.
func parseAmount(text string) (wire.Amount, bool) {
	exact, ok := new(big.Rat).SetString(text)
	if !ok {
		return 0, false
	}
	exact.Mul(exact, big.NewRat(1000, 1))
	if !exact.IsInt() || !exact.Num().IsInt64() {
		return 0, false
	}
	return wire.Amount(exact.Num().Int64()), true
}
