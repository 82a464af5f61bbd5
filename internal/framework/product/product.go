// Package product declares the vendor's three products, with the arguments and variables
// for the key and address of each.
package product

import (
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/mail"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
)

// Product is one of the vendor's APIs, with a host and a key of its own.
type Product struct {
	// Name is what the vendor calls it.
	Name string
	// KeyArgument is the provider's argument for the API key. KeyVariable is the
	// environment variable that stands in for an absent argument.
	KeyArgument, KeyVariable string
	// URLArgument and URLVariable are the same for the address.
	URLArgument, URLVariable string
	// DefaultURL is the vendor's own address.
	DefaultURL string
	// Dashboard is the page where the account's owner finds the key.
	Dashboard string
}

// The vendor's products.
var (
	SMS = Product{
		Name:        sms.Name,
		KeyArgument: "api_key", KeyVariable: "SMSPARTNER_API_KEY",
		URLArgument: "base_url", URLVariable: "SMSPARTNER_BASE_URL",
		DefaultURL: "https://api.smspartner.fr/v1",
		Dashboard:  "https://my.smspartner.fr/dashboard/api",
	}
	Voice = Product{
		Name:        voice.Name,
		KeyArgument: "voice_api_key", KeyVariable: "VOICEPARTNER_API_KEY",
		URLArgument: "voice_base_url", URLVariable: "VOICEPARTNER_BASE_URL",
		DefaultURL: "https://api.voicepartner.fr/v1",
		Dashboard:  "https://my.voicepartner.fr/app/api",
	}
	Mail = Product{
		Name:        mail.Name,
		KeyArgument: "mail_api_key", KeyVariable: "MAILPARTNER_API_KEY",
		URLArgument: "mail_base_url", URLVariable: "MAILPARTNER_BASE_URL",
		DefaultURL: "https://api.mailpartner.fr/v1",
		Dashboard:  "https://my.mailpartner.fr/dashboard/api",
	}
)

// All returns every product.
func All() []Product { return []Product{SMS, Voice, Mail} }

// Named returns the product with the vendor's name for it, as errors of its calls carry it.
// Any other name is a mistake in the code.
func Named(name string) Product {
	for _, p := range All() {
		if p.Name == name {
			return p
		}
	}
	panic("product: none has the name " + name)
}

// TakesKeyOfSMS reports whether the provider falls back to the key of SMS Partner.
func (p Product) TakesKeyOfSMS() bool { return p != SMS }

// AbsentKey names the key that replaces an absent one, as a sentence after a space; empty
// if there is none.
func (p Product) AbsentKey() string {
	if !p.TakesKeyOfSMS() {
		return ""
	}
	return " Where neither is set, the provider uses " + SMS.KeyArgument + ", or " + SMS.KeyVariable + "."
}
