package stops

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var removalFaults = diagnostic.Faults{ByCode: map[string]diagnostic.Fault{
	"2": {Missing: "id of the entry"}, // the pages speak of a phone number and of a mail, which the calls do not take
	"3": {Missing: "id of the entry"},
}}

// remove takes an entry off the list, at most once, and reads in the list that it is gone:
// the vendor's answer has nothing that proves it.
func (l stopList) remove(ctx context.Context, m managed) diag.Diagnostics {
	unable, vendor := l.unableTo("remove"), l.product.Name
	failed := func(format string, args ...any) diag.Diagnostics {
		return diag.Diagnostics{diag.NewErrorDiagnostic(unable, fmt.Sprintf(format, args...))}
	}
	if !m.listed {
		list, err := l.calls.list(ctx)
		if err != nil {
			return diag.Diagnostics{diagnostic.FromError(unable, err, diagnostic.Faults{})}
		}
		e, there := l.find(m, list)
		if other, taken := withID(list, m.id); !there && taken {
			return failed("Nothing was removed. %s never listed %s, and lists the id %s, which it gave for the %s, as that of %s.\n\n"+
				"Look for %[2]s in the dashboard, then remove the resource from the state with terraform state rm.", vendor, m.recipient, m.id, l.words.recipient, *other.recipient)
		}
		if there {
			m.id, m.listed = e.id, true
		}
	}
	err := l.calls.remove(ctx, m.id)
	switch {
	case partner.IsNotFound(err):
		return nil // it was gone before
	case err != nil && !partner.OutcomeUnknown(err):
		return diag.Diagnostics{diagnostic.FromError(unable, err, removalFaults)}
	}
	gone, listErr := wait.Listed(context.WithoutCancel(ctx), func(ctx context.Context) (bool, error) {
		list, err := l.calls.list(ctx)
		_, there := l.find(m, list)
		return err == nil && !there, err
	})
	switch {
	case gone:
		return nil
	case err != nil:
		return diag.Diagnostics{diagnostic.FromError(unable, err, removalFaults)}
	case listErr != nil:
		return failed("%s answered that it removed the entry %s, but the %s can't be read to see it. %s\n\n"+
			"Run again: an entry that is gone is no error.", vendor, m.id, l.words.list, diagnostic.Happened(listErr, diagnostic.Faults{}))
	default:
		return failed("%s answered that it removed the entry %s, but still lists it after %s.\n\n"+
			"Run again later. If the entry stays, remove the %s in the dashboard.", vendor, m.id, wait.ListedTimeout, l.words.recipient)
	}
}
