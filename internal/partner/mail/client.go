// Package mail speaks the Mail Partner API, one file for each section of the
// vendor's documentation.
package mail

import (
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
)

// dialect has the account-level codes of the section "Mail" of the page "Codes
// d'erreur". The vendor counts the requests of an IP address, of whatever call.
var dialect = partner.Dialect{
	Codes: map[string]partner.Meaning{
		"10":  partner.MeaningKeyInvalid,
		"20":  partner.MeaningAccountDisabled,
		"30":  partner.MeaningAccountBlocked,
		"40":  partner.MeaningAccessDenied,
		"90":  partner.MeaningMalformedRequest,
		"96":  partner.MeaningAddressNotAllowed,
		"429": partner.MeaningTooSoon,
	},
	Rate: &partner.Rate{Count: 2000, Per: time.Minute},
}

// Name is what the vendor calls the product.
const Name = "Mail Partner"

// Client makes the calls of Mail Partner. Every error is a [*partner.Error].
type Client struct {
	partner     *partner.Client
	subaccounts *subaccount.Client
}

// New returns a client of an account. The product and its dialect need not be in c.
func New(c partner.Config) *Client {
	c.Product, c.Dialect = Name, dialect
	client := partner.New(c)
	return &Client{partner: client, subaccounts: subaccount.New(client)}
}

// Subaccounts makes the calls of the section "Sous-comptes".
func (c *Client) Subaccounts() *subaccount.Client { return c.subaccounts }
