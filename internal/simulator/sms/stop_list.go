package sms

import (
	"slices"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// Stop is an entry of the STOP list.
type Stop struct {
	// ID is the next one when 0.
	ID int
	// Number is in international form.
	Number string
	// Created is now when zero.
	Created time.Time

	listed  time.Time // from when on the list has it
	deleted time.Time // zero while it is there
}

// firstStopID is the one of the documented answer to an addition.
const firstStopID = 300

// stops is the STOP list.
type stops struct {
	entries []*Stop
	lastID  int
}

// AddStop puts a number, in any spelling, on the account's STOP list, and returns the id
// of its entry: nothing is sent to the number any more. A reply of STOP does the same, see
// [Account.Reply].
func (a *Account) AddStop(number string) int {
	normal, _ := wire.E164(number)
	return a.PutStop(Stop{Number: normal})
}

// PutStop puts an entry on the STOP list, and returns its id. A number that is on it keeps
// its entry.
func (a *Account) PutStop(s Stop) int {
	a.mu.Lock()
	defer a.mu.Unlock()
	if there := a.stop(s.Number); there != nil {
		return there.ID
	}
	return a.putStop(s).ID
}

func (a *Account) putStop(s Stop) *Stop {
	if s.ID == 0 {
		a.stops.lastID = max(a.stops.lastID+1, firstStopID)
		s.ID = a.stops.lastID
	}
	if s.Created.IsZero() {
		s.Created = a.Now()
	}
	a.stops.entries = append(a.stops.entries, &s)
	return &s
}

// RemoveStop takes an entry off the STOP list, as the dashboard does.
func (a *Account) RemoveStop(id int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.stops.entries = slices.DeleteFunc(a.stops.entries, func(s *Stop) bool { return s.ID == id })
}

// StoppedNumbers returns the numbers on the STOP list, in the order in which they came.
func (a *Account) StoppedNumbers() []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	var numbers []string
	for _, s := range a.stops.entries {
		if s.deleted.IsZero() {
			numbers = append(numbers, s.Number)
		}
	}
	return numbers
}

// stop returns the entry of a number in international form; nil if there is none.
func (a *Account) stop(number string) *Stop {
	for _, s := range a.stops.entries {
		if s.Number == number && s.deleted.IsZero() {
			return s
		}
	}
	return nil
}

// isStopped reports whether a number in international form is on the STOP list.
func (a *Account) isStopped(number string) bool { return a.stop(number) != nil }
