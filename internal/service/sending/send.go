package sending

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-log/tflog"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// sendOnce sends at most once, and makes a tag if r has none. Without an error the message
// went out; the answer is nil if it was unclear. sendOnce calls tell with the tag before
// the request leaves.
func (k kind) sendOnce(
	ctx context.Context, client *sms.Client, r *sms.SendRequest, tell func(tag string),
) (*sms.Sent, diag.Diagnostics) {
	sought := newSought(r)
	if r.Tag == "" {
		r.Tag = newTag()
	}
	// After a killed run, only this line can lead to the send.
	tflog.Info(ctx, "Sending", map[string]any{"object": k.object, "tag": r.Tag})
	tell(r.Tag)
	sent, outcome, diags := once.Run(ctx, k.write(*r), func(ctx context.Context) (*sms.Sent, error) {
		return client.Send(ctx, *r)
	}, func(ctx context.Context, lost *partner.Error) (once.Trace[*sms.Sent], error) {
		missing, err := search(ctx, client, r.Tag, sought)
		if len(missing) < len(sought.numbers) {
			return found(r, missing, sms.AnsweredID(lost)), nil
		}
		return notFound(r, sms.AnsweredID(lost)), err
	})
	if outcome == once.Accepted {
		diags.Append(k.remarks(*r, sent)...)
	}
	return sent, diags
}

// write describes a send for diagnostics.
func (k kind) write(r sms.SendRequest) once.Write {
	return once.Write{Verb: once.Send, Object: k.object, Faults: k.faults(r)}
}

// unable is the summary of the errors before a send.
func (k kind) unable() string { return once.Write{Verb: once.Send, Object: k.object}.Summary() }

// found is the trace of a send found by its tag, without the missing numbers. answered is
// the message id of a failed answer; empty if it has none.
func found(r *sms.SendRequest, missing []string, answered string) once.Trace[*sms.Sent] {
	saw, then := fmt.Sprintf("SMS Partner knows a message with its tag %q.", r.Tag), "You need do nothing: it is not sent again."
	if len(missing) > 0 {
		all := len(r.Recipients())
		saw = fmt.Sprintf("SMS Partner lists %d of %d recipients with its tag %q, but not %s.",
			all-len(missing), all, r.Tag, diagnostic.Few(missing, ", "))
		then = "It is not sent again. The missing recipients may be listed later, or were refused: " +
			"look for the tag in the dashboard before you send to them again."
	}
	id := "The message id is not known."
	if answered != "" {
		id = fmt.Sprintf("The answer names the message id %s but reports no success, so the id is not kept.", answered)
	}
	return once.Trace[*sms.Sent]{
		Found: true, Saw: saw,
		Then: id + " " + then + " Its status can be read with smspartner_tag_status.",
	}
}

// notFound is the trace of a send when the vendor lists none of its recipients.
func notFound(r *sms.SendRequest, answered string) once.Trace[*sms.Sent] {
	look := fmt.Sprintf("Look for the tag %q in the dashboard, or with smspartner_tag_status,", r.Tag)
	if answered != "" {
		look = fmt.Sprintf("The answer names the message id %s. Look for it, or for the tag %q, in the dashboard, "+
			"or with smspartner_bulk_status or smspartner_tag_status,", answered, r.Tag)
	}
	return once.Trace[*sms.Sent]{
		Saw:  fmt.Sprintf("SMS Partner was searched for %s and knows no message with its tag %q.", wait.ListedTimeout, r.Tag) + unfindable(r),
		Look: look,
	}
}

// unfindable explains why finding nothing proves little for some sends.
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

func (k kind) faults(r sms.SendRequest) diagnostic.Faults {
	numbers := path.Root(argPhoneNumbers.Name)
	text := textAt(r)
	switch {
	case k.send == sms.Bulk:
		numbers, text = path.Root(argMessages.Name), path.Root(argMessages.Name)
	case k.has(argTo):
		numbers = path.Root(argTo.Name)
	}
	faults := sendFaults(numbers, text)
	faults.Parameters = map[string]path.Path{
		"phoneNumbers": numbers, "phoneNumber": numbers, "to": numbers, "message": text,
		"from": path.Root(argFrom.Name), "sender": path.Root(argSender.Name), "tag": path.Root(argTag.Name),
		"scheduledDeliveryDate": path.Root(argSchedule.Name), "time": path.Root(argSchedule.Name), "minute": path.Root(argSchedule.Name),
		"urlResponse": path.Root(argURLResponse.Name), "urlDlr": path.Root(argURLDlr.Name), "gamme": path.Root(argGamme.Name),
		"isStopSms": path.Root(argIsStopSMS.Name), "isUnicode": path.Root(argIsUnicode.Name), "sondageIdent": path.Root(argSondageIdent.Name),
	}
	return faults
}
