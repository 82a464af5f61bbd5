package sms

import (
	"context"
	"fmt"
	"iter"
	"net/http"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

// ContactDetails are what a contact says beside the number. The vendor writes an empty text
// for a detail that is not set.
type ContactDetails struct {
	Firstname, Lastname string
	// Date is YYYY-MM-DD.
	Date string
	URL  string
	// Custom are the four free texts.
	Custom [4]string
}

// contactDetail is one detail by the vendor's name.
type contactDetail struct{ name, value string }

func (d ContactDetails) named() []contactDetail {
	return []contactDetail{
		{"firstname", d.Firstname},
		{"lastname", d.Lastname},
		{"date", d.Date},
		{"url", d.URL},
		{"custom1", d.Custom[0]},
		{"custom2", d.Custom[1]},
		{"custom3", d.Custom[2]},
		{"custom4", d.Custom[3]},
	}
}

// Differing returns the vendor's names of the details that differ in an answer from those
// that were sent.
func (d ContactDetails) Differing(answered ContactDetails) []string {
	var names []string
	theirs := answered.named()
	for i, sent := range d.named() {
		if partner.Readable(sent.value) != partner.Readable(theirs[i].value) {
			names = append(names, sent.name)
		}
	}
	return names
}

// added are the parameters of a new contact: what is not set is left out.
func (d ContactDetails) added(number string) partner.Params {
	params := partner.Params{"phoneNumber": number}
	for _, detail := range d.named() {
		if detail.value != "" {
			params[detail.name] = detail.value
		}
	}
	return params
}

// changed are the parameters of a change. All are sent: the documentation does not say
// whether the vendor keeps what is left out.
func (d ContactDetails) changed(number string) partner.Params {
	params := partner.Params{"phoneNumber": number}
	for _, detail := range d.named() {
		params[detail.name] = detail.value
	}
	return params
}

// Contact is a contact of a group. What the vendor did not say is empty or nil.
type Contact struct {
	ID, PhoneNumber string
	ContactDetails
	ShortURL string
	StopSMS  *bool
	// CreatedAt is in Paris time.
	CreatedAt *time.Time
	// Unread says which of these values could not be read, and why.
	Unread []string
}

var contactIDNames = []string{"contactid"}

// decodeContact leaves out the groupId that contact/detail gives: it is another identifier
// than that of the group in all other calls.
func decodeContact(o *partner.Object) Contact {
	before := len(o.Unread())
	contact := Contact{
		ID:          value(only(o, contactIDNames, partner.SameText)),
		PhoneNumber: value(only(o, numberNames, phone.Same)),
		ContactDetails: ContactDetails{
			Firstname: value(o.Text("firstname")),
			Lastname:  value(o.Text("lastname")),
			Date:      contactDate(value(o.Text("date"))),
			URL:       value(o.Text("url")),
		},
		ShortURL:  value(o.Text("shortUrl")),
		StopSMS:   o.Bool("stopSms"),
		CreatedAt: o.Time("createdAt"),
	}
	for i := range contact.Custom {
		contact.Custom[i] = value(o.Text(fmt.Sprintf("custom%d", i+1)))
	}
	contact.Unread = o.Unread()[before:]
	return contact
}

// contactDate writes a date as YYYY-MM-DD: the documentation has it the other way round too.
// What is no date stays as the vendor wrote it.
func contactDate(text string) string {
	if text == "0000-00-00" || text == "0000-00-00 00:00:00" {
		return ""
	}
	for _, form := range []string{time.DateOnly, "02-01-2006", "02/01/2006", time.DateTime, time.RFC3339} {
		if date, err := time.Parse(form, text); err == nil {
			return date.Format(time.DateOnly)
		}
	}
	return text
}

var contactDetailCall = partner.Operation{
	Name:     "contact/detail",
	Method:   http.MethodGet,
	Path:     "/contact/detail",
	Class:    partner.Read,
	Data:     "contact",
	DataKind: partner.Group,
	Codes:    map[string]partner.Meaning{"1": partner.MeaningRefused, "404": partner.MeaningNotFound},
}

// Contact asks for a contact by its id.
//
// SMS Partner documentation: "Obtenir le détail d'un contact" / "Get contact details".
func (c *Client) Contact(ctx context.Context, id string) (Contact, error) {
	return partner.Do(ctx, c.partner, &contactDetailCall, partner.Params{"contactId": id}, func(o *partner.Object) Contact {
		o = o.Object("contact")
		about(o, "contact", contactIDNames, id, partner.SameText)
		contact := decodeContact(o)
		contact.ID = id
		return contact
	})
}

var contactList = partner.Operation{
	Name:     "contact/list",
	Method:   http.MethodGet,
	Path:     "/contact/list",
	Class:    partner.Read,
	Data:     "datas",
	DataKind: partner.List,
	Count:    "total",
	Codes:    map[string]partner.Meaning{"1": partner.MeaningRefused},
}

// contactPages are the pages of a group's contacts that were read.
type contactPages struct {
	// ids are those of the contacts.
	ids map[string]bool
	// first is how many contacts the first page has. total is what the vendor says of the
	// page or of the group, which the documentation does not tell apart; 0 if nothing.
	first, total int64
}

// Contacts goes through the contacts of a group, page by page. A list that lacks some is an
// error: a contact that is not in the list is gone.
//
// SMS Partner documentation: "Obtenir la liste des contacts" / "Get contact list".
func (c *Client) Contacts(ctx context.Context, groupID string) iter.Seq2[Contact, error] {
	return func(yield func(Contact, error) bool) {
		read := contactPages{ids: map[string]bool{}}
		fetch := func(ctx context.Context, page int) ([]Contact, error) {
			// More than the first page has can only be the group.
			if read.total > read.first && read.count() >= read.total {
				return nil, nil
			}
			params := partner.Params{"groupId": groupID, "page": page}
			return partner.Do(ctx, c.partner, &contactList, params, func(o *partner.Object) []Contact {
				contacts := decodeContacts(o)
				if page == 1 {
					read.first = int64(len(contacts))
				}
				read.add(o, contacts)
				return contacts
			})
		}
		partner.Pages(ctx, fetch, func(contact Contact) string { return contact.ID })(yield)
	}
}

func decodeContacts(o *partner.Object) []Contact {
	var contacts []Contact
	for _, item := range o.List("datas") {
		contact := decodeContact(item)
		if contact.ID == "" {
			o.Reject("its " + item.Name() + " has no contactId")
		}
		contacts = append(contacts, contact)
	}
	return contacts
}

func (p *contactPages) count() int64 { return int64(len(p.ids)) }

// add takes over a page. A page without a new contact ends the list, which must then have
// as many as its total.
func (p *contactPages) add(o *partner.Object, contacts []Contact) {
	before := p.count()
	for _, contact := range contacts {
		p.ids[contact.ID] = true
	}
	if total := o.Int("total"); total != nil {
		p.total = max(p.total, *total)
	}
	if p.count() == before && before < p.total {
		o.Reject(fmt.Sprintf("the list ends after %d of %d contacts", before, p.total))
	}
}
