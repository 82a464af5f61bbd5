package sending

import (
	"context"
	"errors"
	"fmt"
	"net/http"
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

// lookup bounds the search for a send whose answer was lost. Tests shorten it.
var lookup = struct{ timeout, interval time.Duration }{10 * time.Second, 2 * time.Second}

// sendOnce sends, at most once, and makes a tag where r has none. Without an
// error the message went out; the answer is nil if it was lost. After an error
// that is not known either to have failed or to have gone out, the diagnostic
// says so.
func (k kind) sendOnce(ctx context.Context, client *sms.Client, r *sms.SendRequest) (*sms.Sent, diag.Diagnostics) {
	others := newOthers(r)
	if r.Tag == "" {
		r.Tag = newTag()
	}
	sent, err := client.Send(ctx, *r)
	if err == nil {
		return sent, k.refused(sent)
	}
	failed, ok := errors.AsType[*partner.Error](err)
	if !ok || !leftOpen(failed) {
		return nil, diag.Diagnostics{k.explain(err)}
	}
	// The search goes on after an interrupt: it is short, and without it nobody
	// would know what was paid for.
	found, searchErr := search(context.WithoutCancel(ctx), client, r.Tag, others)
	what := diagnostic.Happened(err, k.faults()) // not what to do about it: that is to run again
	if found > 0 {
		return nil, diag.Diagnostics{diag.NewWarningDiagnostic("Unconfirmed send of "+k.object, fmt.Sprintf(
			"The answer to the send was lost, but it went out: SMS Partner knows a message with its tag %q.\n\n%s\n\n"+
				"The message id is not known. Nothing is to be done: it is not sent again. Its status can be read with smspartner_tag_status.",
			r.Tag, what))}
	}
	searched := fmt.Sprintf("SMS Partner was asked for %s and knows no message with its tag %q.", lookup.timeout, r.Tag)
	if searchErr != nil {
		searched = fmt.Sprintf("Whether SMS Partner knows a message with its tag %q could not be found out: %s", r.Tag,
			diagnostic.Happened(searchErr, diagnostic.Faults{}))
	}
	return nil, diag.Diagnostics{diag.NewErrorDiagnostic("Unable to tell whether the "+k.object+" was sent", fmt.Sprintf(
		"The answer to the send was lost, so it may have gone out or not. %s\n\n%s\n\n"+
			"Look for the tag %q in the dashboard, or with smspartner_tag_status, before you apply again: applying again sends again.",
		searched, what, r.Tag))}
}

// leftOpen reports whether a failed send may have gone out. What is not a refusal
// beyond doubt leaves it open.
func leftOpen(e *partner.Error) bool {
	switch {
	case !e.Sent || e.IsRateLimited() || e.Reason == partner.ReasonRedirect:
		return false
	case e.Meaning() != partner.MeaningUnknown:
		return e.Meaning() == partner.MeaningNotQueued
	case e.HTTPStatus >= http.StatusInternalServerError || e.Success != nil && *e.Success:
		return true
	case e.HTTPStatus >= http.StatusBadRequest:
		return false
	default:
		return e.Reason != partner.ReasonVendor || e.Success == nil
	}
}

// others tells the recipients of older messages, where the tag is the user's own
// and so may be theirs, from those of a send that begins now.
type others struct {
	before  time.Time
	numbers []string
}

// clockSkew is how far this machine's clock may be ahead of the vendor's.
const clockSkew = time.Minute

func newOthers(r *sms.SendRequest) others {
	if r.Tag == "" {
		return others{}
	}
	o := others{before: time.Now().Add(-clockSkew), numbers: slices.Clone(r.Numbers)}
	for _, to := range r.Texts {
		o.numbers = append(o.numbers, to.Number)
	}
	return o
}

func (o others) has(d delivery.Delivery) bool {
	if o.before.IsZero() {
		return false
	}
	return d.Date == nil || d.Date.Before(o.before) || d.Number == nil ||
		!slices.ContainsFunc(o.numbers, func(number string) bool { return sms.SameNumber(*d.Number, number) })
}

// search asks for the recipients of a tag until there are some that are not
// others'.
func search(ctx context.Context, client *sms.Client, tag string, others others) (int, error) {
	found, err := wait.Poll[[]delivery.Delivery]{
		Timeout:  lookup.timeout,
		Interval: lookup.interval,
		Read: func(ctx context.Context) ([]delivery.Delivery, error) {
			status, err := client.TagStatus(ctx, tag)
			if failed, ok := errors.AsType[*partner.Error](err); ok && failed.IsNotFound() {
				return nil, nil
			}
			if status == nil {
				return nil, err
			}
			// Its first pages may show the send, though another one failed.
			found := slices.DeleteFunc(delivery.Recipients(status.Items), others.has)
			if len(found) > 0 {
				err = nil
			}
			return found, err
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
