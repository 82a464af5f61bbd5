// Package virtualnumber holds the types of the section "Gérer le transfert d'appel": what
// rented long numbers do with calls.
package virtualnumber

import (
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// Service is this section.
func Service() framework.Service {
	return framework.Service{
		Section: "Call forwarding",
		Product: product.SMS,
		Pages: []framework.Page{{
			Title: "Gérer le transfert d'appel", Needs: "a virtual number",
			Resources: []string{"smspartner_call_forwarding"},
		}},
		Resources: []func() resource.Resource{newCallForwardingResource},
	}
}
