package mail

import (
	"context"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// CancelMessage is [partner.CancelMessage].
//
// Mail Partner documentation: "Annuler l'envoi d'un mail" / "Cancel a mail".
func (c *Client) CancelMessage(ctx context.Context, messageID string) (string, error) {
	return partner.CancelMessage(ctx, c.partner, messageID)
}
