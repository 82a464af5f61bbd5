// Package framework holds what several services share on Terraform's side. Each separate
// subject has a package below it.
package framework

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/mail"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
)

// ProviderData is what Configure leaves to every data source, resource,
// ephemeral resource, action and list resource.
type ProviderData struct {
	// DefaultRegion is the country of national phone numbers, by ISO 3166. It is empty
	// while the argument is unknown.
	DefaultRegion string
	// Access has an entry for each product that the provider has a key for, or may have.
	Access map[product.Product]Access

	// All types share one client of each product, with its connections and its rate limits.
	sms   lazy[sms.Client]
	voice lazy[voice.Client]
	mail  lazy[mail.Client]
}

// Access is how a product is reached, or why it can't be.
type Access struct {
	// Config is nil while an argument is unknown.
	Config *partner.Config
	// Unknown names the arguments of the provider that the client needs and that have
	// no value yet.
	Unknown []string
}

// SMS returns the client of SMS Partner, or nil and an error that says what the
// provider lacks.
func (d *ProviderData) SMS(summary string) (*sms.Client, diag.Diagnostics) {
	return reach(d, product.SMS, summary, func(c partner.Config) *sms.Client {
		return d.sms.get(func() *sms.Client { return sms.New(c) })
	})
}

// Voice returns the client of Voice Partner, as SMS does.
func (d *ProviderData) Voice(summary string) (*voice.Client, diag.Diagnostics) {
	return reach(d, product.Voice, summary, func(c partner.Config) *voice.Client {
		return d.voice.get(func() *voice.Client { return voice.New(c) })
	})
}

// Mail returns the client of Mail Partner, as SMS does.
func (d *ProviderData) Mail(summary string) (*mail.Client, diag.Diagnostics) {
	return reach(d, product.Mail, summary, func(c partner.Config) *mail.Client {
		return d.mail.get(func() *mail.Client { return mail.New(c) })
	})
}

// MissingKey explains that the provider has no key for a product. It is empty if there is a
// key, if an unknown value may be the key, and before the provider is configured.
func (d *ProviderData) MissingKey(of product.Product) string {
	if d == nil || d.Access[of].Config != nil || len(d.Access[of].Unknown) > 0 {
		return ""
	}
	return fmt.Sprintf("The provider has no API key of %s.\n\nSet the environment variable %s, or %s in the provider block, "+
		"to the key on the API page of the %s dashboard.%s", of.Name, of.KeyVariable, of.KeyArgument, of.Name, of.AbsentKey())
}

func reach[C any](d *ProviderData, of product.Product, summary string, client func(partner.Config) *C) (*C, diag.Diagnostics) {
	var what string
	switch missing := d.MissingKey(of); {
	case d == nil:
		what = "The provider is not configured. This is a bug of the provider: please report it."
	case missing != "":
		what = missing
	case d.Access[of].Config == nil:
		what = waitsFor(of, d.Access[of].Unknown)
	default:
		return client(*d.Access[of].Config), nil
	}
	return nil, diag.Diagnostics{diag.NewErrorDiagnostic(summary, what)}
}

// lazy makes a client when it is first needed.
type lazy[C any] struct {
	make   sync.Once
	client *C
}

func (l *lazy[C]) get(newClient func() *C) *C {
	l.make.Do(func() { l.client = newClient() })
	return l.client
}

// waitsFor explains that arguments of the provider have no value yet.
func waitsFor(of product.Product, unknown []string) string {
	why := ""
	if of.TakesKeyOfSMS() && slices.Contains(unknown, product.SMS.KeyArgument) {
		why = fmt.Sprintf(" It uses %s for %s, since %s is not set.", product.SMS.KeyArgument, of.Name, of.KeyArgument)
	}
	return fmt.Sprintf("The provider is needed now, but its %s will be known only after something else is applied.%s\n\n"+
		"Use values that are known before the run, such as variables, or the provider's environment variables. "+
		"Otherwise, first apply what they come from with -target.", strings.Join(unknown, " and "), why)
}
