package mail

import (
	"slices"
	"strings"
	"time"
)

// Unsubscribe is an entry of the list of addresses that get no mail.
type Unsubscribe struct {
	// ID is the next one when 0.
	ID    int
	Email string
	// Created is now when zero.
	Created time.Time

	listed  time.Time // from when on the list has it
	deleted time.Time // zero while it is there
}

// firstUnsubscribeID is the one of the documented answer to an addition.
const firstUnsubscribeID = 300

// unsubscribes is the list.
type unsubscribes struct {
	entries []*Unsubscribe
	lastID  int
}

// AddUnsubscribe puts an address on the list, as a recipient does with the link in a mail,
// and returns the id of its entry: the address gets no mail any more.
func (a *Account) AddUnsubscribe(email string) int {
	return a.PutUnsubscribe(Unsubscribe{Email: email})
}

// PutUnsubscribe puts an entry on the list, and returns its id. An address that is on it
// keeps its entry.
func (a *Account) PutUnsubscribe(u Unsubscribe) int {
	a.mu.Lock()
	defer a.mu.Unlock()
	if there := a.unsubscribe(u.Email); there != nil {
		return there.ID
	}
	return a.putUnsubscribe(u).ID
}

func (a *Account) putUnsubscribe(u Unsubscribe) *Unsubscribe {
	if u.ID == 0 {
		a.unsubscribes.lastID = max(a.unsubscribes.lastID+1, firstUnsubscribeID)
		u.ID = a.unsubscribes.lastID
	}
	if u.Created.IsZero() {
		u.Created = a.Now()
	}
	a.unsubscribes.entries = append(a.unsubscribes.entries, &u)
	return &u
}

// RemoveUnsubscribe takes an entry off the list, as the dashboard does.
func (a *Account) RemoveUnsubscribe(id int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.unsubscribes.entries = slices.DeleteFunc(a.unsubscribes.entries, func(u *Unsubscribe) bool { return u.ID == id })
}

// Unsubscribed returns the addresses on the list, in the order in which they came.
func (a *Account) Unsubscribed() []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	var emails []string
	for _, u := range a.unsubscribes.entries {
		if u.deleted.IsZero() {
			emails = append(emails, u.Email)
		}
	}
	return emails
}

// unsubscribe returns the entry of an address; nil if there is none.
func (a *Account) unsubscribe(email string) *Unsubscribe {
	same := strings.EqualFold
	if a.options.Variant.UnsubscribeByCase {
		same = func(a, b string) bool { return a == b }
	}
	for _, u := range a.unsubscribes.entries {
		if u.deleted.IsZero() && same(u.Email, email) {
			return u
		}
	}
	return nil
}

// isUnsubscribed reports whether an address is on the list, so that no mail goes there.
func (a *Account) isUnsubscribed(email string) bool { return a.unsubscribe(email) != nil }
