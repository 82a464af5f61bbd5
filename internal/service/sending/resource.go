package sending

import (
	"context"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var (
	_ resource.ResourceWithConfigure      = (*sendResource)(nil)
	_ resource.ResourceWithValidateConfig = (*sendResource)(nil)
	_ resource.ResourceWithImportState    = (*sendResource)(nil)
	_ resource.ResourceWithModifyPlan     = (*sendResource)(nil)
)

// sendResource is a send that is made once, when the resource is created.
type sendResource struct {
	framework.ResourceBase
	kind kind
}

func (r *sendResource) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_" + r.kind.name
}

func (r *sendResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = r.kind.resourceSchema()
}

// ValidateConfig refuses what no vendor need be asked about.
func (r *sendResource) ValidateConfig(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	var config types.Object
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(r.kind.check(newValues(config))...)
	}
}

// ModifyPlan shows the size of a new send, and refuses what the configured
// provider can tell.
func (r *sendResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() || r.ProviderData == nil {
		return
	}
	var plan types.Object
	if resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...); resp.Diagnostics.HasError() {
		return
	}
	v := newValues(plan)
	if !req.State.Raw.IsNull() {
		var state types.Object
		if resp.Diagnostics.Append(req.State.Get(ctx, &state)...); resp.Diagnostics.HasError() {
			return
		}
		before := newValues(state)
		resp.RequiresReplace.Append(r.kind.changed(before, v, kept(ctx, req.Private).read(r.DefaultRegion))...)
		if len(resp.RequiresReplace) > 0 {
			resp.Diagnostics.Append(r.kind.beyondRecall(before, "It will be sent, and so will the new one.")...)
		}
		// A new send is planned by another call, which the engine makes then.
		return
	}
	if r.DefaultRegion == "" { // numbers can't be read yet
		return
	}
	_, diags := r.kind.request(v, r.DefaultRegion)
	resp.Diagnostics.Append(diags...)
	if !v.recipientsKnown() {
		return
	}
	resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root(resultRecipients), int64(len(v.recipients())))...)
	switch segments, _ := r.kind.size(v); {
	case r.kind.send == sms.Survey:
		resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root(resultSegments), types.Int64Null())...)
	case segments > 0:
		resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root(resultSegments), segments)...)
	}
}

func (r *sendResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	summary := "Unable to send " + r.kind.object
	var plan types.Object
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	client, diags := r.SMS(summary)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	v := newValues(plan)
	request, diags := r.kind.request(v, r.DefaultRegion)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	sent, diags := r.kind.sendOnce(ctx, client, &request, func(string) {})
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	resp.State.Raw = req.Plan.Raw
	for name, value := range r.kind.results(v, request, sent) {
		resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root(name), value)...)
	}
	resp.Diagnostics.Append(newAsSent(v, inRegion(r.DefaultRegion)).keep(ctx, resp.Private)...)
}

// Read keeps the state: the vendor can't be asked for a message, and what was
// sent does not change.
func (r *sendResource) Read(context.Context, resource.ReadRequest, *resource.ReadResponse) {}

// Update sends nothing: a change of any argument but that of a spelling is a new
// send.
func (r *sendResource) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	resp.State.Raw = req.Plan.Raw
	var plan types.Object
	if resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...); !resp.Diagnostics.HasError() {
		sent := newAsSent(newValues(plan), kept(ctx, req.Private).read(r.DefaultRegion))
		resp.Diagnostics.Append(sent.keep(ctx, resp.Private)...)
	}
}

func (r *sendResource) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state types.Object
	if resp.Diagnostics.Append(req.State.Get(ctx, &state)...); resp.Diagnostics.HasError() {
		return
	}
	v := newValues(state)
	id, due := textOf(v[resultMessageID]), v.due()
	switch {
	case due.IsZero(), time.Since(due) > longOver:
		return
	case id == "":
		resp.Diagnostics.Append(r.kind.beyondRecall(v, "It will be sent.")...)
		return
	}
	client, diags := r.SMS("Unable to cancel " + r.kind.object)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(forget(ctx, client, id, due)...)
}

// results are the computed attributes of a send.
func (k kind) results(v values, r sms.SendRequest, sent *sms.Sent) map[string]attr.Value {
	segments, _ := k.size(v)
	results := map[string]attr.Value{
		argTag.name:      types.StringValue(r.Tag),
		resultRecipients: types.Int64Value(int64(len(v.recipients()))),
		resultSegments:   types.Int64Value(segments),
		resultOutcome:    types.StringValue(string(once.Unconfirmed)),
		resultMessageID:  types.StringNull(),
		resultNbSMS:      types.Int64Null(),
		resultCost:       types.NumberNull(),
		resultCurrency:   types.StringNull(),
	}
	if segments == 0 {
		results[resultSegments] = types.Int64Null()
	}
	if k.perNumber {
		results[resultPerNumber] = types.ListNull(perNumberType)
	}
	if sent == nil {
		return results
	}
	results[resultOutcome] = types.StringValue(string(once.Accepted))
	results[resultMessageID] = types.StringValue(sent.MessageID)
	results[resultNbSMS] = types.Int64PointerValue(sent.NbSMS)
	results[resultCost] = framework.AmountValue(sent.Cost)
	results[resultCurrency] = types.StringPointerValue(sent.Currency)
	if k.perNumber {
		results[resultPerNumber] = perNumber(sent.Items)
	}
	return results
}
