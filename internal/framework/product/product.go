// Package product declares the vendor's three products, and how the provider is
// told the key and the address of each.
package product

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
}

// The vendor's products.
var (
	SMS = Product{
		Name:        "SMS Partner",
		KeyArgument: "api_key", KeyVariable: "SMSPARTNER_API_KEY",
		URLArgument: "base_url", URLVariable: "SMSPARTNER_BASE_URL",
		DefaultURL: "https://api.smspartner.fr/v1",
	}
	Voice = Product{
		Name:        "Voice Partner",
		KeyArgument: "voice_api_key", KeyVariable: "VOICEPARTNER_API_KEY",
		URLArgument: "voice_base_url", URLVariable: "VOICEPARTNER_BASE_URL",
		DefaultURL: "https://api.voicepartner.fr/v1",
	}
	Mail = Product{
		Name:        "Mail Partner",
		KeyArgument: "mail_api_key", KeyVariable: "MAILPARTNER_API_KEY",
		URLArgument: "mail_base_url", URLVariable: "MAILPARTNER_BASE_URL",
		DefaultURL: "https://api.mailpartner.fr/v1",
	}
)

// All returns every product.
func All() []Product { return []Product{SMS, Voice, Mail} }

// Named returns the product that the vendor calls name, as the errors of its calls
// do. There is no other: a name that is none is a mistake in the code.
func Named(name string) Product {
	for _, p := range All() {
		if p.Name == name {
			return p
		}
	}
	panic("product: none has the name " + name)
}

// TakesKeyOfSMS reports whether the provider uses the key of SMS Partner where this
// product's own is absent.
func (p Product) TakesKeyOfSMS() bool { return p != SMS }

// AbsentKey says which key is used where the product's own is absent, as a sentence with
// a space before it; it is empty if none is.
func (p Product) AbsentKey() string {
	if !p.TakesKeyOfSMS() {
		return ""
	}
	return " Where neither is set, the provider uses " + SMS.KeyArgument + ", or " + SMS.KeyVariable + "."
}
