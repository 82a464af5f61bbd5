// Package voice speaks the Voice Partner API, one file for each section of the
// vendor's documentation.
package voice

import "github.com/smspartner/terraform-provider-smspartner/internal/partner"

// dialect has the account-level codes, which are numbers, and the words of the page "Codes
// d'erreur". The documentation does not show the field that holds a word: clients read
// "error" or "message".
var dialect = partner.Dialect{
	Codes: map[string]partner.Meaning{
		"1":                       partner.MeaningKeyMissing,
		"10":                      partner.MeaningKeyInvalid,
		"20":                      partner.MeaningAccountDisabled,
		"30":                      partner.MeaningAccountBlocked,
		"40":                      partner.MeaningAccessDenied,
		"90":                      partner.MeaningMalformedRequest,
		"96":                      partner.MeaningAddressNotAllowed,
		"PHONE_NUMBER_REQUIRED":   partner.MeaningRefused,
		"PHONE_NUMBER_SIZE_ERROR": partner.MeaningRefused,
		"TOKEN_AUDIO_REQUIRED":    partner.MeaningRefused,
		"NOTIFY_URL_INVALID":      partner.MeaningRefused,
		"SENDER_NOT_AUTHORIZED":   partner.MeaningRefused,
		"SENDER_INVALID":          partner.MeaningRefused,
		"AUDIO_FILE_NOT_FOUND":    partner.MeaningRefused,
		"DESTINATION_INVALID":     partner.MeaningRefused,
		"NOT_CREDIT":              partner.MeaningRefused,
	},
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
