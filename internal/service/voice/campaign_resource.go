package voice

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
)

var (
	_ resource.ResourceWithConfigure      = (*campaignResource)(nil)
	_ resource.ResourceWithValidateConfig = (*campaignResource)(nil)
	_ resource.ResourceWithModifyPlan     = (*campaignResource)(nil)
	_ resource.ResourceWithImportState    = (*campaignResource)(nil)
)

// campaignResource calls once, when the resource is created.
type campaignResource struct {
	framework.ResourceBase
	kind kind
}

func (r *campaignResource) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_" + r.kind.name
}

func (r *campaignResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = r.kind.resourceSchema()
}

// ValidateConfig refuses what can be judged without the vendor.
func (r *campaignResource) ValidateConfig(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	var config types.Object
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(r.kind.draft(config).check()...)
	}
}

// ModifyPlan shows the size of a new send, and refuses what can be judged with the
// provider's settings.
func (r *campaignResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() || r.ProviderData == nil {
		return
	}
	var plan types.Object
	if resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...); resp.Diagnostics.HasError() {
		return
	}
	d := r.kind.draft(plan)
	if r.kind.speaks() { // other line ends are no new send, and have another length
		resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root(resultCharacters), d.characters())...)
	}
	if !req.State.Raw.IsNull() {
		var state types.Object
		if resp.Diagnostics.Append(req.State.Get(ctx, &state)...); resp.Diagnostics.HasError() {
			return
		}
		before, read := r.kind.draft(state), framework.Recall(ctx, req.Private, phone.AsSentKey, phone.AsSent{}).Reader(r.DefaultRegion)
		// What can't be read counts as changed, and the plan of the new send refuses it.
		before.address(read)
		d.address(read)
		resp.RequiresReplace.Append(d.changed(before, read)...)
		// The engine plans the new send in another call.
		return
	}
	if r.DefaultRegion == "" { // numbers can't be read yet
		return
	}
	resp.Diagnostics.Append(d.ready(r.DefaultRegion)...)
	if d.Known(argPhoneNumbers) {
		resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root(resultRecipients), int64(len(d.request.Numbers)))...)
	}
}

func (r *campaignResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var plan types.Object
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	client, diags := r.Voice(r.kind.unable())
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	d := r.kind.draft(plan)
	diags = d.check() // what was unknown in the plan
	diags.Append(d.ready(r.DefaultRegion)...)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	campaign, diags := d.sendOnce(ctx, client)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	resp.State.Raw = req.Plan.Raw
	for name, value := range d.results(campaign) {
		resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root(name), value)...)
	}
	resp.Diagnostics.Append(framework.Remember(ctx, resp.Private, phone.AsSentKey, d.sent)...)
}

// Read keeps the state: the API cannot return a campaign.
func (r *campaignResource) Read(context.Context, resource.ReadRequest, *resource.ReadResponse) {}

// Update calls nobody: any change but another spelling replaces the resource.
func (r *campaignResource) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	resp.State.Raw = req.Plan.Raw
	var plan types.Object
	if resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...); !resp.Diagnostics.HasError() {
		d := r.kind.draft(plan)
		d.address(framework.Recall(ctx, req.Private, phone.AsSentKey, phone.AsSent{}).Reader(r.DefaultRegion))
		resp.Diagnostics.Append(framework.Remember(ctx, resp.Private, phone.AsSentKey, d.sent)...)
	}
}

// Delete cancels a scheduled campaign.
func (r *campaignResource) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state types.Object
	if resp.Diagnostics.Append(req.State.Get(ctx, &state)...); resp.Diagnostics.HasError() {
		return
	}
	d := r.kind.draft(state)
	due := d.request.Scheduled
	if schedule.IsOver(due) {
		return
	}
	var id types.String
	resp.Diagnostics.Append(req.State.GetAttribute(ctx, path.Root(resultCampaignID), &id)...)
	client, diags := r.Voice("Unable to cancel " + r.kind.object)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(forget(ctx, client, id.ValueString(), due)...)
}

// ImportState only explains why import is impossible.
func (r *campaignResource) ImportState(_ context.Context, _ resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	resp.Diagnostics.AddError("Unable to import "+r.kind.object,
		"Import is not supported: the API cannot return a campaign. The state would be empty, and the next apply would call, and cost, again.\n\n"+
			"Remove the import. The action smspartner_cancel_voice_campaign, and the dashboard, can cancel a scheduled campaign.")
}
