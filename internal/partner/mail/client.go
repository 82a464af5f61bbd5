// Package mail speaks the Mail Partner API, one file for each section of the
// vendor's documentation.
package mail

import "github.com/smspartner/terraform-provider-smspartner/internal/partner"

// Client makes the calls of Mail Partner. Every error is a [*partner.Error].
type Client struct {
	partner *partner.Client
}

// New returns a client of the account that c is configured for.
func New(c *partner.Client) *Client { return &Client{partner: c} }
