package sending

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-log/tflog"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// The outcomes of a send that went out.
const (
	// outcomeAccepted: the vendor's answer says so.
	outcomeAccepted = "accepted"
	// outcomeUnconfirmed: the answer is not clear, but the vendor knows recipients of
	// the send by its tag.
	outcomeUnconfirmed = "unconfirmed"
)

// sendOnce sends, at most once, and makes a tag where r has none. Without an
// error the message went out; the answer is nil if it was not clear. After an error
// that is not known either to have failed or to have gone out, the diagnostic
// says so.
func (k kind) sendOnce(ctx context.Context, client *sms.Client, r *sms.SendRequest) (*sms.Sent, diag.Diagnostics) {
	return k.sendOnceTelling(ctx, client, r, func(string) {})
}

// sendOnceTelling is sendOnce for who wants to hear the tag before anything leaves.
func (k kind) sendOnceTelling(
	ctx context.Context, client *sms.Client, r *sms.SendRequest, tell func(tag string),
) (*sms.Sent, diag.Diagnostics) {
	sought := newSought(r)
	if r.Tag == "" {
		r.Tag = newTag()
	}
	// Of a run that is killed nothing else is left to find the send by.
	tflog.Info(ctx, "Sending", map[string]any{"object": k.object, "tag": r.Tag})
	tell(r.Tag)
	sent, err := client.Send(ctx, *r)
	if err == nil {
		return sent, k.remarks(*r, sent)
	}
	failed, ok := errors.AsType[*partner.Error](err)
	if !ok || !failed.OutcomeUnknown() {
		return nil, diag.Diagnostics{k.explain(err)}
	}
	// The search goes on after an interrupt: it is short, and without it nobody
	// would know what was paid for.
	missing, searchErr := search(context.WithoutCancel(ctx), client, r.Tag, sought)
	if len(missing) < len(sought.numbers) {
		return nil, diag.Diagnostics{k.unconfirmed(failed, r, missing)}
	}
	return nil, diag.Diagnostics{k.untraced(failed, r, searchErr)}
}

// unconfirmed is the warning of a send without a clear answer that was found by
// its tag, but for the missing numbers.
func (k kind) unconfirmed(failed *partner.Error, r *sms.SendRequest, missing []string) diag.Diagnostic {
	knows, then := fmt.Sprintf("SMS Partner knows a message with its tag %q.", r.Tag), "Nothing is to be done: it is not sent again."
	if len(missing) > 0 {
		all := len(r.Recipients())
		knows = fmt.Sprintf("SMS Partner lists %d of %d recipients with its tag %q, but not %s.",
			all-len(missing), all, r.Tag, named(missing, ", "))
		then = "It is not sent again. The recipients that are not listed may be so later, or have been refused: " +
			"look for the tag in the dashboard before you send to them again."
	}
	id := "The message id is not known."
	if answered := sms.AnsweredID(failed); answered != "" {
		id = fmt.Sprintf("The answer names the message id %s, but not as that of a success, so it is not kept.", answered)
	}
	return diag.NewWarningDiagnostic("Unconfirmed send of "+k.object, fmt.Sprintf(
		"The send got no clear answer, but it went out: %s\n\n%s\n\n%s %s Its status can be read with smspartner_tag_status.",
		knows, k.happened(failed), id, then))
}

// untraced is the error of a send without a clear answer that was not found.
func (k kind) untraced(failed *partner.Error, r *sms.SendRequest, searchErr error) diag.Diagnostic {
	searched := fmt.Sprintf("SMS Partner was asked for %s and knows no message with its tag %q.", lookup.timeout, r.Tag) + unfindable(r)
	if searchErr != nil {
		searched = fmt.Sprintf("Whether SMS Partner knows a message with its tag %q could not be found out: %s", r.Tag,
			diagnostic.Happened(searchErr, diagnostic.Faults{}))
	}
	look := fmt.Sprintf("Look for the tag %q in the dashboard, or with smspartner_tag_status,", r.Tag)
	if id := sms.AnsweredID(failed); id != "" {
		look = fmt.Sprintf("The answer names the message id %s. Look for it, or for the tag %q, in the dashboard, "+
			"or with smspartner_bulk_status or smspartner_tag_status,", id, r.Tag)
	}
	return diag.NewErrorDiagnostic("Unable to tell whether the "+k.object+" was sent", fmt.Sprintf(
		"The send got no clear answer, so it may have gone out or not. %s\n\n%s\n\n%s before you apply again: applying again sends again.",
		searched, k.happened(failed), look))
}

// unfindable adds where a search that finds nothing proves little.
func unfindable(r *sms.SendRequest) string {
	const undocumented = " But its documentation does not say whether %s can be found by its tag."
	switch {
	case r.Sandbox != nil && *r.Sandbox:
		return fmt.Sprintf(undocumented, "a sandbox message")
	case !r.Scheduled.IsZero():
		return fmt.Sprintf(undocumented, "a scheduled message that has not left yet")
	default:
		return ""
	}
}

// happened does not say what to do about it: that is to run again.
func (k kind) happened(failed *partner.Error) string {
	return diagnostic.Happened(failed, k.faults())
}

// explain is the error of a send that certainly did not go out.
func (k kind) explain(err error) diag.Diagnostic {
	d := diagnostic.FromError("Unable to send "+k.object, err, k.faults())
	detail := "Nothing was sent. " + d.Detail()
	if at, ok := d.(diag.DiagnosticWithPath); ok {
		return diag.NewAttributeErrorDiagnostic(at.Path(), d.Summary(), detail)
	}
	return diag.NewErrorDiagnostic(d.Summary(), detail)
}

func (k kind) faults() diagnostic.Faults {
	numbers := path.Root(argPhoneNumbers.name)
	text := path.Root(argMessage.name)
	switch {
	case k.send == sms.Bulk:
		numbers, text = path.Root(argMessages.name), path.Root(argMessages.name)
	case k.has(argTo):
		numbers = path.Root(argTo.name)
	}
	faults := sendFaults(numbers, text)
	faults.Parameters = map[string]path.Path{
		"phoneNumbers": numbers, "phoneNumber": numbers, "to": numbers, "message": text,
		"from": path.Root(argFrom.name), "sender": path.Root(argSender.name), "tag": path.Root(argTag.name),
		"scheduledDeliveryDate": path.Root(argSchedule.name), "time": path.Root(argSchedule.name), "minute": path.Root(argSchedule.name),
		"urlResponse": path.Root(argURLResponse.name), "urlDlr": path.Root(argURLDlr.name), "gamme": path.Root(argGamme.name),
		"isStopSms": path.Root(argIsStopSMS.name), "isUnicode": path.Root(argIsUnicode.name), "sondageIdent": path.Root(argSondageIdent.name),
	}
	return faults
}
