package sms

import (
	"context"
	"fmt"
	"math/big"
	"net/http"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var hlrNotify = partner.Operation{
	Name:   "hlr/notify",
	Method: http.MethodPost,
	Path:   "/hlr/notify",
	Class:  partner.Write,
	Data:   "campaign_id",
	Codes: map[string]partner.Meaning{
		"1": partner.MeaningKeyMissing,
		"2": partner.MeaningRefused,
		// Numbers without commas: 3 on the page of the call, 19 on the general page.
		"3":  partner.MeaningRefused,
		"19": partner.MeaningRefused,
		"11": partner.MeaningRefused,
		"13": partner.MeaningRefused,
		"14": partner.MeaningRefused,
		"50": partner.MeaningRefused,
		"55": partner.MeaningNothingLeft,
	},
	Rate: &partner.Rate{Count: 360, Per: time.Minute},
}

// VerifyRequest says which numbers to verify, in E.164 form, and where to. An empty Tag is
// not sent.
type VerifyRequest struct {
	Numbers   []string
	NotifyURL string
	Tag       string
}

// Verification is a verification that the vendor accepted. What it did not say is nil.
type Verification struct {
	CampaignID string
	// Number is how many numbers are verified.
	Number   *int64
	Cost     *big.Float
	Currency *string
	// Unread says which values, all but the id, could not be read, and why.
	Unread []string
}

// Verify has the networks asked about at most MaxPerRequest numbers, and costs money. The
// results go to NotifyURL, and no call returns them. The vendor allows 360 requests a
// minute.
//
// SMS Partner documentation: "Envoyer une vérification" / "Send a verification".
func (c *Client) Verify(ctx context.Context, r VerifyRequest) (*Verification, error) {
	params := partner.Params{"phoneNumbers": strings.Join(r.Numbers, ","), "notifyUrl": r.NotifyURL}
	if r.Tag != "" {
		params["tag"] = r.Tag
	}
	return partner.Do(ctx, c.partner, &hlrNotify, params, func(o *partner.Object) *Verification {
		id := value(only(o, []string{"campaignid"}, partner.SameText))
		if !partner.IsID(id) {
			o.Reject(fmt.Sprintf("its %s is %q, which is not an id", hlrNotify.Data, id))
		}
		verification := &Verification{
			CampaignID: id,
			Number:     o.Int("number"),
			Cost:       o.Decimal("cost"),
			Currency:   o.Text("currency"),
		}
		verification.Unread = o.Unread()
		return verification
	})
}
