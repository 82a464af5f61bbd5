package mail

import (
	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/cancel"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// scheduled is what Mail Partner cancels.
var scheduled = cancel.Scheduled{Product: product.Mail.Name, Noun: "mail"}

func newCancelMailAction() action.Action {
	return &cancel.Action{
		Of: scheduled, Name: "cancel_mail",
		IDRule: validate.String("the id that sending returned", validate.Identifier),
		Client: func(d *framework.ProviderData, summary string) (cancel.Call, diag.Diagnostics) {
			client, diags := d.Mail(summary)
			if client == nil {
				return nil, diags
			}
			return client.CancelMessage, diags
		},
	}
}
