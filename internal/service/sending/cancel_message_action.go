package sending

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/action/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var _ action.ActionWithConfigure = (*cancelMessageAction)(nil)

func newCancelMessageAction() action.Action { return &cancelMessageAction{} }

// cancelMessageAction cancels a scheduled message.
type cancelMessageAction struct {
	framework.ActionBase
}

type cancelMessageModel struct {
	MessageID types.String `tfsdk:"message_id"`
}

func (a *cancelMessageAction) Metadata(_ context.Context, req action.MetadataRequest, resp *action.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_cancel_message"
}

func (a *cancelMessageAction) Schema(_ context.Context, _ action.SchemaRequest, resp *action.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Cancels a scheduled message to all its recipients, which SMS Partner allows until 5 minutes before it is due. " +
			"Actions need Terraform 1.14 or later; OpenTofu has none.\n\nThe vendor's call is `GET message-cancel`.",
		Attributes: map[string]schema.Attribute{
			resultMessageID: schema.StringAttribute{
				Required:            true,
				MarkdownDescription: "The message's id, from the answer to the send. Vendor's name: `messageId`.",
				Validators:          []validator.String{validate.String("the whole number that sending returned", validate.MessageID)},
			},
		},
	}
}

func (a *cancelMessageAction) Invoke(ctx context.Context, req action.InvokeRequest, resp *action.InvokeResponse) {
	const summary = "Unable to cancel message"
	var model cancelMessageModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := a.SMS(summary)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	id := model.MessageID.ValueString()
	words, err := client.CancelMessage(ctx, id)
	if err != nil {
		refusal := diagnostic.FromError(summary+" "+id, err, cancelFaults)
		if partner.HasMeaning(err, sms.MeaningCancelled) {
			// The message is cancelled, as requested.
			refusal = diag.NewAttributeWarningDiagnostic(path.Root(resultMessageID), refusal.Summary(), refusal.Detail())
		}
		resp.Diagnostics.Append(refusal)
		return
	}
	if words == "" {
		words = "without words"
	}
	resp.SendProgress(action.InvokeProgressEvent{Message: "Message " + id + " is cancelled: " + words})
}
