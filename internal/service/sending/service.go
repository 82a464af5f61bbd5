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
	cancelled := framework.Page{Title: "Annuler l'envoi d'un SMS différé", Actions: []string{"smspartner_cancel_message"}}
	for _, k := range kinds {
		name := "smspartner_" + k.name
		service.Pages = append(service.Pages, framework.Page{
			Title: k.page, Needs: k.needs,
			Resources: []string{name}, Actions: []string{"smspartner_" + k.typeOfAction()},
		})
		if k.has(argSchedule) && !k.sendOnly {
			cancelled.Resources = append(cancelled.Resources, name)
		}
		service.Resources = append(service.Resources, func() resource.Resource { return &sendResource{kind: k} })
		service.Actions = append(service.Actions, func() action.Action { return &sendAction{kind: k} })
	}
	service.Pages = append(service.Pages, cancelled,
		framework.Page{Title: "Caractères spéciaux", Functions: []string{"sms_segments"}})
	return service
}
