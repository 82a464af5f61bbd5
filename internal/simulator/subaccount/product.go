package subaccount

import (
	"sync"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// Product is a product that has sub-accounts, as these need it.
type Product struct {
	// Lock guards the sub-accounts. Calls run with it held.
	Lock sync.Locker
	Now  func() time.Time
	// EmailDomain is that of the e-mail addresses that the vendor makes.
	EmailDomain string
	// Deletes says that the product has a call that deletes a sub-account.
	Deletes bool
	Forms   Forms
	// CreateCode, unless it is 0, is the code of each refusal of a creation, instead of the
	// one that is documented for SMS Partner.
	CreateCode int

	// Money is what the main account has.
	Money func() Money
	// Admit carries out a call, with the lock held.
	Admit wire.Admit
	// Charge has a sub-account with this balance pay for calls until release, which returns
	// what it paid.
	Charge func(s Subaccount, balance wire.Amount) (release func() wire.Amount)
}

// Money is what a main account has.
type Money struct {
	Purse *wire.Purse
	// Balance is what is left, in Currency.
	Balance, Currency string
	// Holder is the user name of the account.
	Holder string
}

// Accounts are the sub-accounts of an account.
type Accounts struct {
	product Product
	all     []*Subaccount
	last    int
	// calling is the sub-account whose key makes the call, nil for the main account's.
	calling *Subaccount
	// inactive refuses creations and transfers: the vendor has not activated sub-accounts.
	inactive bool
}

// New returns an account without sub-accounts.
func New(p Product) *Accounts { return &Accounts{product: p} }

// AdmitSubaccount has the key of a sub-account make calls like the account's own, which its
// balance pays for. Messages and all else are those of the main account, which has the
// sub-accounts.
func (l *Accounts) AdmitSubaccount(key string) wire.Admit {
	l.product.Lock.Lock()
	defer l.product.Lock.Unlock()
	s := l.byKey(key)
	if s == nil {
		return nil
	}
	return func(c *wire.Call, handle wire.Handler) (wire.Object, *wire.Failure) {
		return l.product.Admit(c, func(c *wire.Call) (wire.Object, *wire.Failure) {
			release := l.product.Charge(s.shown(), s.balance)
			l.calling = s
			defer func() {
				s.balance -= release()
				l.calling = nil
			}()
			return handle(c)
		})
	}
}

// byKey returns the sub-account that has a key; nil for none.
func (l *Accounts) byKey(key string) *Subaccount {
	forms := l.product.Forms
	for _, s := range l.all {
		hasKey := s.APIKey == key && (s.Type != Advanced || !forms.SubaccountSignUp)
		if s.deleted.IsZero() && (hasKey || s.Token == key && forms.SubaccountTokenIsKey) {
			return s
		}
	}
	return nil
}
