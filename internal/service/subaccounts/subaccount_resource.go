package subaccounts

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
)

var (
	_ resource.ResourceWithConfigure      = (*subaccountResource)(nil)
	_ resource.ResourceWithIdentity       = (*subaccountResource)(nil)
	_ resource.ResourceWithImportState    = (*subaccountResource)(nil)
	_ resource.ResourceWithValidateConfig = (*subaccountResource)(nil)
	_ resource.ResourceWithModifyPlan     = (*subaccountResource)(nil)
)

func newSubaccountResource(k kind) *subaccountResource {
	return &subaccountResource{IdentityBase: framework.IdentityBase{By: "email"}, kind: k}
}

// subaccountResource is a sub-account. The vendor has no call that changes one. Its identity
// is its e-mail address, which no other has: the token is a secret.
type subaccountResource struct {
	framework.ResourceBase
	framework.IdentityBase
	kind kind
}

func (r *subaccountResource) Metadata(_ context.Context, _ resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = r.kind.subaccount
	resp.ResourceBehavior.MutableIdentity = true // the dashboard can change an e-mail address
}

// ValidateConfig refuses what the type of the sub-account does not allow.
func (r *subaccountResource) ValidateConfig(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	var config keptModel
	if resp.Diagnostics.Append(req.Config.Get(ctx, r.kind.model(&config))...); resp.Diagnostics.HasError() {
		return
	}
	switch config.Type.ValueString() {
	case subaccount.Advanced:
		if config.Email.IsNull() {
			resp.Diagnostics.AddAttributeError(path.Root("email"), "Missing email", "An advanced sub-account needs an e-mail address: write one.")
		}
	case subaccount.Simple:
		if config.IsBuyer.ValueBool() {
			resp.Diagnostics.AddAttributeError(path.Root("is_buyer"), "Invalid value for is_buyer", "A simple sub-account can't buy: leave is_buyer out, or make the sub-account advanced.")
		}
	}
}

// ModifyPlan decides what replaces the sub-account, and refuses a replacement that could not be
// created. It refuses to create an advanced sub-account that does not say whether it may buy.
// One that was imported need not say so.
func (r *subaccountResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() {
		return
	}
	var plan, state keptModel
	resp.Diagnostics.Append(req.Plan.Get(ctx, r.kind.model(&plan))...)
	if !req.State.Raw.IsNull() {
		var written types.String
		resp.Diagnostics.Append(req.State.Get(ctx, r.kind.model(&state))...)
		resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("email"), &written)...)
		if resp.Diagnostics.HasError() {
			return
		}
		changed := plan.replaced(state.subaccountModel)
		for _, name := range changed {
			resp.RequiresReplace.Append(path.Root(name))
		}
		resp.Diagnostics.Append(r.kind.checkReplacement(changed, state.Email.ValueString(), written)...)
		if len(changed) == 0 {
			resp.Diagnostics.Append(r.kind.warnUnmoved(state, plan)...)
		}
		return
	}
	resp.Diagnostics.Append(r.kind.checkRemade(plan.Email.ValueString(), framework.RecallSeen(ctx, req.Private))...)
	if plan.Type.ValueString() == subaccount.Advanced && plan.IsBuyer.IsNull() {
		resp.Diagnostics.AddAttributeError(path.Root("is_buyer"), "Missing is_buyer",
			"An advanced sub-account may buy its own "+r.kind.sends+" or not: write is_buyer = true or is_buyer = false.")
	}
}

// warnUnmoved warns that credit which is added to the configuration of a sub-account moves
// nothing: the value is only taken over.
func (k kind) warnUnmoved(state, plan keptModel) (diags diag.Diagnostics) {
	if !state.CreditToAttribute.IsNull() || plan.CreditToAttribute.IsNull() {
		return nil
	}
	diags.AddAttributeWarning(path.Root("credit_to_attribute"), "No credit is moved", fmt.Sprintf(
		"%s takes credit_to_attribute only when it creates a sub-account. The state takes the value over, without a call.\n\n"+
			"To move credit to %s, use %s.", k.product.Name, state.Email.ValueString(), k.creditTransfer))
	return diags
}

func (r *subaccountResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var state keptModel
	resp.Diagnostics.Append(req.Plan.Get(ctx, r.kind.model(&state))...)
	client, diags := r.kind.client(r.ProviderData, r.kind.creation(state.creation()).Summary())
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	created, diags := r.kind.create(ctx, client, state.creation())
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	listed := newSubaccountModel(created.Subaccount)
	state.Token, state.ID, state.CreatedAt = listed.Token, listed.ID, listed.CreatedAt
	state.ParentEmail = types.StringPointerValue(created.ParentEmail)
	state.SendConfirmMailTo = types.StringPointerValue(created.ConfirmMailTo)
	if state.Email.IsUnknown() {
		state.Email = listed.Email
	}
	resp.Diagnostics.Append(framework.Seen{Listed: created.listed, As: created.Email}.Remember(ctx, resp.Private)...)
	resp.Diagnostics.Append(resp.State.Set(ctx, r.kind.model(&state))...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, state.Email)...)
}

func (r *subaccountResource) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	const summary = "Unable to read sub-account"
	var state keptModel
	resp.Diagnostics.Append(req.State.Get(ctx, r.kind.model(&state))...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, state.Email)...)
	client, diags := r.kind.client(r.ProviderData, summary)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	found, there, err := client.Find(ctx, byToken(state.Token.ValueString()))
	before := framework.RecallSeen(ctx, req.Private)
	switch {
	case err != nil:
		resp.Diagnostics.Append(diagnostic.FromError(summary, err, diagnostic.Faults{}))
		return
	case !there && before.Listed:
		// An engine plans the next one with the private state of this one, see checkRemade.
		resp.Diagnostics.Append(framework.Seen{Listed: true}.Remember(ctx, resp.Private)...)
		resp.State.RemoveResource(ctx)
		return
	case !there:
		resp.Diagnostics.Append(wait.NotListed("sub-account", state.Email.ValueString(), r.kind.product.Name+" still does not list it.")...)
		return
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete sub-account", found.Unread)...)
	listed := newSubaccountModel(found)
	if found.Type != nil && !strings.EqualFold(state.Type.ValueString(), *found.Type) {
		state.Type = listed.Type
	}
	state.Email = before.Name(state.Email, found.Email, partner.SameEmail)
	state.ID, state.CreatedAt = listed.ID, listed.CreatedAt
	resp.Diagnostics.Append(before.Again(found.Email).Remember(ctx, resp.Private)...)
	resp.Diagnostics.Append(resp.State.Set(ctx, r.kind.model(&state))...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, state.Email)...)
}

// Update takes over what the vendor does not have, and another case of the e-mail address.
// Any other change replaces the sub-account.
func (r *subaccountResource) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	var plan keptModel
	resp.State.Raw = req.Plan.Raw
	resp.Diagnostics.Append(req.Plan.Get(ctx, r.kind.model(&plan))...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, plan.Email)...)
}

func (r *subaccountResource) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state keptModel
	resp.Diagnostics.Append(req.State.Get(ctx, r.kind.model(&state))...)
	client, diags := r.kind.client(r.ProviderData, unableToDelete)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	if r.kind.deletes {
		resp.Diagnostics.Append(r.kind.remove(ctx, client, state.Token.ValueString(), state.Email.ValueString())...)
	} else {
		resp.Diagnostics.Append(r.kind.forget(ctx, client, state, framework.RecallSeen(ctx, req.Private))...)
	}
}
