package sms

import (
	"context"
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var bulkStatus = partner.Operation{
	Name:     "bulk-status",
	Method:   http.MethodGet,
	Path:     "/bulk-status",
	Class:    partner.Read,
	Data:     statusList,
	DataKind: partner.List,
	Meanings: map[string]partner.Meaning{
		"3": partner.MeaningMessageIDMissing,
		"4": partner.MeaningNotFound,
	},
}

// BulkStatus asks for the status of every recipient of a message.
//
// SMS Partner documentation: "Statut par message" / "Status by message".
func (c *Client) BulkStatus(ctx context.Context, messageID string) ([]StatusItem, error) {
	return partner.Do(ctx, c.partner, &bulkStatus, partner.Params{"messageId": messageID}, decodeStatusItems)
}
