package stops

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
)

// read returns a recipient of the configuration in the form in which it is sent.
func (r *entryResource) read(m model) (string, diag.Diagnostics) {
	return r.kind.read(path.Root(r.kind.argument), m.recipient.ValueString(), r.DefaultRegion)
}

// managed returns the entry that a state is of. A later change of the provider's region
// does not change which number was added.
func (r *entryResource) managed(state model, seen framework.Seen) managed {
	m := managed{id: state.id.ValueString(), listed: seen.Listed}
	switch {
	case seen.As != nil:
		m.recipient = *seen.As
	case !state.recipient.IsNull():
		m.recipient, _ = r.read(state)
	}
	return m
}

// ModifyPlan replaces the entry of another recipient, and keeps that of the same recipient in
// another spelling.
func (r *entryResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() || r.ProviderData == nil {
		return
	}
	plan, diags := r.kind.modelIn(ctx, req.Plan.Get)
	resp.Diagnostics.Append(diags...)
	state, diags := r.kind.modelIn(ctx, req.State.Get)
	resp.Diagnostics.Append(diags...)
	isNew := req.State.Raw.IsNull()
	if resp.Diagnostics.HasError() || plan.recipient.Equal(state.recipient) && !isNew {
		return
	}
	recipient := plan.recipient.ValueString()
	if !plan.recipient.IsUnknown() && r.DefaultRegion != "" {
		recipient, diags = r.read(plan)
		if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
			return
		}
	}
	// While the region is not known, a national number is read in the country of the old one.
	isSame := !plan.recipient.IsUnknown() && r.kind.same(recipient, r.managed(state, framework.RecallSeen(ctx, req.Private)).recipient)
	argument := path.Root(r.kind.argument)
	switch {
	case isNew:
	case isSame:
		resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, argument, r.kind.value(ctx, state.recipient))...)
	default:
		resp.RequiresReplace.Append(argument)
	}
}
