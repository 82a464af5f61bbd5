package verification

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
)

var (
	_ resource.ResourceWithConfigure   = (*numberVerificationResource)(nil)
	_ resource.ResourceWithModifyPlan  = (*numberVerificationResource)(nil)
	_ resource.ResourceWithImportState = (*numberVerificationResource)(nil)
)

func newNumberVerificationResource() resource.Resource { return &numberVerificationResource{} }

// numberVerificationResource verifies once, when the resource is created.
type numberVerificationResource struct {
	framework.ResourceBase
}

type numberVerificationModel struct {
	verificationModel

	Triggers   types.Map    `tfsdk:"triggers"`
	CampaignID types.String `tfsdk:"campaign_id"`
	Number     types.Int64  `tfsdk:"number"`
	Cost       types.Number `tfsdk:"cost"`
	Currency   types.String `tfsdk:"currency"`
}

func (r *numberVerificationResource) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_number_verification"
}

func (r *numberVerificationResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Has the mobile networks asked, at most once, whether at most 500 phone numbers are in use (HLR), which costs money for each number. " +
			"Creating the resource makes one verification: no refresh and no second apply makes another. A changed argument, or changed `triggers`, makes a new one; " +
			"the same numbers in another spelling or order do not. Destroying the resource only removes it from the state. " +
			"Import is not supported: the API cannot return a verification.\n\n" + costs + "\n\n" + results,
		Attributes: map[string]schema.Attribute{
			"triggers":    once.Triggers("verifies the numbers again, for example each month"),
			"campaign_id": attribute.KeptText("The vendor's id of the verification. The results do not carry it, and no call takes it."),
			"number":      attribute.KeptCount("How many numbers the vendor verifies."),
			"cost":        attribute.KeptAmount("The cost of all numbers, in `currency`."),
			"currency":    attribute.KeptText("The currency of `cost` by ISO 4217, such as `EUR`."),
		},
	}
	for _, a := range verificationArguments {
		resp.Schema.Attributes[a.Name] = a.Resource()
	}
}

const (
	costs = "~> **Each verification costs money, for each number.** The data source `smspartner_credits` tells, as `credit_hlr`, how many numbers the balance pays for. " +
		"A form check, by `smspartner_number_lookup`, is free. The vendor documents no sandbox for a verification: try one with the [simulator](../guides/try-it-offline.md). " +
		"The guide [Writing once](../guides/writing-once.md) explains what happens when one fails."
	results = "The results come to `notify_url` only: see the guide [Number verification results](../guides/verification-results.md).\n\n" +
		"The vendor's call is `POST hlr/notify`. The provider stays within its limit of 360 requests a minute."
)

// ModifyPlan decides what is a new verification, and refuses what can be judged with the
// provider's region.
func (r *numberVerificationResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() || r.ProviderData == nil {
		return
	}
	var plan numberVerificationModel
	if resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...); resp.Diagnostics.HasError() {
		return
	}
	if !req.State.Raw.IsNull() {
		var state numberVerificationModel
		if resp.Diagnostics.Append(req.State.Get(ctx, &state)...); resp.Diagnostics.HasError() {
			return
		}
		read := framework.Recall(ctx, req.Private, phone.AsSentKey, phone.AsSent{}).Reader(r.DefaultRegion)
		resp.RequiresReplace.Append(plan.changed(state.verificationModel, read)...)
		if !once.SameTriggers(plan.Triggers, state.Triggers) {
			resp.RequiresReplace.Append(path.Root("triggers"))
		}
		// The engine plans the new verification in another call.
		return
	}
	if r.DefaultRegion != "" { // else numbers can't be read yet
		_, _, diags := plan.request(phone.InRegion(r.DefaultRegion))
		resp.Diagnostics.Append(diags...)
	}
}

func (r *numberVerificationResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var state numberVerificationModel
	resp.Diagnostics.Append(req.Plan.Get(ctx, &state)...)
	client, diags := r.SMS(write.Summary())
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	request, sent, diags := state.request(phone.InRegion(r.DefaultRegion))
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	verification, diags := verifyOnce(ctx, client, request)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	state.CampaignID = types.StringValue(verification.CampaignID)
	state.Number = types.Int64PointerValue(verification.Number)
	state.Cost = framework.AmountValue(verification.Cost)
	state.Currency = types.StringPointerValue(verification.Currency)
	resp.Diagnostics.Append(resp.State.Set(ctx, &state)...)
	resp.Diagnostics.Append(framework.Remember(ctx, resp.Private, phone.AsSentKey, sent)...)
}

// Read keeps the state: the API cannot return a verification.
func (r *numberVerificationResource) Read(context.Context, resource.ReadRequest, *resource.ReadResponse) {
}

// Update verifies nothing: any change but another spelling replaces the resource.
func (r *numberVerificationResource) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	resp.State.Raw = req.Plan.Raw
	var plan numberVerificationModel
	if resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...); !resp.Diagnostics.HasError() {
		read := framework.Recall(ctx, req.Private, phone.AsSentKey, phone.AsSent{}).Reader(r.DefaultRegion)
		_, sent, _ := plan.request(read)
		resp.Diagnostics.Append(framework.Remember(ctx, resp.Private, phone.AsSentKey, sent)...)
	}
}

// Delete asks nothing: a verification can't be taken back.
func (r *numberVerificationResource) Delete(context.Context, resource.DeleteRequest, *resource.DeleteResponse) {
}

// ImportState only explains why import is impossible.
func (r *numberVerificationResource) ImportState(_ context.Context, _ resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	resp.Diagnostics.AddError("Unable to import verification of phone numbers",
		"Import is not supported: the API cannot return a verification. The state would be empty, and the next apply would verify, and pay for, the numbers again.\n\n"+
			"Remove the import. The results of a verification come to its notify_url only.")
}
