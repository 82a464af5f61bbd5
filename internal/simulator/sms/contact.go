package sms

import (
	"cmp"
	"fmt"
	"maps"
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
	routes := []wire.Route{
		{
			Method: http.MethodPost, Path: "/contact/add", Handle: a.contactAdd,
			Parameters: append(slices.Clone(batch), contact),
		},
		{
			Method: http.MethodPost, Path: "/contact/multiple/add", Handle: a.contactBatch,
			Parameters: batch, Absent: !forms.ContactMultipleAdd,
		},
		{
			Method: http.MethodPost, Path: "/contact/update", Handle: a.contactUpdate,
			Parameters: []wire.Parameter{wire.KeyParameter, {Name: "contactId"}, contact},
		},
		{
			Method: http.MethodPost, Path: "/contact/delete", Handle: a.contactDelete,
			Parameters: []wire.Parameter{wire.KeyParameter, {Name: "contactId"}},
		},
		{
			Method: http.MethodGet, Path: "/contact/detail", Handle: a.contactDetail,
			Parameters: []wire.Parameter{wire.KeyParameter, {Name: "contactId"}},
		},
		{
			Method: http.MethodGet, Path: "/contact/list", Handle: a.contactList,
			Parameters: []wire.Parameter{wire.KeyParameter, {Name: "groupId"}, {Name: "page", Check: wire.IsPositiveNumber}},
			Absent:     forms.ContactListPost,
		},
		{
			Method: http.MethodPost, Path: "/contact/list", Handle: a.contactList,
			Parameters: []wire.Parameter{wire.KeyParameter, {Name: "groupId"}, {Name: "page", Check: wire.IsPositiveNumber}},
			Absent:     !forms.ContactListPost,
		},
	}
	for i := range routes {
		routes[i].KeyMissing, routes[i].KeyIncorrect = missing, groupKeyIncorrect
	}
	return routes
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
	known   time.Time // from when on contact/detail has it
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
	maps.Copy(a.contacts.byID[id].Details, details)
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
