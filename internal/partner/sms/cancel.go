package sms

import (
	"context"
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// The meanings of a refusal to cancel.
const (
	// MeaningCancelled: the message was cancelled before.
	MeaningCancelled partner.Meaning = "cancelled"
	// MeaningTooLate: the message is due in less than 5 minutes.
	MeaningTooLate partner.Meaning = "too late"
	// MeaningSent: the message has left.
	MeaningSent partner.Meaning = "sent"
)

// messageCancel changes something, though it is a GET.
var messageCancel = partner.Operation{
	Name:   "message-cancel",
	Method: http.MethodGet,
	Path:   "/message-cancel",
	Class:  partner.Write,
	Codes: map[string]partner.Meaning{
		"1": partner.MeaningKeyMissing,
		"3": partner.MeaningRefused,
		"4": partner.MeaningNotFound,
		"5": MeaningCancelled,
		"6": MeaningTooLate,
		"7": MeaningSent,
	},
}

// CancelMessage cancels a scheduled message to all its recipients, which the
// vendor allows until five minutes before it is due. The answer is in the
// vendor's words.
//
// SMS Partner documentation: "Annuler l'envoi d'un SMS différé" / "Cancel
// scheduled SMS".
func (c *Client) CancelMessage(ctx context.Context, messageID string) (string, error) {
	params := partner.Params{"messageId": messageID}
	return partner.Do(ctx, c.partner, &messageCancel, params, func(o *partner.Object) string {
		if message := o.Text("message"); message != nil {
			return *message
		}
		return ""
	})
}
