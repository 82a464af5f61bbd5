// Package sms speaks the SMS Partner API, one file for each section of the
// vendor's documentation.
package sms

import "github.com/smspartner/terraform-provider-smspartner/internal/partner"

// Client makes the calls of SMS Partner. Every error is a [*partner.Error].
type Client struct {
	partner *partner.Client
}

// New returns a client of the account that c is configured for.
func New(c *partner.Client) *Client { return &Client{partner: c} }
