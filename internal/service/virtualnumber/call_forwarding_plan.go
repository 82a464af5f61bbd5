package virtualnumber

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	numbers "github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// asSet is what a resource has set. A later change of the provider's region does not change
// which numbers these are.
type asSet struct {
	// By tells resources of one number apart.
	By string `json:"by"`
	// Number is in E.164 form, and so is Param if calls go to a number. Param is empty if
	// there is no target, or if it is not known.
	Number string          `json:"number"`
	Type   sms.ForwardType `json:"type"`
	Param  string          `json:"param"`
}

// asSetKey is where the private state keeps asSet.
const asSetKey = "as_set"

func (s asSet) forwarding() sms.Forwarding { return sms.Forwarding{Type: s.Type, Param: s.Param} }

// read returns what a configuration sets.
func (r *callForwardingResource) read(m callForwardingModel) (asSet, diag.Diagnostics) {
	number, diags := phone.Read(path.Root(argNumber), m.Number.ValueString(), r.DefaultRegion)
	if m.ForwardTo.IsNull() {
		return asSet{Number: number, Type: sms.ForwardVoicemail, Param: m.VoicemailEmail.ValueString()}, diags
	}
	to, problems := phone.Read(path.Root(argForwardTo), m.ForwardTo.ValueString(), r.DefaultRegion)
	diags.Append(problems...)
	return asSet{Number: number, Type: sms.ForwardCalls, Param: to}, diags
}

// recall returns what was remembered with a state, or else what the state says today.
func (r *callForwardingResource) recall(ctx context.Context, private framework.PrivateState, state callForwardingModel) asSet {
	today, _ := r.read(state)
	return framework.Recall(ctx, private, asSetKey, today)
}

// ValidateConfig asks for exactly one target.
func (r *callForwardingResource) ValidateConfig(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	var config callForwardingModel
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); resp.Diagnostics.HasError() {
		return
	}
	switch {
	case config.ForwardTo.IsUnknown() || config.VoicemailEmail.IsUnknown():
	case config.ForwardTo.IsNull() && config.VoicemailEmail.IsNull():
		resp.Diagnostics.AddAttributeError(path.Root(argForwardTo), "Missing forward_to",
			"The calls have no target: set forward_to, to forward them to a number, or voicemail_email.")
	case !config.ForwardTo.IsNull() && !config.VoicemailEmail.IsNull():
		resp.Diagnostics.AddAttributeError(path.Root(argVoicemailEmail), "Invalid value for voicemail_email",
			"Calls go either to a number or to a voicemail: remove forward_to or voicemail_email.")
	}
}

// ModifyPlan refuses what can't be a number in the provider's region, replaces the resource
// of another virtual number, and keeps numbers that are only spelled in another way.
func (r *callForwardingResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() || r.ProviderData == nil {
		return
	}
	var plan, state callForwardingModel
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	if !req.State.Raw.IsNull() {
		resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	}
	if resp.Diagnostics.HasError() {
		return
	}
	set := r.recall(ctx, req.Private, state)
	keep := func(name string, planned, before phone.Number, e164 string) {
		if !req.State.Raw.IsNull() && planned.Equal(before) || planned.IsNull() {
			return
		}
		number := planned.ValueString()
		if !planned.IsUnknown() && r.DefaultRegion != "" {
			read, diags := phone.Read(path.Root(name), number, r.DefaultRegion)
			if resp.Diagnostics.Append(diags...); diags.HasError() {
				return
			}
			number = read
		}
		// While the region is not known, a national number is read in the country of the old
		// one: once it is known, the plan must be the same.
		isSame := !planned.IsUnknown() && !before.IsNull() && numbers.Same(number, e164)
		switch {
		case isSame:
			resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root(name), before)...)
		case name == argNumber && !req.State.Raw.IsNull():
			resp.RequiresReplace.Append(path.Root(name))
		}
	}
	keep(argNumber, plan.Number, state.Number, set.Number)
	keep(argForwardTo, plan.ForwardTo, state.ForwardTo, set.Param)
}
