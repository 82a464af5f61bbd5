package sending

import (
	"context"
	"fmt"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

const (
	// cancelWindow is how long before a scheduled moment the vendor stops cancelling.
	cancelWindow = 5 * time.Minute
	// longOver is how long after its moment a message is out for certain. It is longer than
	// the vendor holds back marketing SMS at night, on Sundays and on public holidays, and
	// longer than two clocks differ.
	longOver = 7 * 24 * time.Hour
)

// due returns when a scheduled send leaves; the zero time for any other.
func (v values) due() time.Time {
	moment, err := schedule.Parse(v.Text(argSchedule))
	if err != nil {
		return time.Time{}
	}
	return moment
}

var cancelFaults = diagnostic.Faults{
	ByCode: map[string]diagnostic.Fault{
		"4": {
			Attribute: path.Root(resultMessageID), What: "SMS Partner knows no message with this id.",
			Do: "Check that message_id is the one that sending returned, and that the API key belongs to the account that sent it.",
		},
		"5": {
			Attribute: path.Root(resultMessageID), What: "The message is cancelled already.", Do: "Nothing is left to do.",
		},
		"6": {
			Attribute: path.Root(resultMessageID), What: "The message is due in less than 5 minutes: it can no longer be cancelled.", Do: "It will be sent.",
		},
		"7": {
			Attribute: path.Root(resultMessageID), What: "The message was sent already.", Do: "Nothing can call it back.",
		},
		"3": {Attribute: path.Root(resultMessageID), Missing: "message id"},
	},
	Parameters: map[string]path.Path{"messageId": path.Root(resultMessageID)},
}

// forget cancels a scheduled send whose resource is destroyed. The vendor decides, by its
// own clock, whether it is too late. A message that can no longer be cancelled gives a
// warning, and the resource goes. The resource stays, so that a second destroy tries again,
// only if the vendor gave no verdict before the message was due.
func forget(ctx context.Context, client *sms.Client, id string, due time.Time) diag.Diagnostics {
	_, err := client.CancelMessage(ctx, id)
	over := !due.After(time.Now())
	sent, late := partner.HasMeaning(err, sms.MeaningSent), partner.HasMeaning(err, sms.MeaningTooLate)
	switch {
	case err == nil, partner.HasMeaning(err, sms.MeaningCancelled), over && (partner.IsNotFound(err) || sent): // nothing is left to cancel
		return nil
	case partner.IsNotFound(err): // the key may be another account's
		return uncancelled(id, err, fmt.Sprintf("The resource is forgotten. If the message belongs to another account than the API key, "+
			"it will still be sent, on %s: cancel it in the dashboard of that account.", due.Format(time.RFC3339)))
	case sent, late:
		refusal := diagnostic.FromError(unableToCancel(id), err, cancelFaults)
		return diag.Diagnostics{diag.NewWarningDiagnostic(refusal.Summary(), refusal.Detail())}
	case over:
		return uncancelled(id, err, fmt.Sprintf("It was due on %s by this machine's clock, so it was most likely sent. The resource is forgotten. "+
			"The dashboard shows whether it is still scheduled, and can cancel it.", due.Format(time.RFC3339)))
	default:
		return diag.Diagnostics{diagnostic.FromError(unableToCancel(id), err, cancelFaults)}
	}
}

func unableToCancel(id string) string { return "Unable to cancel message " + id }

// uncancelled warns of a message that may still go out. then says what follows.
func uncancelled(id string, err error, then string) diag.Diagnostics {
	return diag.Diagnostics{diag.NewWarningDiagnostic(unableToCancel(id), diagnostic.Happened(err, cancelFaults)+"\n\n"+then)}
}

// beyondRecall warns of a scheduled send that is known, without asking the vendor, to be
// beyond cancelling. then says what follows.
func (k kind) beyondRecall(v values, then string) diag.Diagnostics {
	left := time.Until(v.due())
	switch {
	case left <= 0:
		return nil
	case k.sendOnly:
		return diag.Diagnostics{diag.NewWarningDiagnostic("Unable to cancel "+k.object, fmt.Sprintf(
			"It is scheduled for %s, and SMS Partner documents no call that cancels an RCS. %s\n\n"+
				"To stop it, look for message %s in the dashboard, or ask the vendor's support.", v.Text(argSchedule), then, attribute.TextOf(v.Values[resultMessageID])))}
	case attribute.TextOf(v.Values[resultMessageID]) == "":
		return diag.Diagnostics{diag.NewWarningDiagnostic("Unable to cancel "+k.object, fmt.Sprintf(
			"It is scheduled for %s, but its message id is not known, since the send got no clear answer. %s\n\n"+
				"Look for the tag %q in the dashboard to cancel it there.", v.Text(argSchedule), then, v.Text(argTag)))}
	case left < cancelWindow:
		return diag.Diagnostics{diag.NewWarningDiagnostic("Unable to cancel "+k.object, fmt.Sprintf(
			"It is scheduled for %s, in less than 5 minutes: SMS Partner no longer cancels it. %s", v.Text(argSchedule), then))}
	default:
		return nil
	}
}
