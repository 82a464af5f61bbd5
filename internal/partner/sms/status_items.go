package sms

import (
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
	// Found is false where the vendor knows no such message to such a phone.
	Found bool
}

// statusMeanings are the codes of the general page for fetching statuses. Those
// of each call are among them.
var statusMeanings = map[string]partner.Meaning{
	"2":          partner.MeaningNumberMissing,
	"3":          partner.MeaningMessageIDMissing,
	codeNotFound: partner.MeaningNotFound,
	"5":          partner.MeaningNumbersMissing,
	"6":          partner.MeaningMalformedRequest,
	"9":          partner.MeaningNotMobile,
	"50":         partner.MeaningTooMany,
}

// codeNotFound is the one code that fails an item of a list without failing the
// list. An item can have it without saying so.
const codeNotFound = "4"

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
			Found:       true,
		}
		if item.StopSMS == nil {
			item.StopSMS = entry.Bool("stopSMS") // bulk-status spells it so
		}
		if success := entry.Bool("success"); success != nil && !*success {
			item.Found = false
			if code := value(entry.Text("code")); code != "" && code != codeNotFound {
				o.Refuse(code, partner.Problem{PhoneNumber: value(item.PhoneNumber), Message: value(item.Status)})
			}
		}
		items = append(items, item)
	}
	return items
}
