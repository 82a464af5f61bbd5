package stops

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

const unableToRemoveStop = "Unable to remove " + object

var removalFaults = diagnostic.Faults{ByCode: map[string]diagnostic.Fault{
	"2": {Missing: "id of the entry"}, // the page speaks of a phone number, which this call does not take
	"3": {Missing: "id of the entry"},
}}

// removeStop takes an entry off the list, at most once, and reads in the list that it is
// gone: the vendor's answer has nothing that proves it.
func removeStop(ctx context.Context, client *sms.Client, m managed) diag.Diagnostics {
	failed := func(format string, args ...any) diag.Diagnostics {
		return diag.Diagnostics{diag.NewErrorDiagnostic(unableToRemoveStop, fmt.Sprintf(format, args...))}
	}
	if !m.listed {
		list, err := client.StopNumbers(ctx)
		if err != nil {
			return diag.Diagnostics{diagnostic.FromError(unableToRemoveStop, err, diagnostic.Faults{})}
		}
		stop, there := m.in(list)
		if other, taken := withID(list, m.id); !there && taken {
			return failed("Nothing was removed. SMS Partner never listed %s, and lists the id %s, which it gave for the number, as that of %s.\n\n"+
				"Look for %[1]s in the dashboard, then remove the resource from the state with terraform state rm.", m.number, m.id, *other.PhoneNumber)
		}
		if there {
			m.id, m.listed = stop.ID, true
		}
	}
	err := client.DeleteStop(ctx, m.id)
	switch {
	case partner.IsNotFound(err):
		return nil // it was gone before
	case err != nil && !partner.OutcomeUnknown(err):
		return diag.Diagnostics{diagnostic.FromError(unableToRemoveStop, err, removalFaults)}
	}
	gone, listErr := wait.Listed(context.WithoutCancel(ctx), func(ctx context.Context) (bool, error) {
		list, err := client.StopNumbers(ctx)
		_, there := m.in(list)
		return err == nil && !there, err
	})
	switch {
	case gone:
		return nil
	case err != nil:
		return diag.Diagnostics{diagnostic.FromError(unableToRemoveStop, err, removalFaults)}
	case listErr != nil:
		return failed("SMS Partner answered that it removed the entry %s, but the STOP list can't be read to see it. %s\n\n"+
			"Run again: an entry that is gone is no error.", m.id, diagnostic.Happened(listErr, diagnostic.Faults{}))
	default:
		return failed("SMS Partner answered that it removed the entry %s, but still lists it after %s.\n\n"+
			"Run again later. If the entry stays, remove the number in the dashboard.", m.id, wait.ListedTimeout)
	}
}
