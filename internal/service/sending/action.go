package sending

import (
	"context"
	"errors"
	"fmt"
	"slices"

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
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
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
	if a.ProviderData != nil && a.Client != nil {
		_, diags := a.kind.request(newValues(config), a.DefaultRegion)
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
	request, diags := a.kind.prepare(ctx, v, a.DefaultRegion)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	progress := func(format string, args ...any) {
		resp.SendProgress(action.InvokeProgressEvent{Message: fmt.Sprintf(format, args...)})
	}
	sent, diags := a.kind.sendOnce(ctx, client, &request)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	if sent == nil {
		resp.Diagnostics.Append(a.unawaited(v, request.Tag)...)
		return
	}
	progress("Message %s with the tag %q is accepted: %s.", sent.MessageID, request.Tag, bill(sent))
	resp.Diagnostics.Append(a.await(ctx, client, v, expected(request, sent), sent.MessageID, progress)...)
}

// bill tells what a send costs.
func bill(sent *sms.Sent) string {
	text := "the vendor names no price"
	if sent.NbSMS != nil {
		text = fmt.Sprintf("%d SMS", *sent.NbSMS)
	}
	if sent.Cost != nil {
		text += ", " + sent.Cost.Text('f', -1)
		if sent.Currency != nil {
			text += " " + *sent.Currency
		}
	}
	return text
}

// expected are the numbers that the vendor accepted.
func expected(r sms.SendRequest, sent *sms.Sent) []string {
	numbers := slices.Clone(r.Numbers)
	for i, to := range r.Texts {
		if i >= len(sent.Items) || sent.Items[i].Success {
			numbers = append(numbers, to.Number)
		}
	}
	return numbers
}

func (v values) awaited() (types.Object, bool) {
	object, ok := v[waitName].(types.Object)
	return object, ok && !object.IsNull()
}

// unawaited is the error of a wait for a message whose id is not known.
func (a *sendAction) unawaited(v values, tag string) diag.Diagnostics {
	if _, waits := v.awaited(); !waits {
		return nil
	}
	return diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root(waitName), "Unable to confirm delivery of "+a.kind.object, fmt.Sprintf(
		"It went out, but its message id is not known, so its delivery can't be waited for.\n\n"+
			"Read its status with the data source smspartner_tag_status and the tag %q. Invoking the action again sends it again.", tag))}
}

// await waits for the recipients of a message, if the configuration says so.
func (a *sendAction) await(
	ctx context.Context, client *sms.Client, v values, numbers []string, id string, progress func(string, ...any),
) diag.Diagnostics {
	object, waits := v.awaited()
	if !waits {
		return nil
	}
	var model wait.Model
	if diags := object.As(ctx, &model, basetypes.ObjectAsOptions{}); diags.HasError() {
		return diags
	}
	summary := "Unable to confirm delivery of message " + id
	explain := func(err error) diag.Diagnostic {
		// Not what to do about it: that is to run again, which would send again.
		return diag.NewErrorDiagnostic(summary, diagnostic.Happened(err, diagnostic.Faults{}))
	}
	last := ""
	question := delivery.Ask(summary, "the recipients of message "+id, explain, func(ctx context.Context) ([]delivery.Delivery, error) {
		items, err := client.BulkStatus(ctx, id)
		failed, ok := errors.AsType[*partner.Error](err)
		if unlisted := ok && failed.IsNotFound(); err != nil && !unlisted { // accepted, so it will be
			return nil, err
		}
		list := delivery.Complete(delivery.Recipients(items), numbers)
		if now := delivery.Summary(list); now != last {
			last = now
			progress("Message %s: %s.", id, now)
		}
		return list, nil
	})
	question.Longer = "To wait longer, raise timeout."
	_, diags := question.Ask(ctx, &model)
	return afterSend(diags, id)
}

// afterSend adds to each error that the message is out: who only reads that a
// wait failed would invoke the action again.
func afterSend(diags diag.Diagnostics, id string) diag.Diagnostics {
	for i, d := range diags {
		if d.Severity() != diag.SeverityError {
			continue
		}
		diags[i] = diag.NewAttributeErrorDiagnostic(path.Root(waitName), d.Summary(), d.Detail()+fmt.Sprintf(
			"\n\nMessage %s is sent: invoking the action again sends it again. Its status can be read with the data source smspartner_bulk_status.", id))
	}
	return diags
}
