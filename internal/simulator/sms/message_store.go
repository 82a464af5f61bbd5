package sms

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// messages are the account's messages, in the order in which they were added.
type messages struct {
	byID   map[string]*stored
	order  []*stored
	lastID int

	// The words, or [NotFound], for a message that waits to leave or was
	// cancelled.
	scheduledStatus, cancelledStatus string
}

func newMessages(f ScheduleForms) messages {
	return messages{
		byID:            map[string]*stored{},
		scheduledStatus: cmp.Or(f.ScheduledStatus, statusWaiting),
		cancelledStatus: cmp.Or(f.CancelledStatus, statusWaiting),
	}
}

// stored is a message in the account.
type stored struct {
	id  string
	tag string
	// recipients are in the order added, which the status calls keep, and each
	// number is there once, in E.164.
	recipients []*Recipient
	sending    *sending
}

// view is a number of a message, as the status calls look at it.
type view struct {
	of *stored
	*Recipient
}

// AddMessage puts a message into the account, in place of one with the same id,
// and returns its id.
func (a *Account) AddMessage(m Message) string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.messages.add(m, a.Now())
}

func (m *messages) add(message Message, now time.Time) string {
	id := message.ID
	for taken := id == ""; taken; _, taken = m.byID[id] {
		m.lastID++
		id = strconv.Itoa(m.lastID)
	}
	entry, present := m.byID[id]
	if !present {
		entry = &stored{}
		m.byID[id] = entry
		m.order = append(m.order, entry)
	}
	*entry = stored{id: id, tag: message.Tag, sending: message.sending}
	for _, r := range message.Recipients {
		number, _ := wire.E164(r.Number)
		r = r.complete(number, now)
		if known := entry.recipient(number); known != nil {
			*known = r
			continue
		}
		entry.recipients = append(entry.recipients, &r)
	}
	return id
}

// recipient finds a number in E.164.
func (st *stored) recipient(number string) *Recipient {
	if st == nil {
		return nil
	}
	i := slices.IndexFunc(st.recipients, func(r *Recipient) bool { return r.Number == number })
	if i < 0 {
		return nil
	}
	return st.recipients[i]
}

// known are the recipients that the status calls find.
func (m *messages) known(st *stored, now time.Time) []view {
	var known []view
	for _, r := range st.recipients {
		if v := (view{st, r}); m.finds(v, now) {
			known = append(known, v)
		}
	}
	return known
}

func (m *messages) finds(v view, now time.Time) bool {
	return v.Recipient != nil && !v.NotFound && v.of.isListed(now) && m.word(v.of, now) != NotFound
}

func (st *stored) isListed(now time.Time) bool {
	return st.sending == nil || !now.Before(st.sending.listed)
}

// word is the status of a message that has not left, empty for one that has.
func (m *messages) word(st *stored, now time.Time) string {
	switch {
	case st.sending == nil:
		return ""
	case st.sending.cancelled:
		return m.cancelledStatus
	case now.Before(st.sending.leaves):
		return m.scheduledStatus
	default:
		return ""
	}
}

// readPair returns the state of a message for one number, and moves it on to
// its next status.
func (m *messages) readPair(id, number string, now time.Time) (state Recipient, found bool) {
	normal, _ := wire.E164(number)
	v := view{m.byID[id], m.byID[id].recipient(normal)}
	if !m.finds(v, now) {
		return Recipient{}, false
	}
	return m.read(v, now), true
}

// readMessage reads every number of a message. A message is not found when none
// of its numbers is.
func (m *messages) readMessage(id string, now time.Time) (states []Recipient, found bool) {
	entry, found := m.byID[id]
	if !found {
		return nil, false
	}
	for _, v := range m.known(entry, now) {
		states = append(states, m.read(v, now))
	}
	return states, len(states) > 0 || len(entry.recipients) == 0
}

// readTag reads a page of the numbers of all messages with a tag. Statuses on other pages
// are not read, so they do not move on.
func (m *messages) readTag(tag string, p listPage, now time.Time) (states []Recipient, total int) {
	var all []view
	for _, entry := range m.order {
		if entry.tag == tag {
			all = append(all, m.known(entry, now)...)
		}
	}
	for _, v := range onPage(p, all) {
		states = append(states, m.read(v, now))
	}
	return states, len(all)
}

// read returns a recipient's state and moves it on to its next status.
func (m *messages) read(v view, now time.Time) Recipient {
	state := *v.Recipient
	word := m.word(v.of, now)
	switch {
	case word != "":
		state.Statuses, state.StopSMS, state.IsSpam = []string{word}, false, false
		return state
	case now.Before(v.waitingUntil):
		state.Statuses, state.StopSMS, state.IsSpam = []string{statusWaiting}, false, false
	case v.waitingUntil.After(v.Date):
		state.Date = v.waitingUntil
	}
	if len(v.Statuses) > 1 && !now.Before(v.waitingUntil) {
		v.Statuses = v.Statuses[1:]
	}
	return state
}
