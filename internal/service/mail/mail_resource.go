package mail

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
)

var (
	_ resource.ResourceWithConfigure      = (*mailResource)(nil)
	_ resource.ResourceWithValidateConfig = (*mailResource)(nil)
	_ resource.ResourceWithModifyPlan     = (*mailResource)(nil)
	_ resource.ResourceWithImportState    = (*mailResource)(nil)
)

func newMailResource() resource.Resource { return &mailResource{} }

// mailResource sends once, when the resource is created.
type mailResource struct {
	framework.ResourceBase
}

func (r *mailResource) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_mail"
}

func (r *mailResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = resourceSchema()
}

// ValidateConfig refuses what can be judged without the vendor.
func (r *mailResource) ValidateConfig(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	var config types.Object
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(newDraft(config).check()...)
	}
}

// ModifyPlan decides what is a new mail, and refuses one that can't be sent when the plan is
// applied.
func (r *mailResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() {
		return
	}
	var plan types.Object
	if resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...); resp.Diagnostics.HasError() {
		return
	}
	d := newDraft(plan)
	if !req.State.Raw.IsNull() {
		var state types.Object
		if resp.Diagnostics.Append(req.State.Get(ctx, &state)...); resp.Diagnostics.HasError() {
			return
		}
		before := newDraft(state)
		resp.RequiresReplace.Append(d.changed(before)...)
		if len(resp.RequiresReplace) > 0 && !isSet(before.request.Sandbox) {
			resp.Diagnostics.Append(scheduled.TooLate(write.Object, before.request.Scheduled, before.Text(argSchedule), "It will be sent, and so will the new one.")...)
		}
		// The engine plans the new mail in another call.
		return
	}
	resp.Diagnostics.Append(d.plan()...)
	if d.Known(argTo) {
		resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root(resultRecipients), int64(len(d.request.To)))...)
	}
}

func (r *mailResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var plan types.Object
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	client, diags := r.Mail(unable)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	d := newDraft(plan)
	resp.Diagnostics.Append(d.check()...) // what was unknown in the plan
	resp.Diagnostics.Append(d.ahead()...)
	if resp.Diagnostics.HasError() {
		return
	}
	sent, diags := d.sendOnce(ctx, client)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	resp.State.Raw = req.Plan.Raw
	for name, value := range d.results(sent) {
		resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root(name), value)...)
	}
}

// Read keeps the state: the API cannot return a mail, and a sent mail does not change.
func (r *mailResource) Read(context.Context, resource.ReadRequest, *resource.ReadResponse) {}

// Update sends nothing: any change but another spelling replaces the resource.
func (r *mailResource) Update(_ context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	resp.State.Raw = req.Plan.Raw
}

// Delete cancels a scheduled mail.
func (r *mailResource) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state types.Object
	if resp.Diagnostics.Append(req.State.Get(ctx, &state)...); resp.Diagnostics.HasError() {
		return
	}
	v := attribute.Values(state.Attributes())
	id, moment := attribute.TextOf(v[resultMessageID]), due(v)
	if schedule.IsOver(moment) || id == "" { // a dry run can be without an id, and is not sent
		return
	}
	client, diags := r.Mail("Unable to cancel mail")
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	forget := scheduled.Forget
	if isSet(v.Flag(argSandbox)) {
		forget = scheduled.ForgetDryRun
	}
	resp.Diagnostics.Append(forget(ctx, client.CancelMessage, id, moment)...)
}

// ImportState only explains why import is impossible.
func (r *mailResource) ImportState(_ context.Context, _ resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	resp.Diagnostics.AddError("Unable to import mail",
		"Import is not supported: the API cannot return a sent mail. The state would be empty, and the next apply would send the mail again.\n\n"+
			"Remove the import. The data source smspartner_mail_status reads what became of a mail that was sent elsewhere.")
}
