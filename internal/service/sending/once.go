package sending

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// The outcomes of a send that went out.
const (
	// outcomeAccepted: the vendor's answer says so.
	outcomeAccepted = "accepted"
	// outcomeUnconfirmed: the answer was lost, but the vendor knows recipients with
	// the send's own tag.
	outcomeUnconfirmed = "unconfirmed"
)

// lookupTime and lookupInterval bound the search for a send whose answer was
// lost.
const (
	lookupTime     = 10 * time.Second
	lookupInterval = 2 * time.Second
)

// sendOnce sends, at most once. Without an error the message went out; the answer
// is nil if it was lost. After an error that is not known either to have failed
// or to have gone out, the diagnostic says so.
func (k kind) sendOnce(ctx context.Context, client *sms.Client, r sms.SendRequest) (*sms.Sent, diag.Diagnostics) {
	var since time.Time
	if !madeHere(r.Tag) {
		// Others may have sent with the same tag: only what is new counts.
		since = time.Now().Add(-clockSkew)
	}
	sent, err := client.Send(ctx, r)
	if err == nil {
		return sent, k.refused(sent)
	}
	failed, ok := errors.AsType[*partner.Error](err)
	if !ok || !leftOpen(failed) {
		return nil, diag.Diagnostics{k.explain(err)}
	}
	// The search goes on after an interrupt: it is short, and without it nobody
	// would know what was paid for.
	found, searchErr := search(context.WithoutCancel(ctx), client, r.Tag, since)
	what := k.explain(err).Detail()
	if found > 0 {
		return nil, diag.Diagnostics{diag.NewWarningDiagnostic("Unconfirmed send of "+k.object, fmt.Sprintf(
			"The answer to the send was lost, but it went out: SMS Partner knows %d recipients of messages with its tag %q.\n\n%s\n\n"+
				"The message id is not known. Nothing is to be done: it is not sent again. Its status can be read with smspartner_tag_status.",
			found, r.Tag, what))}
	}
	searched := fmt.Sprintf("SMS Partner was asked for %s and knows no message with its tag %q.", lookupTime, r.Tag)
	if searchErr != nil {
		searched = fmt.Sprintf("Whether SMS Partner knows a message with its tag %q could not be found out: %s", r.Tag,
			diagnostic.FromError("", searchErr, diagnostic.Faults{}).Detail())
	}
	return nil, diag.Diagnostics{diag.NewErrorDiagnostic("Unable to tell whether the "+k.object+" was sent", fmt.Sprintf(
		"The answer to the send was lost, so it may have gone out or not. %s\n\n%s\n\n"+
			"Look for the tag %q in the dashboard, or with smspartner_tag_status, before you apply again: applying again sends again.",
		searched, what, r.Tag))}
}

// leftOpen reports whether a failed send may have gone out.
func leftOpen(e *partner.Error) bool {
	switch {
	case !e.Sent || e.IsRateLimited():
		return false
	case e.HTTPStatus >= 500 || e.Meaning() == partner.MeaningNotQueued:
		return true
	default:
		return e.Reason != partner.ReasonVendor && e.Reason != partner.ReasonRedirect && e.Reason != partner.ReasonStatus
	}
}

// clockSkew is how far this machine's clock may be ahead of the vendor's.
const clockSkew = time.Minute

// search asks for the recipients of a tag until there are some, whose status is
// not older than since.
func search(ctx context.Context, client *sms.Client, tag string, since time.Time) (int, error) {
	found, err := wait.Poll[[]delivery.Delivery]{
		Timeout:  lookupTime,
		Interval: lookupInterval,
		Read: func(ctx context.Context) ([]delivery.Delivery, error) {
			status, err := client.TagStatus(ctx, tag)
			if failed, ok := errors.AsType[*partner.Error](err); ok && failed.IsNotFound() {
				return nil, nil
			}
			if err != nil {
				return nil, err
			}
			return slices.DeleteFunc(delivery.Recipients(status.Items), func(d delivery.Delivery) bool {
				return !since.IsZero() && (d.Date == nil || d.Date.Before(since))
			}), nil
		},
		Outcome: func(list []delivery.Delivery) wait.Outcome {
			if len(list) > 0 {
				return wait.Success
			}
			return wait.Pending
		},
		State:     func([]delivery.Delivery) string { return "there was none" },
		Transient: partner.IsTransient,
	}.Until(ctx)
	if timeout, ok := errors.AsType[*wait.TimeoutError](err); ok {
		err = timeout.LastErr
	}
	return len(found), err
}

// refused warns of the numbers that were refused inside a batch that was
// accepted.
func (k kind) refused(sent *sms.Sent) diag.Diagnostics {
	var diags diag.Diagnostics
	for _, item := range sent.Items {
		if item.Success {
			continue
		}
		detail := fmt.Sprintf("SMS Partner accepted the batch (message %s), but not this number: nothing is sent to it.", sent.MessageID)
		if item.Code != nil || item.Message != nil {
			detail += fmt.Sprintf("\n\nThe answer: code %s, %q", orNone(item.Code), orNone(item.Message))
		}
		diags.AddWarning("Refused number "+orNone(item.PhoneNumber), detail)
	}
	return diags
}

func orNone(text *string) string {
	if text == nil {
		return "none"
	}
	return *text
}

func (k kind) explain(err error) diag.Diagnostic {
	return diagnostic.FromError("Unable to send "+k.object, err, k.faults())
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
	return diagnostic.Faults{ByMeaning: faultsAt(numbers, text), Parameters: map[string]path.Path{
		"phoneNumbers": numbers, "phoneNumber": numbers, "to": numbers, "message": text,
		"from": path.Root(argFrom.name), "sender": path.Root(argSender.name), "tag": path.Root(argTag.name),
		"scheduledDeliveryDate": path.Root(argSchedule.name), "time": path.Root(argSchedule.name), "minute": path.Root(argSchedule.name),
		"urlResponse": path.Root(argURLResponse.name), "urlDlr": path.Root(argURLDlr.name), "gamme": path.Root(argGamme.name),
		"isStopSms": path.Root(argIsStopSMS.name), "isUnicode": path.Root(argIsUnicode.name), "sondageIdent": path.Root(argSondageIdent.name),
	}}
}
