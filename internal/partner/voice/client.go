// Package voice speaks the Voice Partner API, one file for each section of the
// vendor's documentation.
package voice

import "github.com/smspartner/terraform-provider-smspartner/internal/partner"

// dialect: the codes of a refusal are words such as NOT_CREDIT, and the documentation
// does not show the field that holds them. Clients read "error" or "message".
var dialect = partner.Dialect{
	Codes:      map[string]partner.Meaning{"10": partner.MeaningKeyInvalid},
	CodeFields: []string{"code", "error", "message"},
}

// Name is what the vendor calls the product.
const Name = "Voice Partner"

// Client makes the calls of Voice Partner. Every error is a [*partner.Error].
type Client struct {
	partner *partner.Client
}

// New returns a client of an account. The product and its dialect need not be in c.
func New(c partner.Config) *Client {
	c.Product, c.Dialect = Name, dialect
	return &Client{partner: partner.New(c)}
}
