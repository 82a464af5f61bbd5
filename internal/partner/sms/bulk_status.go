package sms

import (
	"context"
	"fmt"
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

var bulkStatus = partner.Operation{
	Name:     "bulk-status",
	Method:   http.MethodGet,
	Path:     "/bulk-status",
	Class:    partner.Read,
	Data:     statusList,
	DataKind: partner.List,
	Codes:    statusCodes,
}

// BulkStatus asks for the status of every recipient of a message.
//
// SMS Partner documentation: "Statut par message" / "Status by message".
func (c *Client) BulkStatus(ctx context.Context, messageID string) (*StatusList, error) {
	return partner.Do(ctx, c.partner, &bulkStatus, partner.Params{"messageId": messageID}, func(o *partner.Object) *StatusList {
		page := decodeStatusPage(o, func(o *partner.Object) { about(o, "message", idNames, messageID, partner.SameText) })
		page.startsOver()
		page.checkWhole()
		if number := twice(page.Items); number != "" && page.Doubt == "" {
			page.Doubt = fmt.Sprintf("it lists %s twice", number)
		}
		return &page.StatusList
	})
}

// twice returns a number that a list holds more than once. A message goes to each number
// once, so a repeated row may replace another recipient's.
func twice(items []StatusItem) string {
	numbers := make([]string, len(items))
	for i, item := range items {
		numbers[i] = value(item.PhoneNumber)
	}
	return phone.Twice(numbers)
}
