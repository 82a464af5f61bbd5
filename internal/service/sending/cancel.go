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

// cancelWindow is how long before a scheduled moment the vendor stops to cancel.
const cancelWindow = 5 * time.Minute

// dueIn returns how long it is until a send in the state leaves: 0 for one that
// has left or was never scheduled.
func dueIn(v values) time.Duration {
	moment, err := schedule.Parse(v.text(argSchedule))
	if err != nil {
		return 0
	}
	return max(0, time.Until(moment))
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

// forget cancels a scheduled send whose resource is destroyed. What can't be
// cancelled any more is a warning: the resource goes all the same. Only where the
// vendor gave no verdict does it stay, so that a second destroy tries again.
func (k kind) forget(ctx context.Context, client *sms.Client, v values) diag.Diagnostics {
	id := textOf(v[resultMessageID])
	switch {
	case dueIn(v) <= cancelWindow:
		return diag.Diagnostics{diag.NewWarningDiagnostic("Unable to cancel "+k.object, fmt.Sprintf(
			"It is scheduled for %s, in less than 5 minutes: SMS Partner no longer cancels it. It will be sent.", v.text(argSchedule)))}
	case id == "":
		return diag.Diagnostics{diag.NewWarningDiagnostic("Unable to cancel "+k.object, fmt.Sprintf(
			"It is scheduled for %s, but its message id is not known, since the answer to the send was lost. It will be sent.\n\n"+
				"Look for the tag %q in the dashboard to cancel it there.", v.text(argSchedule), v.text(argTag)))}
	}
	_, err := client.CancelMessage(ctx, id)
	if err == nil {
		return nil
	}
	refusal := diagnostic.FromError("Unable to cancel message "+id, err, cancelFaults)
	if failed, ok := errors.AsType[*partner.Error](err); ok {
		switch failed.Meaning() {
		case partner.MeaningNotFound, partner.MeaningAlreadyCancelled:
			return nil
		case partner.MeaningTooLate, partner.MeaningAlreadySent:
			return diag.Diagnostics{diag.NewWarningDiagnostic(refusal.Summary(), refusal.Detail())}
		}
	}
	return diag.Diagnostics{refusal}
}
