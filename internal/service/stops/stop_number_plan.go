package stops

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	numbers "github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

// read returns a number of the configuration in E.164 form.
func (r *stopNumberResource) read(number phone.Number) (string, diag.Diagnostics) {
	return phone.Read(path.Root("phone_number"), number.ValueString(), r.DefaultRegion)
}

// managed returns the entry that a state is of. A later change of the provider's region
// does not change which number was added.
func (r *stopNumberResource) managed(state stopModel, seen framework.Seen) managed {
	m := managed{id: state.ID.ValueString(), listed: seen.Listed}
	switch {
	case seen.As != nil:
		m.number = *seen.As
	case !state.PhoneNumber.IsNull():
		m.number, _ = r.read(state.PhoneNumber)
	}
	return m
}

// ModifyPlan replaces the entry of another number, and keeps that of the same number in
// another spelling.
func (r *stopNumberResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() || r.ProviderData == nil {
		return
	}
	var plan, state stopModel
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	isNew := req.State.Raw.IsNull()
	if !isNew {
		resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	}
	if resp.Diagnostics.HasError() || plan.PhoneNumber.Equal(state.PhoneNumber) && !isNew {
		return
	}
	number, isSame := "", false
	if !plan.PhoneNumber.IsUnknown() && r.DefaultRegion != "" {
		var diags diag.Diagnostics
		number, diags = r.read(plan.PhoneNumber)
		if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() || isNew {
			return
		}
		isSame = numbers.Same(number, r.managed(state, framework.RecallSeen(ctx, req.Private)).number)
	}
	switch {
	case isNew:
	case isSame:
		resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root("phone_number"), state.PhoneNumber)...)
	default:
		resp.RequiresReplace.Append(path.Root("phone_number"))
	}
}
