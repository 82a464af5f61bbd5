package simulator

import (
	"slices"
	"strconv"
	"sync"
	"time"
)

// messages are the account's messages, in the order in which they were added.
type messages struct {
	mu     sync.Mutex
	byID   map[string]*stored
	order  []*stored
	lastID int
}

// stored is a message in the account.
type stored struct {
	tag string
	// recipients are in the order added, which the status calls keep, and each
	// number is there once, in E.164.
	recipients []*Recipient
	departure  departure
}

// departure is what a message that was sent adds to the statistics, from the
// moment when it leaves.
type departure struct {
	at   time.Time
	sms  int
	cost decimal
}

// AddMessage puts a message into the account, in place of one with the same id,
// and returns its id.
func (s *Simulator) AddMessage(m Message) string {
	return s.messages.add(m, s.options.Now())
}

func (m *messages) add(message Message, now time.Time) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.byID == nil {
		m.byID = map[string]*stored{}
	}
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
	*entry = stored{tag: message.Tag, departure: message.departure}
	for _, r := range message.Recipients {
		number, _ := e164(r.Number)
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

// known are the recipients that the status calls have found.
func (st *stored) known() []*Recipient {
	var known []*Recipient
	for _, r := range st.recipients {
		if !r.NotFound {
			known = append(known, r)
		}
	}
	return known
}

// readPair returns the state of a message for one number, and moves it on to
// its next status.
func (m *messages) readPair(id, number string, now time.Time) (state Recipient, found bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	normal, _ := e164(number)
	r := m.byID[id].recipient(normal)
	if r == nil || r.NotFound {
		return Recipient{}, false
	}
	return readRecipient(r, now), true
}

// readMessage reads every number of a message. A message is not found when none
// of its numbers is.
func (m *messages) readMessage(id string, now time.Time) (states []Recipient, found bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	entry, found := m.byID[id]
	if !found {
		return nil, false
	}
	for _, r := range entry.known() {
		states = append(states, readRecipient(r, now))
	}
	return states, len(states) > 0 || len(entry.recipients) == 0
}

// readTag reads a page of the numbers of all messages with a tag. What stands on
// other pages is not read: its statuses do not move on.
func (m *messages) readTag(tag string, p listPage, now time.Time) (states []Recipient, total int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var all []*Recipient
	for _, entry := range m.order {
		if entry.tag == tag {
			all = append(all, entry.known()...)
		}
	}
	for _, r := range onPage(p, all) {
		states = append(states, readRecipient(r, now))
	}
	return states, len(all)
}

// departures are those of the messages that have left.
func (m *messages) departures(now time.Time) []departure {
	m.mu.Lock()
	defer m.mu.Unlock()
	var gone []departure
	for _, entry := range m.order {
		if d := entry.departure; d.sms > 0 && !d.at.After(now) {
			gone = append(gone, d)
		}
	}
	return gone
}

// readRecipient returns a recipient's state and moves it on to its next status.
func readRecipient(r *Recipient, now time.Time) Recipient {
	state := *r
	switch {
	case now.Before(r.waitingUntil):
		state.Statuses, state.StopSMS, state.IsSpam = []string{statusWaiting}, false, false
	case r.waitingUntil.After(r.Date):
		state.Date = r.waitingUntil
	}
	if len(r.Statuses) > 1 && !now.Before(r.waitingUntil) {
		r.Statuses = r.Statuses[1:]
	}
	return state
}
