package simulator

import (
	"strconv"
	"sync"
	"time"
	_ "time/tzdata" // The answers' time zone must exist wherever this runs.
)

// Message is an SMS that the account has sent, to one recipient or more.
type Message struct {
	// ID is the message_id; empty takes the next free one.
	ID         string
	Recipients []Recipient
}

// Recipient is one number of a [Message] and what its status call answers.
type Recipient struct {
	// Number is the phone number in any spelling.
	Number string
	// Statuses are the words answered, one a read; the last one stays. Empty is
	// Delivered.
	Statuses []string
	// StopSMS says that the recipient replied STOP.
	StopSMS bool
	// NotFound makes the status call answer that there is no such message.
	NotFound bool
	// Date is the date of the status, the time of adding when zero.
	Date time.Time
	// Cost is a decimal number, "0.038" when empty.
	Cost string
	// CountryCode is the ISO country, that of the number when empty.
	CountryCode string
	// Currency is "EUR" when empty.
	Currency string

	// waitingUntil is when a message that was sent reaches its statuses.
	waitingUntil time.Time
}

// The documented values of statut on the page of message-status.
const (
	statusDelivered    = "Delivered"
	statusNotDelivered = "Not delivered"
	statusWaiting      = "Waiting"
)

const (
	defaultCost     = "0.038"
	defaultCurrency = "EUR"
)

// paris is the vendor's time zone: dates come without one, and all evidence
// points there.
var paris = func() *time.Location {
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		panic(err)
	}
	return zone
}()

// documentedID is the id of the documented example; later ones follow it.
const documentedID = 1111

// documentedMessage is the example on the page of message-status.
func documentedMessage() Message {
	return Message{ID: strconv.Itoa(documentedID), Recipients: []Recipient{{
		Number: "0600000000",
		Date:   time.Date(2015, time.February, 7, 22, 39, 46, 0, paris),
		Cost:   "0.045",
	}}}
}

// messages are the account's messages by id, then by number in E.164.
type messages struct {
	mu     sync.Mutex
	byID   map[string]map[string]*Recipient
	lastID int
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
		m.byID = map[string]map[string]*Recipient{}
	}
	id := message.ID
	for taken := id == ""; taken; _, taken = m.byID[id] {
		m.lastID++
		id = strconv.Itoa(m.lastID)
	}
	recipients := map[string]*Recipient{}
	for _, r := range message.Recipients {
		number, _ := e164(r.Number)
		r = r.complete(number, now)
		recipients[number] = &r
	}
	m.byID[id] = recipients
	return id
}

func (r Recipient) complete(number string, now time.Time) Recipient {
	r.Number = number
	r.Statuses = append([]string(nil), r.Statuses...)
	if len(r.Statuses) == 0 {
		r.Statuses = []string{statusDelivered}
	}
	if r.Date.IsZero() {
		r.Date = now
	}
	if r.Cost == "" {
		r.Cost = defaultCost
	}
	if r.CountryCode == "" {
		r.CountryCode = countryCode(number)
	}
	if r.Currency == "" {
		r.Currency = defaultCurrency
	}
	return r
}

// read returns the state of a message for one number, and moves it on to its
// next status.
func (m *messages) read(id, number string, now time.Time) (state Recipient, found bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	normal, _ := e164(number)
	r, found := m.byID[id][normal]
	if !found || r.NotFound {
		return Recipient{}, false
	}
	state = *r
	switch {
	case now.Before(r.waitingUntil):
		state.Statuses, state.StopSMS = []string{statusWaiting}, false
	case r.waitingUntil.After(r.Date):
		state.Date = r.waitingUntil
	}
	if len(r.Statuses) > 1 && !now.Before(r.waitingUntil) {
		r.Statuses = r.Statuses[1:]
	}
	return state, true
}
