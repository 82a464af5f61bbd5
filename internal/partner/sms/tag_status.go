package sms

import (
	"context"
	"errors"
	"maps"
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var tagStatus = partner.Operation{
	Name:     "bulk-status-by-tag",
	Method:   http.MethodGet,
	Path:     "/bulk-status-by-tag",
	Class:    partner.Read,
	Data:     statusList,
	DataKind: partner.List,
	Meanings: tagMeanings(),
}

// tagMeanings differ in code 3: the page explains it with the message id, which
// this call lacks.
func tagMeanings() map[string]partner.Meaning {
	meanings := maps.Clone(statusMeanings)
	meanings["3"] = partner.MeaningTagMissing
	return meanings
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

// maxTagPages ends the reading of a list that does not end by itself.
const maxTagPages = 1000

// TagStatus asks for all pages of the statuses of a tag. The vendor documents
// that the answer is paged, but not how to ask for a page: `page` is what other
// lists take. An answer that shows it to be ignored or refused ends the reading.
// Beside an error the first pages are returned, where there are any.
//
// SMS Partner documentation: "Statut par tag" / "Status by tag".
func (c *Client) TagStatus(ctx context.Context, tag string) (*TagStatus, error) {
	first, err := c.tagPage(ctx, partner.Params{"tag": tag})
	if err != nil {
		return nil, err
	}
	all := &TagStatus{Total: first.total}
	seen := map[tagItem]bool{}
	more := all.add(first, seen)
	for page := int64(2); more && all.Total != nil && int64(len(all.Items)) < *all.Total && page <= maxTagPages; page++ {
		next, err := c.tagPage(ctx, partner.Params{"tag": tag, "page": page})
		if failed, ok := errors.AsType[*partner.Error](err); ok && !failed.IsTransient() && failed.Reason != partner.ReasonCanceled {
			break
		}
		if err != nil {
			return all, err
		}
		more = next.number != nil && *next.number == page && all.add(next, seen)
	}
	return all, nil
}

func (c *Client) tagPage(ctx context.Context, params partner.Params) (tagPage, error) {
	return partner.Do(ctx, c.partner, &tagStatus, params, func(o *partner.Object) tagPage {
		return tagPage{items: decodeStatusItems(o), total: o.Int("total"), number: o.Int("currentPage")}
	})
}

// tagItem is what tells items of different pages apart: several messages to one
// phone can have the tag, and items have no message id.
type tagItem struct {
	number, status string
	date           int64
}

// add takes what no page before had, and reports whether there was any.
func (s *TagStatus) add(page tagPage, seen map[tagItem]bool) bool {
	before := len(s.Items)
	keys := make([]tagItem, len(page.items))
	for i, item := range page.items {
		keys[i] = tagItem{number: value(item.PhoneNumber), status: value(item.Status)}
		if item.Date != nil {
			keys[i].date = item.Date.Unix()
		}
		if !seen[keys[i]] {
			s.Items = append(s.Items, item)
		}
	}
	for _, key := range keys {
		seen[key] = true
	}
	return len(s.Items) > before
}
