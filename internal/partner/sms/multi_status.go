package sms

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var multiStatus = partner.Operation{
	Name:     "multi-status",
	Method:   http.MethodPost,
	Path:     "/multi-status",
	Class:    partner.Read,
	Data:     statusList,
	DataKind: partner.List,
	Meanings: statusMeanings,
}

// MultiStatus asks for the statuses of at most MaxPerRequest pairs. The items
// are in the order of the pairs, one for each.
//
// SMS Partner documentation: "Statut multiple" / "Multiple status".
func (c *Client) MultiStatus(ctx context.Context, pairs []Pair) ([]StatusItem, error) {
	type entry struct {
		PhoneNumber string `json:"phoneNumber"`
		MessageID   any    `json:"messageId"`
	}
	list := make([]entry, len(pairs))
	for i, pair := range pairs {
		list[i] = entry{pair.PhoneNumber, numericID(pair.MessageID)}
	}
	params := partner.Params{"SMSStatut_List": list}
	return partner.Do(ctx, c.partner, &multiStatus, params, func(o *partner.Object) []StatusItem {
		return align(o, pairs, decodeStatusItems(o))
	})
}

// align gives each pair its item. The vendor answers in the order asked; where an
// item belongs to another message, it is looked for by message and number.
func align(o *partner.Object, pairs []Pair, items []StatusItem) []StatusItem {
	byPair := make(map[Pair]StatusItem, len(items))
	for _, item := range items {
		if item.MessageID == nil || item.PhoneNumber == nil {
			continue
		}
		pair := Pair{*item.MessageID, *item.PhoneNumber}
		if other, twice := byPair[pair]; twice && (other.Found != item.Found || value(other.Status) != value(item.Status)) {
			o.Reject(fmt.Sprintf("it tells two things of %s", pair))
		}
		byPair[pair] = item
	}
	aligned := make([]StatusItem, len(pairs))
	for i, pair := range pairs {
		item, ok := byPair[pair]
		if !ok && len(items) == len(pairs) && pair.mayBe(items[i].MessageID, items[i].PhoneNumber) {
			item, ok = items[i], true
		}
		if !ok {
			o.Reject(fmt.Sprintf("it leaves out %s", pair))
			return nil
		}
		aligned[i] = item
	}
	return aligned
}

// numericID is an id as the vendor documents it here, a number, where it is one.
func numericID(id string) any {
	if n, err := strconv.ParseUint(id, 10, 64); err == nil && strconv.FormatUint(n, 10) == id {
		return json.Number(id)
	}
	return id
}
