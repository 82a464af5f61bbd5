package sms

import (
	"context"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// CancelMessage is [partner.CancelMessage].
//
// SMS Partner documentation: "Annuler l'envoi d'un SMS différé" / "Cancel
// scheduled SMS".
func (c *Client) CancelMessage(ctx context.Context, messageID string) (string, error) {
	return partner.CancelMessage(ctx, c.partner, messageID)
}
