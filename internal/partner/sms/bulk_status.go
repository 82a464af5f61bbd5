package sms

import (
	"context"
	"fmt"
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
	Meanings: statusMeanings,
}

// BulkStatus asks for the status of every recipient of a message.
//
// SMS Partner documentation: "Statut par message" / "Status by message".
func (c *Client) BulkStatus(ctx context.Context, messageID string) ([]StatusItem, error) {
	return partner.Do(ctx, c.partner, &bulkStatus, partner.Params{"messageId": messageID}, func(o *partner.Object) []StatusItem {
		if id := o.Text("message_id"); !sameID(id, messageID) {
			o.Reject(fmt.Sprintf("it is not about message %s, but about message %s", messageID, *id))
		}
		return decodeStatusItems(o)
	})
}
