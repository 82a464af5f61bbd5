package sms

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
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

// statusCodes are those of the general page for fetching statuses, and of the pages of
// the calls. Those of the calls' own pages are among them.
var statusCodes = map[string]partner.Meaning{
	"1":          partner.MeaningKeyMissing,
	"2":          partner.MeaningRefused,
	"3":          partner.MeaningRefused,
	codeNotFound: partner.MeaningNotFound,
	"5":          partner.MeaningRefused,
	"6":          partner.MeaningMalformedRequest,
	"9":          partner.MeaningRefused,
	"50":         partner.MeaningRefused,
}

// codeNotFound is the one code that fails an item of a list without failing the
// list. An item can have it without saying so.
const codeNotFound = "4"

// statusList is the vendor's name of every list of statuses.
const statusList = "StatutResponse_List"

// StatusList is a list of statuses.
type StatusList struct {
	Items []StatusItem
	// Total is how many there are by the vendor's count; nil if it gave none.
	Total *int64
	// Doubt says, as a clause, why Items may not be all there are; empty if nothing
	// speaks against it.
	Doubt string
	// Unread says which values beside the statuses could not be read, and why.
	Unread []string
}

// statusPage is a list as one answer has it.
type statusPage struct {
	StatusList
	// number is that of the page, by the vendor's count; nil if it gave none.
	number *int64
}

// decodeStatusPage reads a list. check fails the call if the answer or an item is about
// something else than was asked for.
func decodeStatusPage(o *partner.Object, check func(*partner.Object)) statusPage {
	check(o)
	page := statusPage{StatusList: StatusList{Items: decodeStatusItems(o, check)}, number: o.Page()}
	page.Total, page.Doubt = o.Count("recipients")
	if pages := o.Pages(); page.Doubt == "" && page.Total == nil && pages != nil && *pages > 1 {
		page.Doubt = fmt.Sprintf("it is one of %d pages", *pages)
	}
	for _, other := range o.Spellings("statutresponselist", "statusresponselist") {
		if other != statusList {
			o.Reject(fmt.Sprintf("it has a second list, %q", other))
		}
	}
	page.Unread = o.Unread()
	return page
}

// startsOver doubts a list whose first answer is not page 1.
func (p *statusPage) startsOver() {
	if p.number != nil && *p.number != 1 && p.Doubt == "" {
		p.Doubt = fmt.Sprintf("it starts with page %d", *p.number)
	}
}

// checkWhole sets a doubt if a list that was read to its end is incomplete.
func (l *StatusList) checkWhole() {
	switch {
	case l.Doubt != "":
	case l.Total != nil && *l.Total != int64(len(l.Items)):
		l.Doubt = fmt.Sprintf("it counts %d recipients, but lists %d", *l.Total, len(l.Items))
	case slices.ContainsFunc(l.Items, func(item StatusItem) bool { return item.PhoneNumber == nil }):
		l.Doubt = "it lists a recipient without a number"
	}
}

func decodeStatusItems(o *partner.Object, check func(*partner.Object)) []StatusItem {
	list := o.List(statusList)
	items := make([]StatusItem, 0, len(list))
	for _, entry := range list {
		check(entry)
		item := StatusItem{
			MessageID:   only(entry, idNames, partner.SameText),
			PhoneNumber: only(entry, numberNames, phone.Same),
			Status:      only(entry, statusNames, strings.EqualFold),
			StopSMS:     entry.Bool("stopSms"),
			IsSpam:      entry.Bool("isSpam"),
			Date:        entry.Time("date"),
		}
		if item.StopSMS == nil {
			item.StopSMS = entry.Bool("stopSMS") // bulk-status spells it so
		}
		report := entry.Report()
		switch {
		case report.Contradiction != "":
			o.Reject("its " + report.Contradiction)
		case report.Failed && report.Code != "" && !partner.SameCode(report.Code, codeNotFound):
			o.Refuse(report.Code, partner.Problem{PhoneNumber: value(item.PhoneNumber), Message: value(item.Status)})
		}
		item.Found = !report.Failed
		items = append(items, item)
	}
	return items
}
