package sending

import (
	"context"
	"fmt"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/cancel"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// scheduled is what SMS Partner cancels.
var scheduled = cancel.Scheduled{Product: product.SMS.Name, Noun: "message"}

func newCancelMessageAction() action.Action {
	return &cancel.Action{
		Of: scheduled, Name: "cancel_message",
		IDRule: validate.String("the whole number that sending returned", validate.MessageID),
		Client: func(d *framework.ProviderData, summary string) (cancel.Call, diag.Diagnostics) {
			client, diags := d.SMS(summary)
			if client == nil {
				return nil, diags
			}
			return client.CancelMessage, diags
		},
	}
}

// due returns when a scheduled send leaves; the zero time for any other.
func (v values) due() time.Time {
	moment, err := schedule.Parse(v.Text(argSchedule))
	if err != nil {
		return time.Time{}
	}
	return moment
}

// cancel cancels a scheduled send whose resource is destroyed.
func (r *sendResource) cancel(ctx context.Context, id string, due time.Time, dryRun bool) diag.Diagnostics {
	client, diags := r.SMS("Unable to cancel " + r.kind.object)
	if diags.HasError() {
		return diags
	}
	forget := scheduled.Forget
	if dryRun {
		forget = scheduled.ForgetDryRun
	}
	return append(diags, forget(ctx, client.CancelMessage, id, due)...)
}

// beyondRecall warns of a scheduled send that is known, without asking the vendor, to be
// beyond cancelling. then says what follows.
func (k kind) beyondRecall(v values, then string) diag.Diagnostics {
	switch {
	case time.Until(v.due()) <= 0, v.isSet(argSandbox): // nothing will be sent
		return nil
	case k.sendOnly:
		return diag.Diagnostics{diag.NewWarningDiagnostic("Unable to cancel "+k.object, fmt.Sprintf(
			"It is scheduled for %s, and SMS Partner documents no call that cancels an RCS. %s\n\n"+
				"To stop it, look for message %s in the dashboard, or ask the vendor's support.", v.Text(argSchedule), then, attribute.TextOf(v.Values[resultMessageID])))}
	case attribute.TextOf(v.Values[resultMessageID]) == "":
		return diag.Diagnostics{diag.NewWarningDiagnostic("Unable to cancel "+k.object, fmt.Sprintf(
			"It is scheduled for %s, but its message id is not known, since the send got no clear answer. %s\n\n"+
				"Look for the tag %q in the dashboard to cancel it there.", v.Text(argSchedule), then, v.Text(argTag)))}
	default:
		return scheduled.TooLate(k.object, v.due(), v.Text(argSchedule), then)
	}
}
