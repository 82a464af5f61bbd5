// Package framework holds what several services share on Terraform's side. What
// is about one thing has a package of its own below it.
package framework

import (
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// ProviderData is what Configure leaves to every data source, resource,
// ephemeral resource, action and list resource.
type ProviderData struct {
	// Client is nil while an attribute of the provider is unknown.
	Client *sms.Client
	// DefaultRegion is the country of national phone numbers, by ISO 3166. It is empty
	// while that argument is unknown.
	DefaultRegion string
	// Unknown names the attributes of the provider that have no value yet.
	Unknown []string
}

// SMS returns the client, or nil and an error while the provider's own
// arguments wait for something that is not applied yet.
func (d *ProviderData) SMS(summary string) (*sms.Client, diag.Diagnostics) {
	var what string
	switch {
	case d == nil:
		what = "The provider is not configured. This is a bug of the provider: please report it."
	case d.Client == nil:
		what = fmt.Sprintf("The provider is needed now, but its %s will be known only after something else is applied.\n\n"+
			"Use values that are known before the run, such as variables, or the provider's environment variables. "+
			"Otherwise apply first, with -target, what they come from.", strings.Join(d.Unknown, " and "))
	default:
		return d.Client, nil
	}
	return nil, diag.Diagnostics{diag.NewErrorDiagnostic(summary, what)}
}
