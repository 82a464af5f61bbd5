// Package subaccount makes the calls of the section "Sous-comptes", which SMS Partner and
// Mail Partner share. A sub-account is an account of its own, with its own key and balance,
// that a main account makes and funds.
//
// The answers hold keys and tokens, so the operations are secret: nothing of the answers is
// logged, and errors mask what can be a key.
package subaccount

import (
	"math/big"
	"sync"
	"sync/atomic"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// Client makes the calls of one product. Every error of the vendor is a [*partner.Error].
type Client struct {
	partner *partner.Client
	// removal is the form of the call that deletes, in removals, that worked last.
	removal atomic.Int32
	// removed has the tokens of what this run deleted: the list may have them for a time.
	removed sync.Map
	// left has, by token, the balance that this run left on a sub-account.
	left sync.Map
	// Creations and Transfers each settle a lost answer by a list that nothing else of this
	// run may change meanwhile.
	Creations, Transfers *partner.Turn
}

// New returns a client of the main account.
func New(c *partner.Client) *Client {
	return &Client{partner: c, Creations: partner.NewTurn(), Transfers: partner.NewTurn()}
}

// The vendor's types of sub-accounts.
const (
	// Simple sub-accounts get no e-mail or SMS, and buy nothing.
	Simple = "simple"
	// Advanced sub-accounts go through the normal sign-up.
	Advanced = "advanced"
)

// Subaccount is a sub-account as the list has it. What the vendor did not say is nil.
type Subaccount struct {
	// Token is what other calls take. It is a secret.
	Token string
	ID    *string
	Email *string
	Type  *string
	// CreatedAt is in Paris time.
	CreatedAt *time.Time
	Balance   *big.Float
	Currency  *string
	// Unread says which of these values could not be read, and why.
	Unread []string
}

// HasEmail reports whether the sub-account has an e-mail address. See [partner.SameEmail].
func (s Subaccount) HasEmail(email string) bool {
	return s.Email != nil && partner.SameEmail(*s.Email, email)
}

func value(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
