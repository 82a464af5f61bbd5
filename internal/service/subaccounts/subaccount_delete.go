package subaccounts

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
)

const unableToDelete = "Unable to delete sub-account"

// deleteFaults explains refusals. The vendor's own code 404 is a success.
var deleteFaults = diagnostic.Faults{ByCode: map[string]diagnostic.Fault{"1": {Missing: "token"}}}

// remove deletes a sub-account. The vendor's answer decides, since a deleted sub-account may
// stay on the list for a time. A lost answer is settled by the list, if it can be.
func (k kind) remove(ctx context.Context, client *subaccount.Client, token, email string) diag.Diagnostics {
	err := client.Remove(ctx, token)
	if err == nil {
		return nil
	}
	if !partner.OutcomeUnknown(err) {
		return diag.Diagnostics{diagnostic.FromError(unableToDelete, err, deleteFaults)}
	}
	gone, listErr := wait.Listed(context.WithoutCancel(ctx), func(ctx context.Context) (bool, error) {
		_, there, err := client.Find(ctx, byToken(token))
		return err == nil && !there, err
	})
	if gone {
		return nil
	}
	saw := fmt.Sprintf("%s still lists it after %s, as it may for a time after a deletion too.", k.product.Name, wait.ListedTimeout)
	if listErr != nil {
		saw = "The list of sub-accounts can't be read either: " + diagnostic.Happened(listErr, diagnostic.Faults{})
	}
	return diag.Diagnostics{diag.NewErrorDiagnostic("Unable to tell whether the sub-account was deleted", fmt.Sprintf(
		"The deletion of %s got no clear answer, so it may have been carried out or not. %s\n\n%s\n\nApply again: that a sub-account is gone already is no error.",
		email, saw, diagnostic.Happened(err, deleteFaults)))}
}
