package sending

import (
	"context"
	"maps"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var (
	_ resource.ResourceWithConfigure      = (*sendResource)(nil)
	_ resource.ResourceWithValidateConfig = (*sendResource)(nil)
	_ resource.ResourceWithImportState    = (*sendResource)(nil)
	_ resource.ResourceWithModifyPlan     = (*sendResource)(nil)
)

// sendResource sends once, when the resource is created.
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

// ValidateConfig refuses what can be judged without the vendor.
func (r *sendResource) ValidateConfig(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	var config types.Object
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); !resp.Diagnostics.HasError() {
		d := r.kind.draft(config)
		resp.Diagnostics.Append(d.checkTexts()...)
		resp.Diagnostics.Append(d.check()...)
	}
}

// ModifyPlan shows the size of a new send, and refuses what can be judged with the
// provider's settings.
func (r *sendResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() || r.ProviderData == nil {
		return
	}
	var plan, config types.Object
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	if resp.Diagnostics.HasError() {
		return
	}
	d := r.kind.draft(plan)
	if !req.State.Raw.IsNull() {
		var state types.Object
		if resp.Diagnostics.Append(req.State.Get(ctx, &state)...); resp.Diagnostics.HasError() {
			return
		}
		before, read := r.kind.draft(state), framework.Recall(ctx, req.Private, phone.AsSentKey, phone.AsSent{}).Reader(r.DefaultRegion)
		// What can't be read counts as changed, and the plan of the new send refuses it.
		before.address(read)
		d.address(read)
		resp.RequiresReplace.Append(d.changed(before)...)
		if len(resp.RequiresReplace) > 0 {
			resp.Diagnostics.Append(r.kind.beyondRecall(before.values, "It will be sent, and so will the new one.")...)
		}
		// The engine plans the new send in another call.
		return
	}
	if r.DefaultRegion == "" { // numbers can't be read yet
		return
	}
	resp.Diagnostics.Append(d.ready(r.DefaultRegion)...)
	if !d.recipientsKnown() {
		return
	}
	segments, _ := r.kind.draftOf(withHidden(plan, config)).size() // ValidateConfig has reported its errors
	resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root(resultRecipients), int64(len(d.recipients)))...)
	resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root(resultSegments), segments)...)
}

func (r *sendResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var plan, config types.Object
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	client, diags := r.SMS(r.kind.unable())
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	d := r.kind.draftOf(withHidden(plan, config))
	if resp.Diagnostics.Append(d.ready(r.DefaultRegion)...); resp.Diagnostics.HasError() {
		return
	}
	sent, diags := r.kind.sendOnce(ctx, client, &d.request, func(string) {})
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	resp.State.Raw = req.Plan.Raw
	for name, value := range d.results(sent) {
		resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root(name), value)...)
	}
	resp.Diagnostics.Append(framework.Remember(ctx, resp.Private, phone.AsSentKey, d.asSent())...)
}

// Read keeps the state: the API cannot return a message, and a sent message does not
// change.
func (r *sendResource) Read(context.Context, resource.ReadRequest, *resource.ReadResponse) {}

// Update sends nothing: any change but another spelling replaces the resource.
func (r *sendResource) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	resp.State.Raw = req.Plan.Raw
	var plan types.Object
	if resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...); !resp.Diagnostics.HasError() {
		d := r.kind.draft(plan)
		d.address(framework.Recall(ctx, req.Private, phone.AsSentKey, phone.AsSent{}).Reader(r.DefaultRegion))
		resp.Diagnostics.Append(framework.Remember(ctx, resp.Private, phone.AsSentKey, d.asSent())...)
	}
}

func (r *sendResource) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state types.Object
	if resp.Diagnostics.Append(req.State.Get(ctx, &state)...); resp.Diagnostics.HasError() {
		return
	}
	v := newValues(state)
	id, due := attribute.TextOf(v.Values[resultMessageID]), v.due()
	switch {
	case schedule.IsOver(due):
		return
	case id == "", r.kind.sendOnly:
		resp.Diagnostics.Append(r.kind.beyondRecall(v, "It will be sent.")...)
		return
	}
	resp.Diagnostics.Append(r.cancel(ctx, id, due, v.isSet(argSandbox))...)
}

// results returns the computed attributes of a send. sent is nil if the answer was lost.
func (d *draft) results(sent *sms.Sent) map[string]attr.Value {
	segments, _ := d.size()
	results := map[string]attr.Value{
		resultRecipients: types.Int64Value(int64(len(d.recipients))),
		resultSegments:   segments,
	}
	if d.kind.sendOnly { // an answer that is lost is an error
		maps.Copy(results, billed(sent))
		results[resultNbRCS] = types.Int64PointerValue(sent.NbRCS)
		return results
	}
	maps.Copy(results, map[string]attr.Value{
		argTag.Name:     types.StringValue(d.request.Tag),
		resultOutcome:   types.StringValue(string(once.Unconfirmed)),
		resultMessageID: types.StringNull(),
		resultNbSMS:     types.Int64Null(),
		resultCost:      types.NumberNull(),
		resultCurrency:  types.StringNull(),
	})
	if d.kind.perNumber {
		results[resultPerNumber] = types.ListNull(perNumberType)
	}
	if sent == nil {
		return results
	}
	maps.Copy(results, billed(sent))
	results[resultOutcome] = types.StringValue(string(once.Accepted))
	results[resultNbSMS] = types.Int64PointerValue(sent.NbSMS)
	if d.kind.perNumber {
		results[resultPerNumber] = perNumber(sent.Items)
	}
	return results
}

// messageID is null for a dry run to which the vendor gave no id.
func messageID(sent *sms.Sent) types.String {
	if sent.MessageID == "" {
		return types.StringNull()
	}
	return types.StringValue(sent.MessageID)
}

// billed returns what each answer has.
func billed(sent *sms.Sent) map[string]attr.Value {
	return map[string]attr.Value{
		resultMessageID: messageID(sent),
		resultCost:      framework.AmountValue(sent.Cost),
		resultCurrency:  types.StringPointerValue(sent.Currency),
	}
}
