package sms

import (
	"context"
	"fmt"
	"math/big"
	"net/http"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var messageStatus = partner.Operation{
	Name:     "message-status",
	Method:   http.MethodGet,
	Path:     "/message-status",
	Class:    partner.Read,
	Data:     "statut",
	Meanings: statusMeanings,
	Layout: partner.Names("success", "code", "number", "messageId", "stopSms", "date",
		"statut", "cost", "countryCode", "currency"),
}

// MessageStatus is what the vendor knows of one message to one phone. What it
// did not say is nil.
type MessageStatus struct {
	Code *int64
	// Number is the recipient as the vendor writes it, national or
	// international.
	Number *string
	// Statut is the vendor's word, never empty; see [IsFinal] and
	// [IsDelivered].
	Statut  string
	StopSMS *bool
	// Date is in Paris time.
	Date        *time.Time
	Cost        *big.Float
	CountryCode *string
	Currency    *string
}

// MessageStatus asks once for the status of a message. phoneNumber is in E.164
// form, and format is the wire format, JSON when empty.
//
// SMS Partner documentation: "Statut unitaire" / "Single status".
func (c *Client) MessageStatus(ctx context.Context, messageID, phoneNumber string, format partner.Format) (*MessageStatus, error) {
	params := partner.Params{"messageId": messageID, "phoneNumber": phoneNumber}
	if format != "" {
		params["_format"] = format
	}
	return partner.Do(ctx, c.partner, &messageStatus, params, func(o *partner.Object) *MessageStatus {
		// A cache or a mix-up on the way must not vouch for a delivery.
		asked := Pair{messageID, phoneNumber}
		if id, number := o.Text("messageId"), o.Text("number"); !asked.mayBe(id, number) {
			o.Reject(fmt.Sprintf("it is not about %s, but about message %q to %q", asked, value(id), value(number)))
		}
		return decodeMessageStatus(o)
	})
}

func decodeMessageStatus(o *partner.Object) *MessageStatus {
	status := &MessageStatus{
		Code:        o.Int("code"),
		Number:      o.Text("number"),
		StopSMS:     o.Bool("stopSms"),
		Date:        o.Time("date"),
		Cost:        o.Decimal("cost"),
		CountryCode: o.Text("countryCode"),
		Currency:    o.Text("currency"),
	}
	if statut := o.Text("statut"); statut != nil {
		status.Statut = *statut
	}
	return status
}

func value(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
