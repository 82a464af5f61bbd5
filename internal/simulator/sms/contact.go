package sms

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// contactPages are the pages on contacts.
func (a *Account) contactPages() []wire.Route {
	missing := wire.Refusal(10, "La Clé API est requise", "API key is required")
	contact := wire.Parameter{Name: "contact", Fields: contactMembers}
	batch := []wire.Parameter{wire.KeyParameter, {Name: "groupId"}, {Name: "contactsList", Members: contactMembers}}
	forms := a.options.Variant.ContactForms
	return []wire.Route{
		{
			Method: http.MethodPost, Path: "/contact/add", KeyMissing: missing, Handle: a.contactAdd,
			Parameters: append(slices.Clone(batch), contact),
		},
		{
			Method: http.MethodPost, Path: "/contact/multiple/add", KeyMissing: missing, Handle: a.contactBatch,
			Parameters: batch, Absent: !forms.ContactMultipleAdd,
		},
		{
			Method: http.MethodPost, Path: "/contact/update", KeyMissing: missing, Handle: a.contactUpdate,
			Parameters: []wire.Parameter{wire.KeyParameter, {Name: "contactId"}, contact},
		},
		{
			Method: http.MethodPost, Path: "/contact/delete", KeyMissing: missing, Handle: a.contactDelete,
			Parameters: []wire.Parameter{wire.KeyParameter, {Name: "contactId"}},
		},
		{
			Method: http.MethodGet, Path: "/contact/detail", KeyMissing: missing, Handle: a.contactDetail,
			Parameters: []wire.Parameter{wire.KeyParameter, {Name: "contactId"}},
		},
		{
			Method: http.MethodGet, Path: "/contact/list", KeyMissing: missing, Handle: a.contactList,
			Parameters: []wire.Parameter{wire.KeyParameter, {Name: "groupId"}, {Name: "page", Check: wire.IsPositiveNumber}},
			Absent:     forms.ContactListPost,
		},
		{
			Method: http.MethodPost, Path: "/contact/list", KeyMissing: missing, Handle: a.contactList,
			Parameters: []wire.Parameter{wire.KeyParameter, {Name: "groupId"}, {Name: "page", Check: wire.IsPositiveNumber}},
			Absent:     !forms.ContactListPost,
		},
	}
}

// contactMembers are the members of a contact in a request.
var contactMembers = []wire.Parameter{
	{Name: "phoneNumber", Check: wire.IsPhoneNumber},
	{Name: "firstname"},
	{Name: "lastname"},
	{Name: "date", Check: isContactDate},
	{Name: "url", Check: wire.IsWebURL},
	{Name: "custom1"},
	{Name: "custom2"},
	{Name: "custom3"},
	{Name: "custom4"},
	{Name: "shortUrlPartnr"},
}

func isContactDate(v string) string {
	if _, err := time.Parse(time.DateOnly, v); err != nil {
		return "is not YYYY-MM-DD"
	}
	return ""
}

// ContactForms are the forms of contacts.
type ContactForms struct {
	// ContactMultipleAdd takes batches at /contact/multiple/add only, as one client
	// found, where the documentation has /contact/add.
	ContactMultipleAdd bool `flag:"contact-multiple-add" help:"take batches of contacts at /contact/multiple/add only"`
	// ContactListPost lists contacts with POST, as an English heading says.
	ContactListPost bool `flag:"contact-list-post" help:"list contacts with POST instead of GET"`
	// ContactPageSize is how many contacts a page has: 20 by an older documentation, which
	// is the default, and 500 by one client.
	ContactPageSize int `flag:"contact-page-size" value:"contacts" help:"contacts on a page: 20 (default), or 500 as one client found"`
	// ContactTotalOfPage makes the total of a page that of the page, not of the group.
	ContactTotalOfPage bool `flag:"contact-total-of-page" help:"count the page, not the group, in the total of a list of contacts"`
	// ContactLastPageRepeats answers a page behind the last one with the last one, where
	// others answer an empty one: neither is documented.
	ContactLastPageRepeats bool `flag:"contact-last-page-repeats" help:"repeat the last page of contacts behind it, instead of an empty one"`
	// ContactListDelay is how long the list lags behind what was added and deleted.
	ContactListDelay time.Duration `flag:"contact-list-delay" help:"how long the list of contacts lags behind"`
	// ContactBatchIDs writes contactId into the rows of a batch that was added.
	ContactBatchIDs bool `flag:"contact-batch-ids" help:"write contactId into the rows of a batch of contacts"`
	// ContactBatchStops refuses numbers of the STOP list in a batch. The documentation
	// only has a counter for them.
	ContactBatchStops bool `flag:"contact-batch-stops" help:"refuse numbers of the STOP list in a batch of contacts"`
	// ContactUpdateClears clears the details that a change leaves out.
	ContactUpdateClears bool `flag:"contact-update-clears" help:"clear what a change of a contact leaves out"`
	// ContactUpdateNumber lets a change set another number, where a change without the
	// switch ignores the number.
	ContactUpdateNumber bool `flag:"contact-update-number" help:"let a change of a contact set another number"`
	// ContactUpdateUnknown1 answers code 1, not 404, to a change of an unknown contact.
	ContactUpdateUnknown1 bool `flag:"contact-update-unknown-1" help:"answer code 1 to a change of an unknown contact, instead of 404"`
	// ContactTextsCut cuts texts that are longer than their columns, where others are
	// refused: neither is documented.
	ContactTextsCut bool `flag:"contact-texts-cut" help:"cut long texts of contacts, instead of refusing them"`
	// ContactOddStored stores a date or an address that is none, instead of refusing it.
	ContactOddStored bool `flag:"contact-odd-stored" help:"store bad dates and addresses of contacts, instead of refusing them"`
	// ContactDayFirst writes dates as DD-MM-YYYY, as the samples of a change do.
	ContactDayFirst bool `flag:"contact-day-first" help:"write dates of contacts as DD-MM-YYYY"`
	// GroupDeleteKeepsContacts keeps the contacts of a deleted group.
	GroupDeleteKeepsContacts bool `flag:"group-delete-keeps-contacts" help:"keep the contacts of a deleted group"`
}

// defaultContactPage is the older documentation's.
const defaultContactPage = 20

// Contact is a contact of a group.
type Contact struct {
	ID, GroupID string
	// Number is in international form.
	Number string
	// Details are the texts by the vendor's names, such as firstname. An empty one is not
	// set.
	Details map[string]string
	// Created is now when zero.
	Created time.Time

	listed  time.Time // from when on the list has it
	deleted time.Time // zero while it is there
}

// contacts are all contacts of an account.
type contacts struct {
	inOrder  []*Contact
	byID     map[string]*Contact
	byNumber map[[2]string]*Contact // group and number
}

func newContacts() contacts {
	return contacts{byID: map[string]*Contact{}, byNumber: map[[2]string]*Contact{}}
}

// AddContact puts a contact into a group, as the dashboard does, and returns its id.
func (a *Account) AddContact(c Contact) string {
	a.mu.Lock()
	defer a.mu.Unlock()
	c.Number, _ = wire.E164(c.Number)
	return a.addContact(c).ID
}

func (a *Account) addContact(c Contact) *Contact {
	c.ID = cmp.Or(c.ID, fmt.Sprintf("C%d", 1001+len(a.contacts.inOrder)))
	if c.Created.IsZero() {
		c.Created = a.Now()
	}
	if c.Details == nil {
		c.Details = map[string]string{}
	}
	a.contacts.inOrder = append(a.contacts.inOrder, &c)
	a.contacts.byID[c.ID] = &c
	a.contacts.byNumber[[2]string{c.GroupID, c.Number}] = &c
	return &c
}

// RemoveContact takes a contact away, as the dashboard does.
func (a *Account) RemoveContact(id string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if c := a.contacts.byID[id]; c != nil {
		a.removeContact(c)
		c.deleted = time.Time{}.Add(1) // the list does not lag
	}
}

func (a *Account) removeContact(c *Contact) {
	c.deleted = a.Now()
	delete(a.contacts.byID, c.ID)
	delete(a.contacts.byNumber, [2]string{c.GroupID, c.Number})
}

// SetContact changes details of a contact, as the dashboard does.
func (a *Account) SetContact(id string, details map[string]string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for name, value := range details {
		a.contacts.byID[id].Details[name] = value
	}
}

// Contacts returns the contacts of a group that are there, in the order in which they came.
func (a *Account) Contacts(groupID string) []Contact {
	a.mu.Lock()
	defer a.mu.Unlock()
	var there []Contact
	for _, c := range a.contacts.inOrder {
		if c.GroupID == groupID && c.deleted.IsZero() {
			there = append(there, *c)
		}
	}
	return there
}

// dropContacts deletes the contacts of a group.
func (a *Account) dropContacts(groupID string) {
	for _, c := range a.contacts.inOrder {
		if c.GroupID == groupID && c.deleted.IsZero() {
			a.removeContact(c)
		}
	}
}
