package delivery

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// List is what became of a message, or of several, to all their recipients.
type List struct {
	Medium     Medium
	Deliveries []Delivery
	// Doubt says, as a clause, why the list may be incomplete or wrong; empty if there is
	// no reason to doubt it.
	Doubt string
	// Unread says which values beside the statuses could not be read, and why.
	Unread []string
}

// Counts holds how many deliveries of a list have each outcome. All but Stopped add up to
// Total.
type Counts struct {
	Total, Delivered, NotDelivered, Waiting, NotFound int64
	// Stopped counts the recipients who refuse further messages, whatever their status.
	Stopped int64
}

// Counts counts the deliveries by outcome.
func (l List) Counts() Counts {
	counts := Counts{Total: int64(len(l.Deliveries))}
	for _, d := range l.Deliveries {
		switch {
		case !d.Found:
			counts.NotFound++
		case d.Delivered():
			counts.Delivered++
		case d.Final():
			counts.NotDelivered++
		default:
			counts.Waiting++
		}
		if d.Stopped() {
			counts.Stopped++
		}
	}
	return counts
}

// AllDelivered reports whether the list proves that the message reached each recipient. An
// empty or doubtful list proves nothing.
func (l List) AllDelivered() bool {
	counts := l.Counts()
	return counts.Total > 0 && counts.Delivered == counts.Total && l.Doubt == ""
}

// Summary tells in one line how many were delivered, and names all others, such as
// "1 of 2 delivered, 1 waiting: +33600000001".
func (l List) Summary() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d of %d delivered", l.Counts().Delivered, len(l.Deliveries))
	for _, group := range []struct {
		name  string
		holds func(Delivery) bool
	}{
		{"not delivered", Delivery.undelivered},
		{"waiting", func(d Delivery) bool { return d.Found && !d.Final() }},
		{"not found", func(d Delivery) bool { return !d.Found }},
	} {
		var names []string
		for _, d := range l.Deliveries {
			if group.holds(d) {
				names = append(names, d.Name)
			}
		}
		if len(names) > 0 {
			fmt.Fprintf(&b, ", %d %s: %s", len(names), group.name, strings.Join(names, ", "))
		}
	}
	if l.Doubt != "" {
		b.WriteString(", but the list proves nothing: " + l.Doubt)
	}
	return b.String()
}

// ByStatus counts the list by status, in the vendor's words, in a stable order.
func (l List) ByStatus() string {
	counts := map[string]int{}
	for _, d := range l.Deliveries {
		counts[d.word()]++
	}
	parts := make([]string, 0, len(counts))
	for _, status := range slices.Sorted(maps.Keys(counts)) {
		parts = append(parts, fmt.Sprintf("%d %s", counts[status], status))
	}
	if len(parts) == 0 {
		return "no recipient yet"
	}
	return strings.Join(parts, ", ")
}
