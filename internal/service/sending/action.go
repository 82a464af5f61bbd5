package sending

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/action/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var (
	_ action.ActionWithConfigure      = (*sendAction)(nil)
	_ action.ActionWithValidateConfig = (*sendAction)(nil)
	_ action.ActionWithModifyPlan     = (*sendAction)(nil)
)

const waitName = "wait"

// sendAction sends each time the action is invoked.
type sendAction struct {
	framework.ActionBase
	kind kind
}

func (a *sendAction) Metadata(_ context.Context, req action.MetadataRequest, resp *action.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_" + a.kind.typeOfAction()
}

func (a *sendAction) Schema(_ context.Context, _ action.SchemaRequest, resp *action.SchemaResponse) {
	attributes := map[string]schema.Attribute{}
	size, unawaited := " To count the SMS of a text, use the function [`sms_segments`](../functions/sms_segments.md).", ""
	if a.kind.has(argSondageIdent) {
		size = "" // its text is in the dashboard
	}
	if a.kind.sendOnly {
		unawaited = " SMS Partner documents no call that reads the status of an RCS, so there is nothing to wait for."
	} else {
		waits := "Waits until each status is final, or each SMS is delivered, and shows the progress."
		if a.kind.has(argSchedule) {
			waits += " Nothing is sent if the wait would end before a scheduled SMS is due."
		}
		attributes[waitName] = delivery.ActionWait(waits)
	}
	for _, argument := range a.kind.arguments {
		attributes[argument.Name] = argument.Action()
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: a.kind.what + " Each invocation, by `action_trigger` or `terraform apply -invoke`, sends and costs money. " +
			"Actions need Terraform 1.14 or later; OpenTofu has none.\n\n" + a.kind.costs() + " " +
			"An action's plan shows neither recipients nor size." + size + unawaited +
			"\n\n" + schedule.HeldOrRefused(a.kind.unit()) + "\n\nThe vendor's call is `" + a.kind.call + "`.",
		Attributes: attributes,
	}
}

// ValidateConfig refuses what can be judged without the vendor.
func (a *sendAction) ValidateConfig(ctx context.Context, req action.ValidateConfigRequest, resp *action.ValidateConfigResponse) {
	var config types.Object
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(a.kind.draft(config).check()...)
	}
}

// ModifyPlan refuses what can be judged with the provider's settings.
func (a *sendAction) ModifyPlan(ctx context.Context, req action.ModifyPlanRequest, resp *action.ModifyPlanResponse) {
	var config types.Object
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); resp.Diagnostics.HasError() {
		return
	}
	if a.ProviderData != nil && a.DefaultRegion != "" {
		d := a.kind.draft(config)
		resp.Diagnostics.Append(d.ready(a.DefaultRegion)...)
		// A plan can be kept until the moment is near.
		if late := d.dueAfterWait(ctx); late != nil {
			resp.Diagnostics.AddAttributeWarning(late.Path(), late.Summary(), late.Detail())
		}
	}
}

func (a *sendAction) Invoke(ctx context.Context, req action.InvokeRequest, resp *action.InvokeResponse) {
	var config types.Object
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	client, diags := a.SMS(a.kind.unable())
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	d := a.kind.draft(config)
	diags = d.ready(a.DefaultRegion)
	if late := d.dueAfterWait(ctx); late != nil {
		diags.Append(late)
	}
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	progress := func(format string, args ...any) {
		resp.SendProgress(action.InvokeProgressEvent{Message: fmt.Sprintf(format, args...)})
	}
	sent, diags := a.kind.sendOnce(ctx, client, &d.request, func(tag string) { progress("Sending%s.", withTag(tag)) })
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	if sent == nil {
		resp.Diagnostics.Append(a.unawaited(d)...)
		return
	}
	if sent.MessageID == "" {
		progress("The message%s is accepted as a dry run, without a message id: %s.", withTag(d.request.Tag), bill(sent))
	} else {
		progress("Message %s%s is accepted: %s.", sent.MessageID, withTag(d.request.Tag), bill(sent))
	}
	taken, refused := divide(d.request, sent)
	resp.Diagnostics.Append(a.await(ctx, client, d, taken, refused, sent.MessageID, progress)...)
}

// withTag names a tag behind the noun that it belongs to; nothing if there is none.
func withTag(tag string) string {
	if tag == "" {
		return ""
	}
	return fmt.Sprintf(" with the tag %q", tag)
}

// bill returns the cost of a send, as words.
func bill(sent *sms.Sent) string {
	text := "the vendor names no price"
	switch {
	case sent.NbSMS != nil:
		text = fmt.Sprintf("%d SMS", *sent.NbSMS)
	case sent.NbRCS != nil:
		text = fmt.Sprintf("%d RCS", *sent.NbRCS)
	}
	if sent.Cost != nil {
		text += ", " + sent.Cost.Text('f', -1)
		if sent.Currency != nil {
			text += " " + *sent.Currency
		}
	}
	return text
}

// divide separates the numbers that the vendor took from those that it refused.
func divide(r sms.SendRequest, sent *sms.Sent) (taken, refused []string) {
	taken = absent(r.Recipients(), numbersOf(sent.Items, sms.SentItem.Refused))
	return taken, absent(r.Recipients(), taken)
}
