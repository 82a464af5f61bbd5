package voice

import (
	"context"
	"fmt"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
)

var cancelFaults = diagnostic.Faults{
	ByCode: map[string]diagnostic.Fault{
		"10": {
			Attribute: path.Root(resultCampaignID), What: "Voice Partner does not authorise this cancelling.",
			Do: "Check that the API key is right, and that it belongs to the account that sent the campaign.",
		},
		"400": {
			Attribute: path.Root(resultCampaignID), What: "Voice Partner refuses to cancel the campaign, and its documentation does not say when it does.",
			Do: "The calls may have been made, or be due too soon. The dashboard shows the campaign.",
		},
		"404": {
			Attribute: path.Root(resultCampaignID), What: "Voice Partner knows no campaign with this id that can be cancelled.",
			Do: "The calls may have been made, or the campaign be cancelled already. Check that campaign_id is the one that sending returned, and that the API key belongs to the account that sent the campaign.",
		},
	},
	Parameters: map[string]path.Path{"campaignId": path.Root(resultCampaignID)},
}

// forget cancels a scheduled campaign whose resource is destroyed. Before the calls are due,
// the resource goes only if they are cancelled or the vendor knows no such campaign: another
// destroy can try again. Afterwards it goes in any case.
func forget(ctx context.Context, client *voice.Client, id string, due time.Time) diag.Diagnostics {
	cancelled, err := client.Cancel(ctx, id)
	over := !due.After(time.Now())
	switch gone := voice.IsNoCampaign(err); {
	case err == nil && isBack(cancelled), over && gone:
		return nil
	case err == nil:
		return diag.Diagnostics{diag.NewWarningDiagnostic("No credit for cancelled campaign "+id, fmt.Sprintf(
			"Voice Partner answered that campaign %s is cancelled, but names no credit that it gives back. The resource is forgotten.\n\n"+
				"Look in the dashboard whether the campaign is cancelled: it was due on %s.", id, due.Format(time.RFC3339)))}
	case gone:
		return uncancelled(id, err, fmt.Sprintf("The resource is forgotten. If the campaign was not cancelled before and belongs to another account than the API key, "+
			"the calls will still be made, on %s: cancel it in the dashboard of that account.", due.Format(time.RFC3339)))
	case over:
		return uncancelled(id, err, fmt.Sprintf("It was due on %s by this machine's clock, so the calls were most likely made. The resource is forgotten. "+
			"The dashboard shows whether the campaign is still scheduled, and can cancel it.", due.Format(time.RFC3339)))
	default:
		return diag.Diagnostics{diagnostic.Prefixed(fmt.Sprintf("The calls are still scheduled for %s. ", due.Format(time.RFC3339)),
			diagnostic.FromError(unableToCancel(id), err, cancelFaults))}
	}
}

// isBack reports whether credit came back: each campaign has cost some.
func isBack(c *voice.Cancelled) bool { return c.AssignedCredit != nil && c.AssignedCredit.Sign() > 0 }

func unableToCancel(id string) string { return "Unable to cancel campaign " + id }

// uncancelled warns of calls that may still be made. then says what follows.
func uncancelled(id string, err error, then string) diag.Diagnostics {
	return diag.Diagnostics{diag.NewWarningDiagnostic(unableToCancel(id), diagnostic.Happened(err, cancelFaults)+"\n\n"+then)}
}
