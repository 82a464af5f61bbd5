package sms

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var multiStatus = partner.Operation{
	Name:     "multi-status",
	Method:   http.MethodPost,
	Path:     "/multi-status",
	Class:    partner.Read,
	Data:     statusList,
	DataKind: partner.List,
	Codes:    statusCodes,
}

// MultiStatus asks for the statuses of at most MaxPerRequest pairs. The items
// are in the order of the pairs, one for each.
//
// SMS Partner documentation: "Statut multiple" / "Multiple status".
func (c *Client) MultiStatus(ctx context.Context, pairs []Pair) (*StatusList, error) {
	type entry struct {
		PhoneNumber string `json:"phoneNumber"`
		MessageID   any    `json:"messageId"`
	}
	list := make([]entry, len(pairs))
	for i, pair := range pairs {
		list[i] = entry{pair.PhoneNumber, numericID(pair.MessageID)}
	}
	params := partner.Params{"SMSStatut_List": list}
	return partner.Do(ctx, c.partner, &multiStatus, params, func(o *partner.Object) *StatusList {
		page := decodeStatusPage(o, func(*partner.Object) {})
		if page.Total != nil && *page.Total != int64(len(page.Items)) || page.Doubt != "" {
			o.Reject("its list is not whole by its own count")
		}
		page.Items = align(o, pairs, page.Items)
		return &page.StatusList
	})
}

// align gives each pair its item, found by message and number. An item without one of them
// belongs to the only pair that fits. Its place proves nothing.
func align(o *partner.Object, pairs []Pair, items []StatusItem) []StatusItem {
	places := make(map[Pair]int, len(pairs))
	for i, pair := range pairs {
		places[pair] = i
	}
	aligned := make([]*StatusItem, len(pairs))
	for _, item := range items {
		place, known := places[Pair{value(item.MessageID), value(item.PhoneNumber)}]
		if !known {
			if place = onlyPlace(pairs, item); place < 0 {
				o.Reject(fmt.Sprintf("it lists message %q to %q, which is none or several of those asked for", value(item.MessageID), value(item.PhoneNumber)))
				return nil
			}
		}
		if other := aligned[place]; other != nil && (other.Found != item.Found || !strings.EqualFold(value(other.Status), value(item.Status))) {
			o.Reject("it tells two things of " + pairs[place].String())
		}
		aligned[place] = &item
	}
	ordered := make([]StatusItem, len(pairs))
	for i, item := range aligned {
		if item == nil {
			o.Reject("it leaves out " + pairs[i].String())
			return nil
		}
		ordered[i] = *item
	}
	return ordered
}

// onlyPlace returns the index of the only pair that an item can be about; -1 if none or
// several fit.
func onlyPlace(pairs []Pair, item StatusItem) int {
	place := -1
	for i, pair := range pairs {
		if !pair.mayBe(item.MessageID, item.PhoneNumber) {
			continue
		}
		if place >= 0 {
			return -1
		}
		place = i
	}
	return place
}

// numericID returns an id as a number, as the vendor documents it here, if it is one.
func numericID(id string) any {
	if IsMessageID(id) {
		return json.Number(id)
	}
	return id
}
