package sms

import (
	"crypto/sha1" //nolint:gosec // for the form of tokens and keys only
	"encoding/hex"
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
	simple   = "simple"
	advanced = "advanced"
)

// subaccounts are those of the account.
type subaccounts struct {
	all  []*Subaccount
	last int
	// calling is the sub-account whose key makes the call, nil for the main account's.
	calling *Subaccount
	// inactive refuses creations and transfers: the vendor has not activated sub-accounts.
	inactive bool
}

// AddSubaccount puts a sub-account on the account, as the dashboard does, and returns it.
// It panics on a balance that is no amount.
func (a *Account) AddSubaccount(s Subaccount) Subaccount {
	a.mu.Lock()
	defer a.mu.Unlock()
	if s.Balance != "" {
		balance, ok := parseAmount(s.Balance)
		if !ok {
			panic(fmt.Sprintf("simulator: %q is no amount", s.Balance))
		}
		s.balance = balance
	}
	return a.addSubaccount(s).shown()
}

func (a *Account) addSubaccount(s Subaccount) *Subaccount {
	a.subaccounts.last++
	if s.ID == 0 {
		s.ID = a.subaccounts.last
	}
	if s.Email == "" {
		s.Email = fmt.Sprintf("%d@smspartner.fr", 7000000+s.ID)
	}
	if s.Type == "" {
		s.Type = simple
	}
	if s.Token == "" {
		s.Token = secretOf("token", s.ID)
	}
	if s.APIKey == "" {
		s.APIKey = secretOf("key", s.ID)
	}
	if s.Created.IsZero() {
		s.Created = a.Now()
	}
	a.subaccounts.all = append(a.subaccounts.all, &s)
	return &s
}

func secretOf(what string, id int) string {
	sum := sha1.Sum(fmt.Appendf(nil, "%s of sub-account %d", what, id)) //nolint:gosec // see the import
	return hex.EncodeToString(sum[:])
}

// shown is a copy with the balance as text.
func (s *Subaccount) shown() Subaccount {
	shown := *s
	shown.Balance = s.balance.Rat().FloatString(3)
	return shown
}

// Subaccounts returns the sub-accounts that are there.
func (a *Account) Subaccounts() []Subaccount {
	a.mu.Lock()
	defer a.mu.Unlock()
	var there []Subaccount
	for _, s := range a.subaccounts.all {
		if s.deleted.IsZero() {
			there = append(there, s.shown())
		}
	}
	return there
}

// RemoveSubaccount takes a sub-account away, as the dashboard does.
func (a *Account) RemoveSubaccount(token string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.subaccounts.all = slices.DeleteFunc(a.subaccounts.all, func(s *Subaccount) bool { return s.Token == token })
}

// RenameSubaccount gives a sub-account another e-mail address, as the dashboard does.
func (a *Account) RenameSubaccount(token, email string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if s := a.subaccounts.byToken(token); s != nil {
		s.Email = email
	}
}

// ActivateSubaccounts says whether the vendor has activated sub-accounts for the account,
// as it has until then. Without that, creations and transfers are refused.
func (a *Account) ActivateSubaccounts(active bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.subaccounts.inactive = !active
}

// byToken returns a sub-account that is there; nil for none.
func (l *subaccounts) byToken(token string) *Subaccount {
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
