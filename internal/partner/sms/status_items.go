package sms

import (
	"math/big"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// MaxPerRequest is the most numbers, or pairs, that one request may hold (code
// 50).
const MaxPerRequest = 500

// StatusItem is the status of one message to one phone in a list of statuses.
// What the vendor did not say is nil.
type StatusItem struct {
	// MessageID is nil in the lists of one message or tag.
	MessageID   *string
	PhoneNumber *string
	// Status is the vendor's word; for a pair that was not found it is a
	// sentence.
	Status  *string
	StopSMS *bool
	IsSpam  *bool
	// Date is in Paris time.
	Date *time.Time
	// Cost is documented for no list, but one client has met it.
	Cost *big.Float
	// Code is that of a failed item; it may be missing there too.
	Code *string
	// Found is false for an item that the vendor reports as failed.
	Found bool
}

// statusList is the vendor's name of every list of statuses.
const statusList = "StatutResponse_List"

func decodeStatusItems(o *partner.Object) []StatusItem {
	list := o.List(statusList)
	items := make([]StatusItem, 0, len(list))
	for _, entry := range list {
		item := StatusItem{
			MessageID:   entry.Text("messageId"),
			PhoneNumber: entry.Text("phoneNumber"),
			Status:      entry.Text("status"),
			StopSMS:     entry.Bool("stopSms"),
			IsSpam:      entry.Bool("isSpam"),
			Date:        entry.Time("date"),
			Cost:        entry.Decimal("cost"),
			Code:        entry.Text("code"),
			Found:       true,
		}
		if item.StopSMS == nil {
			item.StopSMS = entry.Bool("stopSMS") // bulk-status spells it so
		}
		if success := entry.Bool("success"); success != nil {
			item.Found = *success
		}
		items = append(items, item)
	}
	return items
}
