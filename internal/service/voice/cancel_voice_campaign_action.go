package voice

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/action/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var _ action.ActionWithConfigure = (*cancelVoiceCampaignAction)(nil)

func newCancelVoiceCampaignAction() action.Action { return &cancelVoiceCampaignAction{} }

// cancelVoiceCampaignAction cancels a scheduled campaign.
type cancelVoiceCampaignAction struct {
	framework.ActionBase
}

type cancelVoiceCampaignModel struct {
	CampaignID types.String `tfsdk:"campaign_id"`
}

func (a *cancelVoiceCampaignAction) Metadata(_ context.Context, req action.MetadataRequest, resp *action.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_cancel_voice_campaign"
}

func (a *cancelVoiceCampaignAction) Schema(_ context.Context, _ action.SchemaRequest, resp *action.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Cancels a scheduled voice message or voice SMS to all its phones. The progress shows the credit that the vendor gives back. " +
			"The vendor does not document until when a campaign can be cancelled. Actions need Terraform 1.14 or later; OpenTofu has none.\n\n" +
			"The vendor's call is `DELETE campaign/cancel`. The guide [Writing once](../guides/writing-once.md) has each of its answers.",
		Attributes: map[string]schema.Attribute{
			resultCampaignID: schema.StringAttribute{
				Required:            true,
				MarkdownDescription: "The campaign's id, from the answer to the send. Vendor's name: `campaignId`.",
				Validators:          []validator.String{validate.String("the id that sending returned", validate.Identifier)},
			},
		},
	}
}

func (a *cancelVoiceCampaignAction) Invoke(ctx context.Context, req action.InvokeRequest, resp *action.InvokeResponse) {
	const summary = "Unable to cancel campaign"
	var model cancelVoiceCampaignModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := a.Voice(summary)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	id := model.CampaignID.ValueString()
	cancelled, err := client.Cancel(ctx, id)
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(unableToCancel(id), err, cancelFaults))
		return
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete answer about a cancelled campaign", cancelled.Unread)...)
	back := "the vendor names no credit that it gives back"
	if cancelled.AssignedCredit != nil {
		back = amount(partner.DecimalText(cancelled.AssignedCredit), cancelled.Currency) + " given back"
	}
	resp.SendProgress(action.InvokeProgressEvent{Message: fmt.Sprintf("Campaign %s is cancelled: %s.", id, back)})
}
