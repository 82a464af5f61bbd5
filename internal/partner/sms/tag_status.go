package sms

import (
	"cmp"
	"context"
	"errors"
	"fmt"
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
	Codes:    statusCodes,
}

// maxTagPages ends the reading of a list that does not end by itself.
const maxTagPages = 1000

// TagStatus asks for all pages of the statuses of a tag. The vendor documents that the
// answer is paged, but not how to ask for a page: `page` is what other lists take. An
// answer that ignores or refuses the parameter ends the reading. With an error, TagStatus
// still returns the pages read before.
//
// SMS Partner documentation: "Statut par tag" / "Status by tag".
func (c *Client) TagStatus(ctx context.Context, tag string) (*StatusList, error) {
	var all *StatusList
	var before []string // the rows of the page before
	number := 0         // of the page that was read last
	fetch := func(ctx context.Context, asked int) ([]*statusPage, error) {
		number = asked
		if asked == 1 {
			first, err := c.tagPage(ctx, tag, partner.Params{"tag": tag})
			first.startsOver()
			return []*statusPage{&first}, err
		}
		if asked > maxTagPages || len(before) == 0 || all.Total == nil || int64(len(all.Items)) >= *all.Total {
			return nil, nil
		}
		next, err := c.tagPage(ctx, tag, partner.Params{"tag": tag, "page": asked})
		failed, _ := errors.AsType[*partner.Error](err)
		refused := failed != nil && !failed.IsTransient() && failed.Reason != partner.ReasonCanceled
		if refused || err == nil && !next.follows(all.Total, int64(asked)) {
			return nil, nil
		}
		return []*statusPage{&next}, err
	}
	for page, err := range partner.Pages(ctx, fetch, (*statusPage).content) {
		if err != nil {
			return all, err
		}
		rows := rowsOf(page.Items)
		if all == nil {
			all, before = &page.StatusList, rows
			continue
		}
		// Two messages with the tag can reach a phone in the same second. Where a page
		// begins with what the one before ends with, the list has moved meanwhile, and what
		// moved across the edge was not read.
		if before[len(before)-1] == rows[0] {
			all.Doubt = cmp.Or(all.Doubt, fmt.Sprintf("its page %d repeats the end of the one before", number))
		}
		before = rows
		all.Items = append(all.Items, page.Items...)
		all.Unread = append(all.Unread, page.Unread...)
		all.Doubt = cmp.Or(all.Doubt, page.Doubt)
	}
	all.checkWhole()
	return all, nil
}

func (c *Client) tagPage(ctx context.Context, tag string, params partner.Params) (statusPage, error) {
	return partner.Do(ctx, c.partner, &tagStatus, params, func(o *partner.Object) statusPage {
		return decodeStatusPage(o, func(o *partner.Object) { about(o, "tag", tagNames, tag, partner.SameText) })
	})
}

// follows reports whether the vendor says that this is the page asked for, of the
// list of that total. A list that has grown has moved, too.
func (p *statusPage) follows(total *int64, asked int64) bool {
	return len(p.Items) > 0 && p.number != nil && *p.number == asked && (p.Total == nil || *p.Total == *total)
}

// content is the same for two pages of the same items, in whatever order. Pages
// are compared as a whole, since two messages with the tag can reach a phone in
// the same second, and items have no message id.
func (p *statusPage) content() string {
	lines := rowsOf(p.Items)
	slices.Sort(lines)
	return fmt.Sprintf("%d\n", len(lines)) + strings.Join(lines, "\n")
}

// rowsOf are items in a form that can be compared.
func rowsOf(items []StatusItem) []string {
	lines := make([]string, len(items))
	for i, item := range items {
		var seconds int64
		if item.Date != nil {
			seconds = item.Date.Unix()
		}
		lines[i] = fmt.Sprintf("%q %q %d", value(item.PhoneNumber), value(item.Status), seconds)
	}
	return lines
}
