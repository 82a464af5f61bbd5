package sms

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

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
	all := &TagStatus{Items: first.items, Total: first.total}
	seen := map[string]bool{first.content(): true}
	for page := int64(2); len(first.items) > 0 && all.Total != nil && int64(len(all.Items)) < *all.Total && page <= maxTagPages; page++ {
		next, err := c.tagPage(ctx, partner.Params{"tag": tag, "page": page})
		if failed, ok := errors.AsType[*partner.Error](err); ok && !failed.IsTransient() && failed.Reason != partner.ReasonCanceled {
			break
		}
		if err != nil {
			return all, err
		}
		content := next.content()
		if !next.follows(first, page) || seen[content] {
			break
		}
		seen[content] = true
		all.Items = append(all.Items, next.items...)
	}
	return all, nil
}

func (c *Client) tagPage(ctx context.Context, params partner.Params) (tagPage, error) {
	return partner.Do(ctx, c.partner, &tagStatus, params, func(o *partner.Object) tagPage {
		return tagPage{items: decodeStatusItems(o), total: o.Int("total"), number: o.Int("currentPage")}
	})
}

// follows reports whether the vendor says that this is the page asked for, of the
// list that the first page is of. A list that has grown has moved, too.
func (p tagPage) follows(first tagPage, asked int64) bool {
	return len(p.items) > 0 && p.number != nil && *p.number == asked && (p.total == nil || *p.total == *first.total)
}

// content is the same for two pages of the same items, in whatever order. Pages
// are compared as a whole, since two messages with the tag can reach a phone in
// the same second, and items have no message id.
func (p tagPage) content() string {
	lines := make([]string, len(p.items))
	for i, item := range p.items {
		var seconds int64
		if item.Date != nil {
			seconds = item.Date.Unix()
		}
		lines[i] = fmt.Sprintf("%q %q %d", value(item.PhoneNumber), value(item.Status), seconds)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
