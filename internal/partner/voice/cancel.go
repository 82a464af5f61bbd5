package voice

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"regexp"
	"strings"

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
		cancelled := &Cancelled{AssignedCredit: o.Decimal("assignedCredit"), Currency: o.Text("currency")}
		cancelled.Unread = o.Unread()
		answered, success, message := o.Identifier(partner.SameText, "campaignid"), o.Bool("success"), o.Text("message")
		switch {
		case answered != nil && *answered != campaignID:
			o.Reject(fmt.Sprintf("it is about campaign %q, not %q", *answered, campaignID))
		case answered == nil && cancelled.AssignedCredit == nil: // such as a gateway's
			o.Reject("it reports success, but names neither the campaign nor the credit given back")
		case message != nil && (success == nil || isWord.MatchString(*message)): // no documented success has one
			o.Reject("it does not only report success: it has a message")
		}
		return cancelled
	})
}

// isWord is the form of the codes that are words.
var isWord = regexp.MustCompile(`^[A-Z]+(?:_[A-Z]+)*$`)

// noCampaign ends a word that says that there is no campaign.
const noCampaign = "NOT_FOUND"

// IsNoCampaign reports whether Cancel failed because the vendor knows no such campaign to
// cancel. The documentation does not say whether its code 404 is in the body or is the HTTP
// status. With another code this status says something else, and an answer without the
// vendor's success and code, such as a page of HTML, is not the vendor's.
func IsNoCampaign(err error) bool {
	failed, ok := errors.AsType[*partner.Error](err)
	if !ok || failed.HTTPStatus != http.StatusNotFound {
		return ok && failed.IsNotFound()
	}
	refused := failed.Success != nil && !*failed.Success
	return failed.Code == "404" || strings.HasSuffix(failed.Code, noCampaign) || refused && failed.Code == ""
}
