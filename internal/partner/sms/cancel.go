package sms

import (
	"context"
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// messageCancel changes something, though it is a GET.
var messageCancel = partner.Operation{
	Name:   "message-cancel",
	Method: http.MethodGet,
	Path:   "/message-cancel",
	Class:  partner.Write,
	Meanings: map[string]partner.Meaning{
		"3": partner.MeaningMessageIDMissing,
		"4": partner.MeaningNotFound,
		"5": partner.MeaningAlreadyCancelled,
		"6": partner.MeaningTooLate,
		"7": partner.MeaningAlreadySent,
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
