package subaccounts

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var (
	_ resource.ResourceWithConfigure   = (*creditTransferResource)(nil)
	_ resource.ResourceWithModifyPlan  = (*creditTransferResource)(nil)
	_ resource.ResourceWithImportState = (*creditTransferResource)(nil)
)

// creditTransferResource moves credit once, when the resource is created.
type creditTransferResource struct {
	framework.ResourceBase
	kind kind
}

type creditTransferModel struct {
	SubaccountToken  types.String `tfsdk:"subaccount_token"`
	Amount           types.Number `tfsdk:"amount"`
	Direction        types.String `tfsdk:"direction"`
	Triggers         types.Map    `tfsdk:"triggers"`
	Summary          types.String `tfsdk:"summary"`
	Credit           types.Number `tfsdk:"credit"`
	SubaccountCredit types.Number `tfsdk:"subaccount_credit"`
	Currency         types.String `tfsdk:"currency"`
	Outcome          types.String `tfsdk:"outcome"`
}

func (m creditTransferModel) transfer() transfer {
	return newTransfer(m.SubaccountToken, m.Amount, m.Direction)
}

func (r *creditTransferResource) Metadata(_ context.Context, _ resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = r.kind.creditTransfer
}

func (r *creditTransferResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Moves credit between the main account and a sub-account" + r.kind.whose + ", once.\n\n" +
			"~> **This moves money.** Creating the resource makes one transfer: no refresh and no second apply makes another. A change of any argument, or of `triggers`, " +
			"makes a new one and does not take the old one back. Destroying the resource moves nothing. If the answer is lost, " +
			"the provider compares the sub-account's balance with that before. The guide [Writing once](../guides/writing-once.md) says what happens then. " +
			"Import is not supported: the API has no list of transfers.\n\n" +
			"The vendor's calls are `POST subaccount/credit/add` and `POST subaccount/credit/remove`.",
		Attributes: map[string]schema.Attribute{
			"triggers": once.Triggers("makes the transfer again, for example each month"),
			"summary":  attribute.KeptText("What moves where, such as `10 euros to the sub-account`; shown in the plan."),
			"credit": attribute.KeptAmount("The balance of the main account after the transfer, in `currency`, as the vendor's answer has it. " +
				"Null when `outcome` is `unconfirmed`."),
			"subaccount_credit": attribute.KeptAmount("The balance of the sub-account after the transfer, in `currency`. Vendor's name: `subaccountCredit`."),
			"currency":          attribute.KeptText("The currency of the balances by ISO 4217, such as `EUR`."),
			"outcome": attribute.KeptText("`accepted` when the vendor's answer confirms the transfer; `unconfirmed` when the transfer got no clear answer, but the sub-account's balance changed by exactly the amount. " +
				"A warning then says what was compared."),
		},
	}
	for _, a := range transferArguments {
		resp.Schema.Attributes[a.Name] = a.Resource()
	}
}

// ModifyPlan shows what moves where, and decides what is a new transfer: a default that is
// written out is none.
func (r *creditTransferResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() {
		return
	}
	var plan creditTransferModel
	if resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...); resp.Diagnostics.HasError() {
		return
	}
	if !req.State.Raw.IsNull() {
		var state creditTransferModel
		if resp.Diagnostics.Append(req.State.Get(ctx, &state)...); !resp.Diagnostics.HasError() {
			resp.RequiresReplace.Append(plan.changed(state)...)
		}
		// The engine plans the new transfer in another call.
		return
	}
	resp.Diagnostics.Append(checkOwnToken(r.ProviderData, r.kind, plan.SubaccountToken.ValueString())...)
	if !plan.Amount.IsUnknown() && !plan.Direction.IsUnknown() {
		resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root("summary"), plan.transfer().summary())...)
	}
}

// changed returns the arguments that make the plan a new transfer.
func (m creditTransferModel) changed(before creditTransferModel) path.Paths {
	var paths path.Paths
	for name, same := range map[string]bool{
		argToken.Name:     m.SubaccountToken.Equal(before.SubaccountToken),
		argAmount.Name:    !m.Amount.IsUnknown() && partner.SameDecimal(m.Amount.ValueBigFloat(), before.Amount.ValueBigFloat()),
		argDirection.Name: !m.Direction.IsUnknown() && directionOf(m.Direction) == directionOf(before.Direction),
		"triggers":        once.SameTriggers(m.Triggers, before.Triggers),
	} {
		if !same {
			paths.Append(path.Root(name))
		}
	}
	return paths
}

func (r *creditTransferResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var state creditTransferModel
	resp.Diagnostics.Append(req.Plan.Get(ctx, &state)...)
	client, diags := r.kind.client(r.ProviderData, unableToTransfer)
	resp.Diagnostics.Append(diags...)
	resp.Diagnostics.Append(checkOwnToken(r.ProviderData, r.kind, state.SubaccountToken.ValueString())...)
	if resp.Diagnostics.HasError() {
		return
	}
	left, outcome, diags := state.transfer().once(ctx, client, r.kind)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	state.Summary = types.StringValue(state.transfer().summary())
	state.Outcome = types.StringValue(string(outcome))
	state.Credit, state.SubaccountCredit = framework.AmountValue(left.Credit), framework.AmountValue(left.SubaccountCredit)
	state.Currency = types.StringPointerValue(left.Currency)
	resp.Diagnostics.Append(resp.State.Set(ctx, &state)...)
}

// Read keeps the state: the API cannot return a transfer, and the balances change by
// themselves.
func (r *creditTransferResource) Read(context.Context, resource.ReadRequest, *resource.ReadResponse) {
}

// Update moves nothing: any change but a default that is written out replaces the resource.
func (r *creditTransferResource) Update(_ context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	resp.State.Raw = req.Plan.Raw
}

// Delete moves nothing.
func (r *creditTransferResource) Delete(context.Context, resource.DeleteRequest, *resource.DeleteResponse) {
}

// ImportState only explains why import is impossible.
func (r *creditTransferResource) ImportState(_ context.Context, _ resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	resp.Diagnostics.AddError("Unable to import transfer of credit",
		"Import is not supported: the API has no list of transfers. The state would be empty, and the next apply would move the credit again.\n\n"+
			"Remove the import. The data source "+r.kind.subaccounts+" reads the balances.")
}
