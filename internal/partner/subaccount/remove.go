package subaccount

import (
	"context"
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// removals are the forms in which the documentation prints the call: that of all samples,
// then that of the current heading.
var removals = []partner.Operation{removal("/subaccount/remove"), removal("/subaccount/delete")}

func removal(path string) partner.Operation {
	return partner.Operation{
		Name:   "subaccount/remove",
		Method: http.MethodDelete,
		Path:   path,
		Class:  partner.Write,
		Secret: true, // an answer may repeat the token
		Codes:  map[string]partner.Meaning{"1": partner.MeaningRefused, "404": partner.MeaningNotFound},
	}
}

// Remove deletes a sub-account; one that the vendor does not know is gone. It tries the
// other documented form of the call where there is no such call. The vendor may list the
// sub-account for a time after a success: see [Client.IsRemoved].
//
// SMS Partner documentation: "Supprimer un sous-compte" / "Delete a sub-account". Mail
// Partner has no such call.
func (c *Client) Remove(ctx context.Context, token string) error {
	var noCall error
	first := int(c.removal.Load())
	for i := range removals {
		form := (first + i) % len(removals)
		params := partner.Params{"token": token}
		_, err := partner.Do(ctx, c.partner, &removals[form], params, func(o *partner.Object) struct{} {
			o.RejectWords()
			return struct{}{}
		})
		switch {
		case err == nil || partner.IsNotFound(err):
			c.removal.Store(int32(form)) //nolint:gosec // there are two
			c.removed.Store(token, true)
			return nil
		case partner.IsNoCall(err):
			noCall = err
		default:
			return err
		}
	}
	return noCall
}

// IsRemoved reports whether this run has deleted the sub-account.
func (c *Client) IsRemoved(token string) bool {
	_, removed := c.removed.Load(token)
	return removed
}
