package subaccounts

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/action/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
)

var (
	_ action.ActionWithConfigure  = (*transferCreditAction)(nil)
	_ action.ActionWithModifyPlan = (*transferCreditAction)(nil)
)

// transferCreditAction moves credit each time the action is invoked.
type transferCreditAction struct {
	framework.ActionBase
	kind kind
}

type transferCreditModel struct {
	SubaccountToken types.String `tfsdk:"subaccount_token"`
	Amount          types.Number `tfsdk:"amount"`
	Direction       types.String `tfsdk:"direction"`
}

func (a *transferCreditAction) Metadata(_ context.Context, _ action.MetadataRequest, resp *action.MetadataResponse) {
	resp.TypeName = a.kind.transferCredit
}

func (a *transferCreditAction) Schema(_ context.Context, _ action.SchemaRequest, resp *action.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Moves credit between the main account and a sub-account" + a.kind.whose + ".\n\n" +
			"~> **This moves money.** Each invocation, by `action_trigger` or `terraform apply -invoke`, makes one transfer. Actions need Terraform 1.14 or later; OpenTofu has none. " +
			"If the answer is lost, the provider compares the sub-account's balance with that before. " +
			"The guide [Writing once](../guides/writing-once.md) says what happens then.\n\n" +
			"The vendor's calls are `POST subaccount/credit/add` and `POST subaccount/credit/remove`.",
		Attributes: map[string]schema.Attribute{},
	}
	for _, argument := range transferArguments {
		resp.Schema.Attributes[argument.Name] = argument.Action()
	}
}

// ModifyPlan refuses what can be judged with the provider's settings.
func (a *transferCreditAction) ModifyPlan(ctx context.Context, req action.ModifyPlanRequest, resp *action.ModifyPlanResponse) {
	var config transferCreditModel
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(checkOwnToken(a.ProviderData, a.kind, config.SubaccountToken.ValueString())...)
	}
}

func (a *transferCreditAction) Invoke(ctx context.Context, req action.InvokeRequest, resp *action.InvokeResponse) {
	var config transferCreditModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	client, diags := a.kind.client(a.ProviderData, unableToTransfer)
	resp.Diagnostics.Append(diags...)
	resp.Diagnostics.Append(checkOwnToken(a.ProviderData, a.kind, config.SubaccountToken.ValueString())...)
	if resp.Diagnostics.HasError() {
		return
	}
	progress := func(text string) { resp.SendProgress(action.InvokeProgressEvent{Message: text}) }
	moving := newTransfer(config.SubaccountToken, config.Amount, config.Direction)
	progress("Transferring " + moving.summary() + ".")
	left, _, diags := moving.once(ctx, client, a.kind)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	text := "Transferred " + moving.summary()
	if left.email != nil {
		text += " " + *left.email
	}
	text += ", which has " + money(left.SubaccountCredit, left.Currency) + " now."
	if left.Credit != nil {
		text += " The main account has " + money(left.Credit, left.Currency) + "."
	}
	progress(text)
}
