package mail

import (
	"context"
	"fmt"
	"math/big"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// codeNotFound is the code of a mail, or of a row of a list, that the vendor does not know.
const codeNotFound = "4"

// statusList is the vendor's name of the list, without the underscore that SMS Partner has.
const statusList = "StatutResponseList"

// bulkStatus is secret since each row has a token.
var bulkStatus = partner.Operation{
	Name:     "bulk-status",
	Method:   http.MethodGet,
	Path:     "/bulk-status",
	Class:    partner.Read,
	Secret:   true,
	Data:     statusList,
	DataKind: partner.List,
	Codes: map[string]partner.Meaning{
		"1":          partner.MeaningKeyMissing,
		"3":          partner.MeaningRefused,
		codeNotFound: partner.MeaningNotFound,
	},
}

// StatusItem is the status of a mail to one address. What the vendor did not say is nil.
type StatusItem struct {
	Email  *string
	Status *string
	Cost   *big.Float
	// StopMail says that the address is on the unsubscribe list.
	StopMail *bool
	// Date is in Paris time.
	Date *time.Time
	// Found is false where the vendor knows no such mail to this address.
	Found bool
}

// IsDelivered reports whether a status says that the mail was delivered. The vendor documents
// no other word.
func IsDelivered(status string) bool { return strings.EqualFold(status, "Delivered") }

// StatusList is a list of statuses.
type StatusList struct {
	Items []StatusItem
	// Doubt says, as a clause, why Items may not be all there are, or not what they seem;
	// empty if nothing speaks against them.
	Doubt string
	// Unread says which values beside the statuses could not be read, and why.
	Unread []string
}

// BulkStatus asks for the status of every recipient of a mail.
//
// Mail Partner documentation: "Statut par message" / "Status by message".
func (c *Client) BulkStatus(ctx context.Context, messageID string) (*StatusList, error) {
	return partner.Do(ctx, c.partner, &bulkStatus, partner.Params{"messageId": messageID}, func(o *partner.Object) *StatusList {
		aboutMail(o, messageID)
		list := &StatusList{}
		for _, row := range o.List(statusList) {
			aboutMail(row, messageID)
			list.Items = append(list.Items, decodeStatus(o, row))
		}
		for _, other := range o.Spellings("statutresponselist", "statusresponselist") {
			if other != statusList {
				o.Reject(fmt.Sprintf("it has a second list, %q", other))
			}
		}
		list.Doubt = doubt(o, list.Items)
		list.Unread = o.Unread()
		return list
	})
}

// aboutMail rejects an answer, or a row, about another mail: it must not count as proof of
// delivery.
func aboutMail(o *partner.Object, messageID string) {
	if answered := o.Identifier(partner.SameText, "messageid", "msgid"); answered != nil && *answered != messageID {
		o.Reject(fmt.Sprintf("it is not about message %s, but about message %q", messageID, *answered))
	}
}

func decodeStatus(o, row *partner.Object) StatusItem {
	item := StatusItem{
		Email:    row.Only(partner.SameEmail, "email", "mail", "to", "recipient"),
		Status:   row.Only(strings.EqualFold, "status", "statut", "state"),
		Cost:     row.Decimal("cost"),
		StopMail: row.Bool("stopMail"),
		Date:     row.Time("date"),
	}
	report := row.Report()
	switch {
	case report.Contradiction != "":
		o.Reject("its " + report.Contradiction)
	case report.Failed && report.Code != "" && !partner.SameCode(report.Code, codeNotFound):
		problem := partner.Problem{}
		if item.Status != nil {
			problem.Message = *item.Status
		}
		o.Refuse(report.Code, problem)
	}
	item.Found = !report.Failed
	return item
}

// doubt says why the list of a mail proves nothing. A mail goes to each address once, so a
// repeated row may stand in the place of another recipient's.
func doubt(o *partner.Object, items []StatusItem) string {
	total, doubt := o.Count("recipients")
	page, pages := o.Page(), o.Pages()
	seen := map[string]bool{}
	repeats := func(item StatusItem) bool {
		email := partner.FoldEmail(*item.Email)
		twice := seen[email]
		seen[email] = true
		return twice
	}
	isNameless := func(item StatusItem) bool { return item.Email == nil }
	switch {
	case doubt != "":
		return doubt
	case total != nil && *total != int64(len(items)):
		return fmt.Sprintf("it counts %d recipients, but lists %d", *total, len(items))
	case pages != nil && *pages > 1:
		return fmt.Sprintf("it is one of %d pages", *pages)
	case page != nil && *page != 1:
		return fmt.Sprintf("it starts with page %d", *page)
	case slices.ContainsFunc(items, isNameless):
		return "it lists a recipient without an address"
	}
	if i := slices.IndexFunc(items, repeats); i >= 0 {
		return fmt.Sprintf("it lists %s twice", *items[i].Email)
	}
	return ""
}
