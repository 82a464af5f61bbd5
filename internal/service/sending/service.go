// Package sending holds the types of the section "Envoyer des SMS": messages that
// are sent once, by a resource or an action, and cancelled.
package sending

import (
	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// Service is this section: a resource and an action for each way to send.
func Service() framework.Service {
	service := framework.Service{
		Section: "Sending",
		Product: product.SMS,
		Actions: []func() action.Action{
			newCancelMessageAction,
		},
	}
	for _, k := range kinds {
		service.Resources = append(service.Resources, func() resource.Resource { return &sendResource{kind: k} })
		service.Actions = append(service.Actions, func() action.Action { return &sendAction{kind: k} })
	}
	return service
}
