package sms

import (
	"net/http"
	"strconv"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// bulkStatusPages are the pages "Statut par message" and "Statut par tag".
// Neither lists _format.
func (a *Account) bulkStatusPages() []wire.Route {
	return []wire.Route{
		{
			Method: http.MethodGet,
			Path:   "/bulk-status",
			Parameters: []wire.Parameter{
				wire.KeyParameter,
				{Name: "messageId", Check: wire.IsWholeNumber},
			},
			Handle: a.bulkStatus,
		},
		{
			Method: http.MethodGet,
			Path:   "/bulk-status-by-tag",
			Parameters: []wire.Parameter{
				wire.KeyParameter,
				{Name: "tag", Check: isTag},
				// Not documented here: the answer is paged, and this parameter
				// selects the page of the vendor's other lists.
				{Name: "page", Check: wire.IsPositiveNumber},
			},
			Handle: a.bulkStatusByTag,
		},
	}
}

// TagForms are the forms of the status by tag.
type TagForms struct {
	// TagPageSize is how many items bulk-status-by-tag puts on a page. 0 is all
	// of them: the answer is paged, but no page size is documented.
	TagPageSize int `flag:"tag-page-size" value:"items" help:"items on a page of bulk-status-by-tag, 0 for all"`
	// TagPageIgnored makes bulk-status-by-tag answer its first page whatever
	// page is asked for: no parameter that selects one is documented.
	TagPageIgnored bool `flag:"tag-page-ignored" help:"answer the first page of bulk-status-by-tag whatever page is asked for"`
}

func (a *Account) bulkStatus(c *wire.Call) (wire.Object, *wire.Failure) {
	id := c.Text("messageId")
	if id == "" {
		return nil, messageIDRequired
	}
	states, found := a.messages.readMessage(id, a.Now())
	if !found {
		return nil, messageNotFound
	}
	return wire.Success(
		wire.Text("message_id", id),
		wire.List("StatutResponse_List", statusItems(states)),
	), nil
}

func (a *Account) bulkStatusByTag(c *wire.Call) (wire.Object, *wire.Failure) {
	tag := c.Text("tag")
	if tag == "" {
		// The page prints the error table of bulk-status.
		return nil, messageIDRequired
	}
	page := a.tagPage(c)
	states, total := a.messages.readTag(tag, page, a.Now())
	if total == 0 {
		return nil, messageNotFound
	}
	return wire.Success(
		wire.Integer("currentPage", page.number),
		wire.Integer("total", total),
		wire.List("StatutResponse_List", statusItems(states)),
	), nil
}

func statusItems(states []Recipient) []wire.Object {
	items := make([]wire.Object, 0, len(states))
	for _, state := range states {
		items = append(items, wire.Object{
			wire.Text("phoneNumber", state.Number),
			wire.Text("status", state.Statuses[0]),
			wire.Boolean("stopSMS", state.StopSMS),
			wire.Text("date", strconv.FormatInt(state.Date.Unix(), 10)),
		})
	}
	return items
}

// listPage is a part of a list. A size of 0 is the whole list.
type listPage struct{ number, size int }

// tagPage is the page that is asked for, the first one when it is none.
func (a *Account) tagPage(c *wire.Call) listPage {
	variant := a.options.Variant
	p := listPage{number: 1, size: variant.TagPageSize}
	if n, err := strconv.Atoi(c.Text("page")); err == nil && n > 0 && !variant.TagPageIgnored {
		p.number = n
	}
	return p
}

// onPage returns the items of a page; none after the last page.
func onPage[T any](p listPage, all []T) []T {
	size := p.size
	if size <= 0 {
		size = max(len(all), 1)
	}
	// The quotient, since the product of what is asked for may overflow.
	if p.number-1 > len(all)/size {
		return nil
	}
	from := min((p.number-1)*size, len(all))
	return all[from:min(from+size, len(all))]
}
