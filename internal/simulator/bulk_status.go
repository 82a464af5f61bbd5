package simulator

import (
	"net/http"
	"strconv"
)

// bulkStatusEndpoints are the pages "Statut par message" and "Statut par tag".
// Neither lists _format.
func bulkStatusEndpoints() []endpoint {
	return []endpoint{
		{
			method: http.MethodGet,
			path:   "/bulk-status",
			parameters: []parameter{
				apiKeyParameter,
				{name: "messageId", check: isWholeNumber},
			},
			handle: bulkStatus,
		},
		{
			method: http.MethodGet,
			path:   "/bulk-status-by-tag",
			parameters: []parameter{
				apiKeyParameter,
				{name: "tag", check: isTag},
				// Not documented here: the answer is paged, and this parameter
				// selects the page of the vendor's other lists.
				{name: "page", check: isPositiveNumber},
			},
			handle: bulkStatusByTag,
		},
	}
}

func bulkStatus(s *Simulator, c *call) (object, *failure) {
	id := c.text("messageId")
	if id == "" {
		return nil, &messageIDRequired
	}
	states, found := s.messages.readMessage(id, s.now())
	if !found {
		return nil, &messageNotFound
	}
	return success(
		field{"message_id", text(id)},
		field{"StatutResponse_List", statusItems(states)},
	), nil
}

func bulkStatusByTag(s *Simulator, c *call) (object, *failure) {
	tag := c.text("tag")
	if tag == "" {
		// The page prints the error table of bulk-status.
		return nil, &messageIDRequired
	}
	page := s.tagPage(c)
	states, total := s.messages.readTag(tag, page, s.now())
	if total == 0 {
		return nil, &messageNotFound
	}
	return success(
		field{"currentPage", integer(page.number)},
		field{"total", integer(total)},
		field{"StatutResponse_List", statusItems(states)},
	), nil
}

func statusItems(states []Recipient) list {
	items := make(list, 0, len(states))
	for _, state := range states {
		items = append(items, object{
			{"phoneNumber", text(state.Number)},
			{"status", text(state.Statuses[0])},
			{"stopSMS", boolean(state.StopSMS)},
			{"date", text(strconv.FormatInt(state.Date.Unix(), 10))},
		})
	}
	return items
}

// listPage is a part of a list. A size of 0 is the whole list.
type listPage struct{ number, size int }

// tagPage is the page that is asked for, the first one when it is none.
func (s *Simulator) tagPage(c *call) listPage {
	variant := s.options.Variant
	p := listPage{number: 1, size: variant.TagPageSize}
	if n, err := strconv.Atoi(c.text("page")); err == nil && n > 0 && !variant.TagPageIgnored {
		p.number = n
	}
	return p
}

// onPage returns what stands on a page: nothing behind the last one.
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
