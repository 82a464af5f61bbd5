// Package mail holds the types of Mail Partner that no other section has: credits, and mails,
// which are sent once, by a resource or an action, cancelled, and asked about.
package mail

import (
	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// Service is this section.
func Service() framework.Service {
	return framework.Service{
		Section: "Mail Partner",
		Product: product.Mail,
		Pages: []framework.Page{
			{Title: "Crédits", DataSources: []string{"smspartner_mail_credits"}},
			{Title: "Envoi unitaire de mail", Resources: []string{"smspartner_mail"}, Actions: []string{"smspartner_send_mail"}},
			{Title: "Annuler l'envoi d'un mail", Resources: []string{"smspartner_mail"}, Actions: []string{"smspartner_cancel_mail"}},
			{Title: "Statut par message", DataSources: []string{"smspartner_mail_status"}},
		},
		DataSources: []func() datasource.DataSource{
			newCreditsDataSource,
			newStatusDataSource,
		},
		Resources: []func() resource.Resource{
			newMailResource,
		},
		Actions: []func() action.Action{
			newSendMailAction,
			newCancelMailAction,
		},
	}
}
