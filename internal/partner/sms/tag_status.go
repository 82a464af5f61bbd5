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
	// number is that of the page, by the vendor's count; nil if it gave none.
	number *int64
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
	for page := int64(2); all.Total != nil && int64(len(all.Items)) < *all.Total && len(last) > 0; page++ {
		next, err := c.tagPage(ctx, partner.Params{"tag": tag, "page": page})
		if err != nil {
			return nil, err
		}
		if !next.follows(last, page) {
			break
		}
		last = next.items
		all.Items = append(all.Items, last...)
	}
	return all, nil
}

func (c *Client) tagPage(ctx context.Context, params partner.Params) (tagPage, error) {
	return partner.Do(ctx, c.partner, &tagStatus, params, func(o *partner.Object) tagPage {
		return tagPage{items: decodeStatusItems(o), total: o.Int("total"), number: o.Int("currentPage")}
	})
}

// follows reports whether this is the page that was asked for, and not the one
// before again. A page that is only said to be it may go to the same numbers,
// where several messages have the tag, but not with the same dates.
func (p tagPage) follows(before []StatusItem, asked int64) bool {
	if p.number != nil && *p.number != asked {
		return false
	}
	return !slices.EqualFunc(p.items, before, func(a, b StatusItem) bool {
		return same(a.PhoneNumber, b.PhoneNumber) &&
			(p.number == nil || same(a.Status, b.Status) && (a.Date == b.Date || a.Date != nil && b.Date != nil && a.Date.Equal(*b.Date)))
	})
}

func same(a, b *string) bool { return a == b || a != nil && b != nil && *a == *b }
