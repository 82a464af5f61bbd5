package sms

import (
	"context"
	"net/http"
	"slices"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var tagStatus = partner.Operation{
	Name:     "bulk-status-by-tag",
	Method:   http.MethodGet,
	Path:     "/bulk-status-by-tag",
	Class:    partner.Read,
	Data:     statusList,
	DataKind: partner.List,
	Meanings: map[string]partner.Meaning{
		// The page explains code 3 with the message id, which this call lacks.
		"3": partner.MeaningTagMissing,
		"4": partner.MeaningNotFound,
	},
}

// TagStatus is the status of every recipient of all messages with a tag.
type TagStatus struct {
	Items []StatusItem
	// Total is how many there are by the vendor's count; nil if it gave none. It
	// is more than the number of Items when the rest could not be had.
	Total *int64
}

type tagPage struct {
	items []StatusItem
	total *int64
}

// TagStatus asks for all pages of the statuses of a tag. The vendor documents
// that the answer is paged, but not how to ask for a page: `page` is what other
// lists take. An answer that shows it to be ignored ends the reading.
//
// SMS Partner documentation: "Statut par tag" / "Status by tag".
func (c *Client) TagStatus(ctx context.Context, tag string) (*TagStatus, error) {
	first, err := c.tagPage(ctx, partner.Params{"tag": tag})
	if err != nil {
		return nil, err
	}
	all := &TagStatus{Items: first.items, Total: first.total}
	last := first.items
	for page := 2; all.Total != nil && int64(len(all.Items)) < *all.Total && len(last) > 0; page++ {
		next, err := c.tagPage(ctx, partner.Params{"tag": tag, "page": page})
		if err != nil {
			return nil, err
		}
		if repeats(next.items, last) {
			break
		}
		last = next.items
		all.Items = append(all.Items, last...)
	}
	return all, nil
}

func (c *Client) tagPage(ctx context.Context, params partner.Params) (tagPage, error) {
	return partner.Do(ctx, c.partner, &tagStatus, params, func(o *partner.Object) tagPage {
		return tagPage{items: decodeStatusItems(o), total: o.Int("total")}
	})
}

// repeats reports whether a page goes to the same numbers as the one before.
func repeats(page, before []StatusItem) bool {
	return slices.EqualFunc(page, before, func(a, b StatusItem) bool {
		return a.PhoneNumber != nil && b.PhoneNumber != nil && *a.PhoneNumber == *b.PhoneNumber
	})
}
