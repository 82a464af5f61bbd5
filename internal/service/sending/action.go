package sending

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/action/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-framework/types/basetypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var (
	_ action.ActionWithConfigure      = (*sendAction)(nil)
	_ action.ActionWithValidateConfig = (*sendAction)(nil)
	_ action.ActionWithModifyPlan     = (*sendAction)(nil)
)

const waitName = "wait"

// sendAction is a send that is made each time the action is invoked.
type sendAction struct {
	framework.ActionBase
	kind kind
}

func (a *sendAction) Metadata(_ context.Context, req action.MetadataRequest, resp *action.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_send_" + a.kind.name
}

func (a *sendAction) Schema(_ context.Context, _ action.SchemaRequest, resp *action.SchemaResponse) {
	attributes := map[string]schema.Attribute{
		waitName: wait.ActionAttribute("Waits until each status is final, or each SMS is delivered, and shows the progress."),
	}
	for _, argument := range a.kind.arguments {
		attributes[argument.name] = argument.action()
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: a.kind.what + " It is sent each time the action is invoked, by `action_trigger` or `terraform apply -invoke`, and costs money. " +
			"Actions need Terraform 1.14 or later; OpenTofu has none.\n\nThe vendor's call is `" + a.kind.call + "`.",
		Attributes: attributes,
	}
}

// ValidateConfig refuses what no vendor need be asked about.
func (a *sendAction) ValidateConfig(ctx context.Context, req action.ValidateConfigRequest, resp *action.ValidateConfigResponse) {
	var config types.Object
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(a.kind.check(newValues(config))...)
	}
}

// ModifyPlan refuses what the configured provider can tell.
func (a *sendAction) ModifyPlan(ctx context.Context, req action.ModifyPlanRequest, resp *action.ModifyPlanResponse) {
	var config types.Object
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); resp.Diagnostics.HasError() {
		return
	}
	v := newValues(config)
	for _, argument := range a.kind.arguments {
		if !v.known(argument) {
			return
		}
	}
	if a.ProviderData != nil && a.Client != nil {
		_, diags := a.kind.request(v, a.DefaultRegion)
		resp.Diagnostics.Append(diags...)
	}
}

func (a *sendAction) Invoke(ctx context.Context, req action.InvokeRequest, resp *action.InvokeResponse) {
	var config types.Object
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	client, diags := a.SMS("Unable to send " + a.kind.object)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	v := newValues(config)
	request, diags := a.kind.request(v, a.DefaultRegion)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	if request.Tag == "" {
		request.Tag = newTag()
	}
	progress := func(format string, args ...any) {
		resp.SendProgress(action.InvokeProgressEvent{Message: fmt.Sprintf(format, args...)})
	}
	sent, diags := a.kind.sendOnce(ctx, client, request)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() || sent == nil {
		return
	}
	progress("Message %s with the tag %q is accepted: %s.", sent.MessageID, request.Tag, bill(sent))
	resp.Diagnostics.Append(a.await(ctx, client, v, sent.MessageID, progress)...)
}

// bill tells what a send costs.
func bill(sent *sms.Sent) string {
	text := "the vendor names no price"
	if sent.NbSMS != nil {
		text = fmt.Sprintf("%d SMS", *sent.NbSMS)
	}
	if sent.Cost != nil {
		text += fmt.Sprintf(", %s %s", sent.Cost.Text('f', -1), orNone(sent.Currency))
	}
	return text
}

// await waits for the recipients of a message, if the configuration says so.
func (a *sendAction) await(ctx context.Context, client *sms.Client, v values, id string, progress func(string, ...any)) diag.Diagnostics {
	object, ok := v[waitName].(types.Object)
	if !ok || object.IsNull() {
		return nil
	}
	var model wait.Model
	if diags := object.As(ctx, &model, basetypes.ObjectAsOptions{}); diags.HasError() {
		return diags
	}
	summary := "Unable to confirm delivery of message " + id
	explain := func(err error) diag.Diagnostic { return diagnostic.FromError(summary, err, diagnostic.Faults{}) }
	last := ""
	_, diags := delivery.Ask(summary, "the recipients of message "+id, explain, func(ctx context.Context) ([]delivery.Delivery, error) {
		items, err := client.BulkStatus(ctx, id)
		if err != nil {
			return nil, err
		}
		list := delivery.Recipients(items)
		if now := delivery.Summary(list); now != last {
			last = now
			progress("Message %s: %s.", id, now)
		}
		return list, nil
	}).Ask(ctx, &model)
	if diags.HasError() {
		diags.Append(diag.NewAttributeWarningDiagnostic(path.Root(waitName), "The message is sent",
			fmt.Sprintf("Message %s was accepted before this failure: invoking the action again sends it again.", id)))
	}
	return diags
}
