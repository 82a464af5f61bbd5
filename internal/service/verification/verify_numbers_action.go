package verification

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/action/schema"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
)

var (
	_ action.ActionWithConfigure  = (*verifyNumbersAction)(nil)
	_ action.ActionWithModifyPlan = (*verifyNumbersAction)(nil)
)

func newVerifyNumbersAction() action.Action { return &verifyNumbersAction{} }

// verifyNumbersAction verifies each time the action is invoked.
type verifyNumbersAction struct {
	framework.ActionBase
}

func (a *verifyNumbersAction) Metadata(_ context.Context, req action.MetadataRequest, resp *action.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_verify_numbers"
}

func (a *verifyNumbersAction) Schema(_ context.Context, _ action.SchemaRequest, resp *action.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Has the mobile networks asked whether at most 500 phone numbers are in use (HLR). Each invocation, by `action_trigger` or `terraform apply -invoke`, verifies and costs money for each number. " +
			"Actions need Terraform 1.14 or later; OpenTofu has none.\n\n" + costs + "\n\n" + results,
		Attributes: map[string]schema.Attribute{},
	}
	for _, argument := range verificationArguments {
		resp.Schema.Attributes[argument.Name] = argument.Action()
	}
}

// ModifyPlan refuses what can be judged with the provider's region.
func (a *verifyNumbersAction) ModifyPlan(ctx context.Context, req action.ModifyPlanRequest, resp *action.ModifyPlanResponse) {
	var config verificationModel
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); resp.Diagnostics.HasError() {
		return
	}
	if a.ProviderData != nil && a.DefaultRegion != "" {
		_, _, diags := config.request(phone.InRegion(a.DefaultRegion))
		resp.Diagnostics.Append(diags...)
	}
}

func (a *verifyNumbersAction) Invoke(ctx context.Context, req action.InvokeRequest, resp *action.InvokeResponse) {
	var config verificationModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	client, diags := a.SMS(write.Summary())
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	request, _, diags := config.request(phone.InRegion(a.DefaultRegion))
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	progress := func(format string, args ...any) {
		resp.SendProgress(action.InvokeProgressEvent{Message: fmt.Sprintf(format, args...)})
	}
	progress("Verifying %s.", phones(int64(len(request.Numbers))))
	verification, diags := verifyOnce(ctx, client, request)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	what := ""
	if verification.Number != nil {
		what = phones(*verification.Number) + ", "
	}
	// The address may hold a token.
	progress("Campaign %s is accepted: %s%s. The results go to notify_url.", verification.CampaignID, what, bill(verification))
}

func phones(n int64) string {
	if n == 1 {
		return "1 phone number"
	}
	return fmt.Sprintf("%d phone numbers", n)
}
