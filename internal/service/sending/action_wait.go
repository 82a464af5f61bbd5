package sending

import (
	"context"
	"fmt"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-framework/types/basetypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// awaited returns the argument wait. there can be known before its content is.
func (v values) awaited() (object types.Object, there bool) {
	object, ok := v.Values[waitName].(types.Object)
	return object, ok && !object.IsNull()
}

// dueAfterWait is the error of a wait that ends before the SMS is due. It is nil without a
// wait or a schedule, and while either is unknown.
func (d *draft) dueAfterWait(ctx context.Context) diag.DiagnosticWithPath {
	object, waits := d.awaited()
	due := d.request.Scheduled
	if !waits || object.IsUnknown() || due.IsZero() {
		return nil
	}
	var model delivery.Wait
	if diags := object.As(ctx, &model, basetypes.ObjectAsOptions{}); diags.HasError() || model.Timeout.IsUnknown() {
		return nil
	}
	timeout, _ := model.Durations()
	if time.Until(due) > timeout {
		return validate.Invalid(path.Root(waitName).AtName("timeout"), fmt.Errorf(
			"the wait ends after %s, before the SMS is due on %s: "+
				"leave wait out and read the status later with a data source, or raise timeout",
			timeout, due.Format(time.RFC3339)))
	}
	return nil
}

// unawaited is the error of a wait for a message whose id is not known.
func (a *sendAction) unawaited(d *draft) diag.Diagnostics {
	if _, waits := d.awaited(); !waits {
		return nil
	}
	went, again := "went out", "sends it again"
	if isDryRun(d.request) {
		went, again = "was taken as a dry run", "sends and charges nothing"
	}
	return diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root(waitName), "Unable to confirm delivery of "+a.kind.object, fmt.Sprintf(
		"The message %s, but its id is not known, so the wait can't check the delivery.\n\n"+
			"Read its status with the data source smspartner_tag_status and the tag %q. Invoking the action again %s.", went, d.request.Tag, again))}
}

// await waits for the recipients of a message, if the configuration has a wait. numbers are
// those that the vendor took, refused the others. id is empty for a dry run without one.
func (a *sendAction) await(
	ctx context.Context, client *sms.Client, d *draft, numbers, refused []string, id string, progress func(string, ...any),
) diag.Diagnostics {
	object, waits := d.awaited()
	if !waits {
		return nil
	}
	var model delivery.Wait
	if diags := object.As(ctx, &model, basetypes.ObjectAsOptions{}); diags.HasError() {
		return diags
	}
	summary := "Unable to confirm delivery of message " + id
	if id == "" {
		summary = "Unable to confirm delivery of " + a.kind.object
	}
	explain := func(err error) diag.Diagnostic {
		// Leave out what to do: the advice is to run again, which would send again.
		return diag.NewErrorDiagnostic(summary, diagnostic.Happened(err, diagnostic.Faults{}))
	}
	if len(numbers) == 0 {
		return afterSend(diag.Diagnostics{diag.NewErrorDiagnostic(summary,
			"SMS Partner refused each of its numbers, so there is no delivery to wait for.")}, d.request, id)
	}
	if id == "" {
		return a.unasked(d, &model, len(refused), summary)
	}
	last := ""
	roll := delivery.NewRoll(numbers)
	about := delivery.Subject(summary, "the recipients of message "+id, explain)
	about.Longer = "To wait longer, raise timeout."
	_, diags := model.Ask(ctx, about, func(ctx context.Context) (delivery.List, error) {
		answer, err := client.BulkStatus(ctx, id)
		if partner.IsNotFound(err) { // the message was accepted, so it will be known later
			answer, err = &sms.StatusList{}, nil
		}
		if err != nil {
			return delivery.List{}, err
		}
		list := delivery.List{Deliveries: roll.Call(answer.Items), Doubt: answer.Doubt}
		for _, number := range refused {
			list.Deliveries = append(list.Deliveries, delivery.Refused(number))
		}
		if now := list.ByStatus(); now != last {
			last = now
			progress("Message %s: %s.", id, now)
		}
		return list, nil
	})
	return afterSend(diags, d.request, id)
}

// unasked ends the wait for a dry run without an id, whose status no call can read. A warning
// says so, since a wait that ends well otherwise tells of a delivery.
func (a *sendAction) unasked(d *draft, model *delivery.Wait, refused int, summary string) diag.Diagnostics {
	if refused > 0 && model.WantsDelivery() {
		return afterSend(diag.Diagnostics{diag.NewErrorDiagnostic(summary, fmt.Sprintf(
			"SMS Partner refused %d of its %d numbers, so not all can be delivered.", refused, len(d.request.Recipients())))}, d.request, "")
	}
	return diag.Diagnostics{diag.NewAttributeWarningDiagnostic(path.Root(waitName), "Nothing to wait for",
		"SMS Partner gave this dry run no message id, so there is no delivery to wait for.")}
}

// afterSend adds to each error that the message is out: a person who reads only that a wait
// failed would invoke the action again.
func afterSend(diags diag.Diagnostics, r sms.SendRequest, id string) diag.Diagnostics {
	const status = " Its status can be read with the data source smspartner_bulk_status."
	known := fmt.Sprintf("Message %s is sent: invoking the action again sends it again.", id) + status
	switch dry := "a dry run, which reaches nobody: invoking the action again sends and charges nothing."; {
	case id == "":
		known = "This is " + dry
	case isDryRun(r):
		known = fmt.Sprintf("Message %s is ", id) + dry + status
	}
	for i, d := range diags {
		if d.Severity() != diag.SeverityError {
			continue
		}
		diags[i] = diag.NewAttributeErrorDiagnostic(path.Root(waitName), d.Summary(), d.Detail()+
			"\n\n"+known)
	}
	return diags
}
