package sms

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
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
	Meanings: map[string]partner.Meaning{
		"4": partner.MeaningNotFound,
		"9": partner.MeaningNotMobile,
	},
}

// Pair is a message and one of its recipients, in E.164 form.
type Pair struct {
	MessageID   string
	PhoneNumber string
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
		if item.MessageID != nil && item.PhoneNumber != nil {
			byPair[Pair{*item.MessageID, *item.PhoneNumber}] = item
		}
	}
	aligned := make([]StatusItem, len(pairs))
	for i, pair := range pairs {
		item, ok := byPair[pair]
		if !ok && len(items) == len(pairs) && isOf(pair, items[i]) {
			item, ok = items[i], true
		}
		if !ok {
			o.Reject(fmt.Sprintf("it leaves out message %s to %s", pair.MessageID, pair.PhoneNumber))
			return nil
		}
		aligned[i] = item
	}
	return aligned
}

// isOf reports whether an item can be that of a pair: of the same message, to a
// number whose last digits, alike in all spellings, are the same.
func isOf(pair Pair, item StatusItem) bool {
	const alike = 8
	if item.MessageID != nil && *item.MessageID != pair.MessageID {
		return false
	}
	return item.PhoneNumber == nil || lastDigits(*item.PhoneNumber, alike) == lastDigits(pair.PhoneNumber, alike)
}

func lastDigits(number string, n int) string {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, number)
	return digits[max(0, len(digits)-n):]
}

// numericID is an id as the vendor documents it here, a number, where it is one.
func numericID(id string) any {
	if n, err := strconv.ParseUint(id, 10, 64); err == nil && strconv.FormatUint(n, 10) == id {
		return json.Number(id)
	}
	return id
}
