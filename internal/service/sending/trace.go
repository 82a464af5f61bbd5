package sending

import (
	"context"
	"fmt"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// tracing looks for a send whose answer is lost.
type tracing func(ctx context.Context, lost *partner.Error) (once.Trace[*sms.Sent], error)

// byTag looks for a send by its tag.
func byTag(client *sms.Client, r *sms.SendRequest, sought sought) tracing {
	return func(ctx context.Context, lost *partner.Error) (once.Trace[*sms.Sent], error) {
		missing, err := search(ctx, client, r.Tag, sought)
		if len(missing) < len(sought.numbers) {
			return found(r, missing, sought.isProof(), sms.AnsweredID(lost)), nil
		}
		return notFound(r, sms.AnsweredID(lost)), err
	}
}

// found is the trace of a send found by its tag, without the missing numbers. isProof says
// that no other message has the tag. answered is the message id of a failed answer; empty if
// it has none.
func found(r *sms.SendRequest, missing []string, isProof bool, answered string) once.Trace[*sms.Sent] {
	saw, then := fmt.Sprintf("SMS Partner knows a message with its tag %q.", r.Tag), "You need do nothing: it is not sent again."
	if len(missing) > 0 {
		all := len(r.Recipients())
		saw = fmt.Sprintf("SMS Partner lists %d of %d recipients with its tag %q, but not %s.",
			all-len(missing), all, r.Tag, diagnostic.Few(missing, ", "))
		then = "It is not sent again. The missing recipients may be listed later, or were refused: " +
			"look for the tag in the dashboard before you send to them again."
	}
	if !isProof {
		saw += " The status is newer than the send."
		if len(missing) == 0 {
			then = "It is not sent again."
		}
		then += " If you sent another message with this tag to the same phones before, its status may be what is new: " +
			"then look in the dashboard whether both are there."
	}
	id := "The message id is not known."
	if answered != "" {
		id = fmt.Sprintf("The answer names the message id %s but reports no success, so the id is not kept.", answered)
	}
	return once.Trace[*sms.Sent]{
		Found: true, Likely: !isProof, Saw: saw,
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
	case isDryRun(*r):
		return fmt.Sprintf(undocumented, "a sandbox message")
	case !r.Scheduled.IsZero():
		return fmt.Sprintf(undocumented, "a scheduled message that has not left yet")
	default:
		return ""
	}
}

// untraced asks nobody: it says what is known of a send that no call finds, which began at a
// moment.
func untraced(r *sms.SendRequest, began time.Time) tracing {
	return func(_ context.Context, lost *partner.Error) (once.Trace[*sms.Sent], error) {
		form := func(moment time.Time) string { return moment.In(partner.Paris).Format(time.RFC3339) }
		named := ""
		if id := sms.AnsweredID(lost); id != "" {
			named = " with the message id " + id + ", which the answer names,"
		}
		due := ""
		if !r.Scheduled.IsZero() {
			due = " and scheduled for " + form(r.Scheduled)
		}
		return once.Trace[*sms.Sent]{
			Saw: "The provider can't find out which: an RCS has no tag, and SMS Partner documents no call that finds one.",
			Look: fmt.Sprintf("Look in the dashboard for an RCS%s to %s, sent on %s%s,",
				named, diagnostic.Few(r.Recipients(), ", "), form(began), due),
		}, nil
	}
}
