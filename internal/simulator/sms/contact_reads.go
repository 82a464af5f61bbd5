package sms

import (
	"cmp"
	"strconv"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

func (a *Account) contactDetail(c *wire.Call) (wire.Object, *wire.Failure) {
	contact := a.contacts.byID[c.Text("contactId")]
	switch {
	case c.Text("contactId") == "":
		return nil, contactIDRequired
	case contact == nil || a.Now().Before(contact.known):
		return nil, contactUnknown
	}
	group := wire.Integer("groupId", a.internalID(contact.GroupID))
	if a.options.Variant.ContactGroupToken {
		group = wire.Text("groupId", contact.GroupID)
	}
	return wire.Success(wire.Nested("contact", append(a.contactRow(contact), group)...)), nil
}

// internalID is the number by which contact/detail names a group. All other calls name
// groups by other ids.
func (a *Account) internalID(groupID string) int {
	for i, g := range a.groups {
		if g.ID == groupID {
			return 6363 + i
		}
	}
	return 0
}

func (a *Account) contactRow(c *Contact) wire.Object {
	row := wire.Object{
		wire.Text("contactId", c.ID),
		wire.Text("phone", c.Number),
		wire.Text("firstname", c.Details["firstname"]),
		wire.Text("lastname", c.Details["lastname"]),
		wire.Text("url", c.Details["url"]),
	}
	if !a.options.Variant.ContactNoShortURL {
		row = append(row, wire.Text("shortUrl", c.Details["shortUrlPartnr"]))
	}
	return append(row,
		wire.Text("date", a.shownDetail(c, "date")),
		wire.Text("custom1", c.Details["custom1"]),
		wire.Text("custom2", c.Details["custom2"]),
		wire.Text("custom3", c.Details["custom3"]),
		wire.Text("custom4", c.Details["custom4"]),
		wire.Text("createdAt", c.Created.In(wire.Paris).Format(time.RFC3339)),
		wire.Boolean("stopSms", a.isStopped(c.Number)),
	)
}

// shownDetail is a detail as an answer has it.
func (a *Account) shownDetail(c *Contact, name string) string {
	if name == "date" && a.options.Variant.ContactDayFirst {
		if date, err := time.Parse(time.DateOnly, c.Details[name]); err == nil {
			return date.Format("02-01-2006")
		}
	}
	return c.Details[name]
}

func (a *Account) contactList(c *wire.Call) (wire.Object, *wire.Failure) {
	groupID := c.Text("groupId")
	if groupID == "" {
		return nil, contactGroupRequired
	}
	forms := a.options.Variant.ContactForms
	var listed []*Contact
	for _, contact := range a.contacts.inOrder {
		gone := !contact.deleted.IsZero() && !a.Now().Before(contact.deleted.Add(forms.ContactListDelay))
		if contact.GroupID == groupID && !gone && !a.Now().Before(contact.listed) {
			listed = append(listed, contact)
		}
	}
	page := a.contactPage(c, len(listed))
	on := onPage(page, listed)
	total := len(listed)
	if forms.ContactTotalOfPage {
		total = len(on)
	}
	rows := make([]wire.Object, 0, len(on))
	for _, contact := range on {
		rows = append(rows, a.contactRow(contact))
	}
	return wire.Success(
		wire.Integer("currentPage", page.number),
		wire.Text("total", strconv.Itoa(total)),
		wire.List("datas", rows),
	), nil
}

// contactPage is the page of a list that is asked for, the first one when it is none.
func (a *Account) contactPage(c *wire.Call, listed int) listPage {
	forms := a.options.Variant.ContactForms
	p := listPage{number: 1, size: cmp.Or(forms.ContactPageSize, defaultContactPage)}
	if n, err := strconv.Atoi(c.Text("page")); err == nil && n > 0 {
		p.number = n
	}
	if last := max(1, (listed+p.size-1)/p.size); forms.ContactLastPageRepeats {
		p.number = min(p.number, last)
	}
	return p
}

// contactEcho is a contact as the answer to a write has it.
func (a *Account) contactEcho(c *Contact, has func(name string) bool) wire.Object {
	var echo wire.Object
	if has("phoneNumber") {
		echo = append(echo, wire.Text("phoneNumber", c.Number))
	}
	for _, name := range contactDetails {
		if has(name) && (name != "shortUrlPartnr" || !a.options.Variant.ContactNoShortURL) {
			echo = append(echo, wire.Text(name, a.shownDetail(c, name)))
		}
	}
	return append(echo, wire.Text("contactId", c.ID))
}
