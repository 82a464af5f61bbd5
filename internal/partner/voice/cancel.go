package voice

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// campaignCancel has no documented rate. Its code 10 is not that of a wrong key.
var campaignCancel = partner.Operation{
	Name: "campaign/cancel", Method: http.MethodDelete, Path: "/campaign/cancel/{apiKey}/{campaignId}", Class: partner.Write,
	Data: "assignedCredit", Proof: partner.ByEither,
	Codes: map[string]partner.Meaning{
		"10":  partner.MeaningRefused,
		"400": partner.MeaningRefused,
		"404": partner.MeaningNotFound,
	},
}

// Cancelled is the vendor's answer to a cancelling. What the vendor did not say is nil.
type Cancelled struct {
	// AssignedCredit is what the vendor gave back.
	AssignedCredit *big.Float
	Currency       *string
	// Unread says which of these values could not be read, and why.
	Unread []string
}

// Cancel cancels a scheduled campaign. The documentation does not say until when the vendor
// allows this.
//
// Voice Partner documentation: "Supprimer un envoi différé" / "Delete a deferred send".
func (c *Client) Cancel(ctx context.Context, campaignID string) (*Cancelled, error) {
	params := partner.Params{"campaignId": campaignID}
	return partner.Do(ctx, c.partner, &campaignCancel, params, func(o *partner.Object) *Cancelled {
		answered := o.Identifier(sameText, "campaignid")
		switch {
		case answered != nil && *answered != campaignID:
			o.Reject(fmt.Sprintf("it is about campaign %q, not %q", *answered, campaignID))
		case answered == nil && o.Text("assignedCredit") == nil: // such as a gateway's
			o.Reject("it reports success, but names neither the campaign nor the credit given back")
		}
		cancelled := &Cancelled{AssignedCredit: o.Decimal("assignedCredit"), Currency: o.Text("currency")}
		cancelled.Unread = o.Unread()
		return cancelled
	})
}

// IsNoCampaign reports whether Cancel failed because the vendor knows no such campaign to
// cancel. The documentation does not say whether its code 404 is in the body or is the HTTP
// status; a page of HTML with this status is not the vendor's.
func IsNoCampaign(err error) bool {
	failed, ok := errors.AsType[*partner.Error](err)
	return ok && (failed.IsNotFound() || failed.HTTPStatus == http.StatusNotFound && (failed.Success != nil && !*failed.Success || failed.Code != ""))
}
