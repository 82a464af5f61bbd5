package main

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"net/http"
	"slices"
	"strconv"
)

// contactLog is what the probe knows of contacts: it must not delete one of the user's, even
// if the servers list others than those of the group that was asked for.
type contactLog struct {
	// before are the ids that a list showed before the probe added anything, ours those of
	// the probe's contacts, and gone those that the servers say are deleted.
	before, ours, gone map[string]bool
	// checked is true once the new group was read, and empty if it had no contact then.
	checked, empty bool
	// mixed is true if the servers answered an addition with a contact of before.
	mixed bool
}

func newContactLog() contactLog {
	return contactLog{before: map[string]bool{}, ours: map[string]bool{}, gone: map[string]bool{}}
}

// list remembers the contacts that were there before.
func (l *contactLog) list(rows []map[string]any) {
	if len(l.ours) > 0 || l.empty {
		return
	}
	for _, row := range rows {
		l.before[textOf(row["contactId"])] = true
	}
}

// add remembers the contact of an answer to an addition. It is false for one that was there
// before, which is then neither changed nor deleted.
func (l *contactLog) add(id string) bool {
	if l.before[id] {
		l.mixed = true
		return false
	}
	if id != "" {
		l.ours[id] = true
	}
	return true
}

// own are the ids of the rows with the user's number that were not there before: the group
// was empty when the probe made it.
func (p *probe) own(rows []map[string]any) []string {
	var ids []string
	for _, row := range rows {
		number := textOf(row["phoneNumber"])
		if number == "" {
			number = textOf(row["phone"])
		}
		id := textOf(row["contactId"])
		if p.contacts.empty && id != "" && !p.contacts.before[id] && sameNumber(number, p.settings.ownNumber) {
			ids = append(ids, id)
		}
	}
	return ids
}

// mayAddContacts is false if the list of the new group does not show that it is empty: the
// probe could then not tell its own contacts from others.
func (a *asked) mayAddContacts() bool {
	p := a.probe
	if p.groupID == "" {
		a.skipped = "no group could be added"
		return false
	}
	if !p.contacts.checked {
		list, rows := a.page(p.groupID, 1)
		_, there := list.content["datas"].([]any)
		total := list.text("total")
		p.contacts.checked = true
		p.contacts.empty = list.succeeded() && len(rows) == 0 && (there && total == "" || total == "0")
		a.note(!p.contacts.empty && list.arrived(), "The list of a group that was just made does not say that it is empty, so no contact is added or deleted")
	}
	if !p.contacts.empty || p.contacts.mixed {
		a.skipped = "the probe could not tell its own contacts from others"
	}
	return p.contacts.empty && !p.contacts.mixed
}

// addition is one of the probe's additions of a contact.
type addition struct {
	*entry

	// known is true once the answer had the contact's id, and seen once a list had it.
	known, seen bool
}

func (p *probe) intendContact() *addition {
	a := &addition{}
	a.entry = p.journal.intend(
		"contact in the group "+p.groupName, "delete the contact, which your dashboard lists in the group",
		func(ctx context.Context) error { return p.undoContacts(ctx, a) },
	)
	return a
}

// answered takes the answer to an addition. It is false if the contact was there before.
func (a *addition) answered(asked *asked, got *answer, id string) bool {
	a.check(got)
	a.known = a.known || id != ""
	if asked.probe.contacts.add(id) {
		return true
	}
	a.settled = true
	asked.note(true, "The addition was answered with a contact that was there before: it is neither changed nor deleted, and the group stays")
	return false
}

// undoContacts deletes the probe's contacts: those of answers, and those that the group's
// list shows with the user's number. The deletion of the group takes the rest.
func (p *probe) undoContacts(ctx context.Context, a *addition) error {
	params := map[string]any{"groupId": p.groupID}
	list := p.get(ctx, "/contact/list", params)
	if list.noCall() {
		list = p.post(ctx, "/contact/list", params)
	}
	for _, id := range p.own(list.rows("datas")) {
		a.seen = p.contacts.add(id)
	}
	var failed error
	for _, id := range slices.Sorted(maps.Keys(p.contacts.ours)) {
		failed = errors.Join(failed, p.deleteContact(ctx, id))
	}
	if list.succeeded() || a.known && (list.noCall() || list.refused()) {
		return cmp.Or(failed, a.unconfirmed())
	}
	return errors.Join(failed, unexpected("the list of contacts", list))
}

// unconfirmed is an error while neither an answer nor a list showed the contact.
func (a *addition) unconfirmed() error {
	if a.known || a.seen {
		return nil
	}
	return errUnconfirmed
}

// deleteContact takes code 404 for what it says: the contact is gone.
func (p *probe) deleteContact(ctx context.Context, id string) error {
	if p.contacts.gone[id] {
		return nil
	}
	got := p.post(ctx, "/contact/delete", map[string]any{"contactId": id})
	if got.succeeded() || got.refused() && got.code() == strconv.Itoa(http.StatusNotFound) {
		p.contacts.gone[id] = true
		return nil
	}
	return unexpected("the deletion of the contact", got)
}
