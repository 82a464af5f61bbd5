package mail

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/action/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
)

var (
	_ action.ActionWithConfigure      = (*sendMailAction)(nil)
	_ action.ActionWithValidateConfig = (*sendMailAction)(nil)
	_ action.ActionWithModifyPlan     = (*sendMailAction)(nil)
)

func newSendMailAction() action.Action { return &sendMailAction{} }

// sendMailAction sends each time the action is invoked.
type sendMailAction struct {
	framework.ActionBase
}

func (a *sendMailAction) Metadata(_ context.Context, req action.MetadataRequest, resp *action.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_send_mail"
}

func (a *sendMailAction) Schema(_ context.Context, _ action.SchemaRequest, resp *action.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Sends one mail to at most 500 addresses. Each invocation, by `action_trigger` or `terraform apply -invoke`, sends and costs money. " +
			"Actions need Terraform 1.14 or later; OpenTofu has none.\n\n" + costs + "\n\n" + schedule.Held("mails") + "\n\n" + call,
		Attributes: map[string]schema.Attribute{},
	}
	for _, argument := range arguments {
		resp.Schema.Attributes[argument.Name] = argument.Action()
	}
}

// ValidateConfig refuses what can be judged without the vendor.
func (a *sendMailAction) ValidateConfig(ctx context.Context, req action.ValidateConfigRequest, resp *action.ValidateConfigResponse) {
	var config types.Object
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(newDraft(config).check()...)
	}
}

// ModifyPlan refuses what can't be sent when the plan is applied.
func (a *sendMailAction) ModifyPlan(ctx context.Context, req action.ModifyPlanRequest, resp *action.ModifyPlanResponse) {
	var config types.Object
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); resp.Diagnostics.HasError() {
		return
	}
	d := newDraft(config)
	resp.Diagnostics.Append(d.plan()...)
}

func (a *sendMailAction) Invoke(ctx context.Context, req action.InvokeRequest, resp *action.InvokeResponse) {
	var config types.Object
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	client, diags := a.Mail(unable)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	d := newDraft(config)
	resp.Diagnostics.Append(d.check()...) // what was unknown in the plan
	resp.Diagnostics.Append(d.ahead()...)
	if resp.Diagnostics.HasError() {
		return
	}
	progress := func(format string, args ...any) {
		resp.SendProgress(action.InvokeProgressEvent{Message: fmt.Sprintf(format, args...)})
	}
	recipients := fmt.Sprintf("%d recipients", len(d.request.To))
	if len(d.request.To) == 1 {
		recipients = "1 recipient"
	}
	progress("Sending a mail to %s.", recipients)
	sent, diags := d.sendOnce(ctx, client)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	if sent.MessageID == "" {
		progress("The mail is accepted as a dry run, without a message id: %s.", bill(sent))
	} else {
		progress("Mail %s is accepted: %s.", sent.MessageID, bill(sent))
	}
}
