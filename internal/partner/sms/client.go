// Package sms speaks the SMS Partner API, one file for each section of the
// vendor's documentation.
package sms

import (
	"sync"
	"sync/atomic"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
)

// dialect has the account-level codes of the page "Codes d'erreur". Code 1 is a missing
// key on most pages, but not on all: each operation says so itself.
var dialect = partner.Dialect{Codes: map[string]partner.Meaning{
	"10": partner.MeaningKeyInvalid,
	"20": partner.MeaningAccountDisabled,
	"30": partner.MeaningAccountBlocked,
	"40": partner.MeaningAccessDenied,
	"90": partner.MeaningMalformedRequest,
	"96": partner.MeaningAddressNotAllowed,
}}

// Name is what the vendor calls the product.
const Name = "SMS Partner"

// Client makes the calls of SMS Partner. Every error is a [*partner.Error].
type Client struct {
	partner *partner.Client
	// groupDelete is the form of the call that deletes groups, in groupDeletes, that
	// worked last.
	groupDelete atomic.Int32
	batchForm   batchForm
	// See [Client.FilledGroup].
	filledGroups sync.Map
	// See [Client.InTurn].
	groupCreation *partner.Turn
	// See [Client.ForwardInTurn].
	forwarding  sync.Mutex
	forwardedBy map[string]string
	subaccounts *subaccount.Client
}

// New returns a client of an account. The product and its dialect need not be in c.
func New(c partner.Config) *Client {
	c.Product, c.Dialect = Name, dialect
	client := partner.New(c)
	return &Client{
		partner: client, batchForm: batchForm{turn: make(chan struct{}, 1)},
		groupCreation: partner.NewTurn(), subaccounts: subaccount.New(client),
	}
}

// Subaccounts makes the calls of the section "Sous-comptes".
func (c *Client) Subaccounts() *subaccount.Client { return c.subaccounts }
