package sms

import (
	"context"
	"math/big"
	"net/http"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

var messageStatus = partner.Operation{
	Name:   "message-status",
	Method: http.MethodGet,
	Path:   "/message-status",
	Class:  partner.Read,
	Data:   "statut",
	Codes:  statusCodes,
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
	// Unread says which values beside Statut could not be read, and why.
	Unread []string
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
		about(o, "message", idNames, messageID, partner.SameText)
		about(o, "number", numberNames, phoneNumber, phone.Same)
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
	status.Statut = value(only(o, statusNames, strings.EqualFold))
	status.Unread = o.Unread()
	return status
}

func value(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
