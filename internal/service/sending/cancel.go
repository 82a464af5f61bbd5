package sending

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

const (
	// cancelWindow is how long before a scheduled moment the vendor stops to cancel.
	cancelWindow = 5 * time.Minute
	// longOver is how long after its moment a message is out for certain: longer
	// than marketing SMS are held back at night, on Sundays and on public holidays,
	// and than the clocks of two machines differ.
	longOver = 7 * 24 * time.Hour
)

// due returns when a send in the state leaves: the zero time if it was not
// scheduled.
func (v values) due() time.Time {
	moment, err := schedule.Parse(v.text(argSchedule))
	if err != nil {
		return time.Time{}
	}
	return moment
}

var cancelFaults = diagnostic.Faults{
	ByMeaning: map[partner.Meaning]diagnostic.Fault{
		partner.MeaningNotFound: {
			Attribute: path.Root(resultMessageID), What: "SMS Partner knows no message with this id.",
			Do: "Check that message_id is the one that sending returned, and that the API key belongs to the account that sent it.",
		},
		partner.MeaningAlreadyCancelled: {
			Attribute: path.Root(resultMessageID), What: "The message is cancelled already.", Do: "Nothing is left to do.",
		},
		partner.MeaningTooLate: {
			Attribute: path.Root(resultMessageID), What: "The message is due in less than 5 minutes: it can no longer be cancelled.", Do: "It will be sent.",
		},
		partner.MeaningAlreadySent: {
			Attribute: path.Root(resultMessageID), What: "The message was sent already.", Do: "Nothing can call it back.",
		},
		partner.MeaningMessageIDMissing: {
			Attribute: path.Root(resultMessageID), What: "SMS Partner received no message id.",
			Do: "Check that message_id is the id that sending returned.",
		},
	},
	Parameters: map[string]path.Path{"messageId": path.Root(resultMessageID)},
}

// forget cancels a scheduled send whose resource is destroyed. Whether it is too
// late is the vendor's to say, by its own clock. What can't be cancelled any more
// is a warning: the resource goes all the same. It stays, so that a second destroy
// tries again, only where the vendor gave no verdict before the message was due.
func forget(ctx context.Context, client *sms.Client, id string, due time.Time) diag.Diagnostics {
	_, err := client.CancelMessage(ctx, id)
	if err == nil {
		return nil
	}
	over := !due.After(time.Now())
	refusal := diagnostic.FromError("Unable to cancel message "+id, err, cancelFaults)
	warning := diag.Diagnostics{diag.NewWarningDiagnostic(refusal.Summary(), refusal.Detail())}
	var meaning partner.Meaning
	if failed, ok := errors.AsType[*partner.Error](err); ok {
		meaning = failed.Meaning()
	}
	switch {
	case meaning == partner.MeaningAlreadyCancelled, meaning == partner.MeaningNotFound && over:
		return nil
	case meaning == partner.MeaningNotFound: // the key may be another account's
		return diag.Diagnostics{diag.NewWarningDiagnostic(refusal.Summary(), fmt.Sprintf(
			"%s\n\nThe resource is forgotten. If another account than that of the API key sent the message, it will still be sent, on %s: "+
				"cancel it in the dashboard of that account.",
			diagnostic.Happened(err, cancelFaults), due.Format(time.RFC3339)))}
	case meaning == partner.MeaningAlreadySent && over: // as it was to be
		return nil
	case meaning == partner.MeaningAlreadySent, meaning == partner.MeaningTooLate:
		return warning
	case over:
		return diag.Diagnostics{diag.NewWarningDiagnostic(refusal.Summary(), fmt.Sprintf(
			"%s\n\nIt was due on %s by this machine's clock, so most likely it was sent, and the resource is forgotten. "+
				"The dashboard shows whether it is still scheduled, and can cancel it.",
			diagnostic.Happened(err, cancelFaults), due.Format(time.RFC3339)))}
	default:
		return diag.Diagnostics{refusal}
	}
}

// beyondRecall warns of a scheduled send that can't be cancelled, where that is
// known without asking. then says what comes of it.
func (k kind) beyondRecall(v values, then string) diag.Diagnostics {
	left := time.Until(v.due())
	switch {
	case left <= 0:
		return nil
	case textOf(v[resultMessageID]) == "":
		return diag.Diagnostics{diag.NewWarningDiagnostic("Unable to cancel "+k.object, fmt.Sprintf(
			"It is scheduled for %s, but its message id is not known, since the send got no clear answer. %s\n\n"+
				"Look for the tag %q in the dashboard to cancel it there.", v.text(argSchedule), then, v.text(argTag)))}
	case left < cancelWindow:
		return diag.Diagnostics{diag.NewWarningDiagnostic("Unable to cancel "+k.object, fmt.Sprintf(
			"It is scheduled for %s, in less than 5 minutes: SMS Partner no longer cancels it. %s", v.text(argSchedule), then))}
	default:
		return nil
	}
}
