package voice

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/action/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
)

var (
	_ action.ActionWithConfigure      = (*campaignAction)(nil)
	_ action.ActionWithValidateConfig = (*campaignAction)(nil)
	_ action.ActionWithModifyPlan     = (*campaignAction)(nil)
)

// campaignAction calls each time the action is invoked.
type campaignAction struct {
	framework.ActionBase
	kind kind
}

func (a *campaignAction) Metadata(_ context.Context, req action.MetadataRequest, resp *action.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_send_" + a.kind.name
}

func (a *campaignAction) Schema(_ context.Context, _ action.SchemaRequest, resp *action.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: a.kind.what + " Each invocation, by `action_trigger` or `terraform apply -invoke`, calls and costs money. " +
			"Actions need Terraform 1.14 or later; OpenTofu has none.\n\n" + costs + "\n\n" + a.kind.unawaited() + "\n\nThe vendor's call is `" + a.kind.call + "`" + a.kind.rate() + ".",
		Attributes: map[string]schema.Attribute{},
	}
	for _, argument := range a.kind.arguments {
		resp.Schema.Attributes[argument.Name] = argument.Action()
	}
}

// ValidateConfig refuses what can be judged without the vendor.
func (a *campaignAction) ValidateConfig(ctx context.Context, req action.ValidateConfigRequest, resp *action.ValidateConfigResponse) {
	var config types.Object
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(a.kind.draft(config).check()...)
	}
}

// ModifyPlan refuses what can be judged with the provider's settings.
func (a *campaignAction) ModifyPlan(ctx context.Context, req action.ModifyPlanRequest, resp *action.ModifyPlanResponse) {
	var config types.Object
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); resp.Diagnostics.HasError() {
		return
	}
	if a.ProviderData != nil && a.DefaultRegion != "" {
		resp.Diagnostics.Append(a.kind.draft(config).ready(a.DefaultRegion)...)
	}
}

func (a *campaignAction) Invoke(ctx context.Context, req action.InvokeRequest, resp *action.InvokeResponse) {
	var config types.Object
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	client, diags := a.Voice(a.kind.unable())
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	d := a.kind.draft(config)
	diags = d.check() // what was unknown in the plan
	diags.Append(d.ready(a.DefaultRegion)...)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	progress := func(format string, args ...any) {
		resp.SendProgress(action.InvokeProgressEvent{Message: fmt.Sprintf(format, args...)})
	}
	progress("Sending a %s to %s%s.", a.kind.object, phones(len(d.request.Numbers)), d.spoken())
	campaign, diags := d.sendOnce(ctx, client)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	progress("Campaign %s is accepted: %s.%s", campaign.ID, bill(campaign), d.told())
}

// spoken says how long a text is; nothing without one.
func (d *draft) spoken() string {
	if length := d.characters(); !length.IsNull() {
		return fmt.Sprintf(", with a text of %d characters", length.ValueInt64())
	}
	return ""
}

// told says where the results go, without the address, which may hold a token.
func (d *draft) told() string {
	if d.request.NotifyURL == "" {
		return ""
	}
	return " The results go to notify_url."
}

func phones(n int) string {
	if n == 1 {
		return "1 phone"
	}
	return fmt.Sprintf("%d phones", n)
}
