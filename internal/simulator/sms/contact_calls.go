package sms

import (
	"maps"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

var (
	contactGroupRequired = wire.Refusal(1, "groupId est requis", "groupId is required")
	contactIDRequired    = wire.Refusal(1, "contactId est requis", "contactId is required")
	contactInfoRequired  = wire.Refusal(2, "Contact infos sont requises", "Contact information is required")
	contactInGroup       = wire.Refusal(15, "Le numéro est déjà dans le groupe", "The number is already in the group")
	contactUnknown       = wire.Refusal(404, "Le contact n'existe pas", "The contact does not exist")
)

// oddContact is the refusal of a value that no documentation has a code for, for which 99
// stands.
func oddContact(reason wire.Wording) *wire.Failure { return &wire.Failure{Code: 99, Message: reason} }

// contactColumns are the lengths of the columns in which the vendor keeps the texts.
var contactColumns = map[string]int{
	"firstname": 32, "lastname": 32, "url": 255, "shortUrlPartnr": 100,
	"custom1": 255, "custom2": 255, "custom3": 255, "custom4": 255,
}

// contactAdd adds one contact, or a batch: the documentation has one path for both.
func (a *Account) contactAdd(c *wire.Call) (wire.Object, *wire.Failure) {
	if c.Structure("contactsList") != nil {
		if a.options.Variant.ContactMultipleAdd {
			return nil, wire.NoSuchCall
		}
		return a.contactBatch(c)
	}
	given, _ := c.Structure("contact").(map[string]any)
	groupID := c.Text("groupId")
	switch {
	case groupID == "":
		return nil, contactGroupRequired
	case len(given) == 0:
		return nil, contactInfoRequired
	}
	added, problem, reason := a.takeContact(groupID, given)
	switch {
	case problem == inGroup:
		return nil, contactInGroup
	case problem != "":
		return nil, oddContact(reason)
	}
	echo := wire.Object{wire.Text("phoneNumber", added.Number)}
	for _, name := range contactDetails {
		echo = append(echo, wire.Text(name, a.shownDetail(added, name)))
	}
	return wire.Success(wire.Nested("contact", append(echo, wire.Text("contactId", added.ID))...)), nil
}

// contactDetails are the details in the order in which a new contact is answered.
var contactDetails = []string{"firstname", "lastname", "date", "shortUrlPartnr", "url", "custom1", "custom2", "custom3", "custom4"}

// takeContact adds a contact as a request describes it, or says what is wrong with it, as
// the counter of a batch's report and in words.
func (a *Account) takeContact(groupID string, given map[string]any) (added *Contact, problem string, reason wire.Wording) {
	details := textsOf(given)
	number, valid := wire.E164(details["phoneNumber"])
	delete(details, "phoneNumber")
	switch {
	case number == "":
		return nil, "empty", wire.Wording{French: "Le numéro est vide", English: "The number is empty"}
	case !valid:
		return nil, "invalidePhone", wire.Wording{French: "Le numéro est invalide", English: "The number is invalid"}
	case a.contacts.byNumber[[2]string{groupID, number}] != nil:
		return nil, inGroup, contactInGroup.Message
	}
	if problem, reason = a.checkDetails(details); problem != "" {
		return nil, problem, reason
	}
	added = a.addContact(Contact{GroupID: groupID, Number: number, Details: details})
	added.listed = a.Now().Add(a.options.Variant.ContactListDelay)
	return added, "", reason
}

func textsOf(given map[string]any) map[string]string {
	texts := map[string]string{}
	for name, value := range given {
		texts[name] = wire.MemberText(value)
	}
	return texts
}

// checkDetails cuts or refuses details that do not fit.
func (a *Account) checkDetails(details map[string]string) (problem string, reason wire.Wording) {
	forms := a.options.Variant.ContactForms
	for name, longest := range contactColumns {
		switch {
		case utf8.RuneCountInString(details[name]) <= longest:
		case forms.ContactTextsCut:
			details[name] = string([]rune(details[name])[:longest])
		default:
			return "empty", wire.Wording{French: name + " est trop long", English: name + " is too long"}
		}
	}
	switch {
	case forms.ContactOddStored:
	case details["date"] != "" && isContactDate(details["date"]) != "":
		return "dateInvalide", wire.Wording{French: "La date est invalide", English: "The date is invalid"}
	case details["url"] != "" && wire.IsWebURL(details["url"]) != "":
		return "urlInvalide", wire.Wording{French: "L'URL est invalide", English: "The URL is invalid"}
	}
	return "", reason
}

func (a *Account) contactUpdate(c *wire.Call) (wire.Object, *wire.Failure) {
	given, _ := c.Structure("contact").(map[string]any)
	contact := a.contacts.byID[c.Text("contactId")]
	switch {
	case c.Text("contactId") == "":
		return nil, contactGroupRequired // as the page prints it
	case len(given) == 0:
		return nil, contactInfoRequired
	case contact == nil && a.options.Variant.ContactUpdateUnknown1:
		return nil, contactGroupRequired
	case contact == nil:
		return nil, contactUnknown
	}
	details := textsOf(given)
	if _, reason := a.checkDetails(details); reason.French != "" {
		return nil, oddContact(reason)
	}
	if failed := a.renumber(contact, details["phoneNumber"]); failed != nil {
		return nil, failed
	}
	delete(details, "phoneNumber")
	if a.options.Variant.ContactUpdateClears {
		contact.Details = map[string]string{}
	}
	maps.Copy(contact.Details, details)
	echo := wire.Object{wire.Text("phoneNumber", contact.Number)}
	for _, name := range contactDetails {
		if _, sent := details[name]; sent {
			echo = append(echo, wire.Text(name, a.shownDetail(contact, name)))
		}
	}
	return wire.Success(wire.Nested("contact", append(echo, wire.Text("contactId", contact.ID))...)), nil
}

// renumber gives a contact another number, where a change can.
func (a *Account) renumber(contact *Contact, asked string) *wire.Failure {
	number, _ := wire.E164(asked)
	if asked == "" || number == contact.Number || !a.options.Variant.ContactUpdateNumber {
		return nil
	}
	if a.contacts.byNumber[[2]string{contact.GroupID, number}] != nil {
		return contactInGroup
	}
	delete(a.contacts.byNumber, [2]string{contact.GroupID, contact.Number})
	contact.Number = number
	a.contacts.byNumber[[2]string{contact.GroupID, number}] = contact
	return nil
}

func (a *Account) contactDelete(c *wire.Call) (wire.Object, *wire.Failure) {
	contact := a.contacts.byID[c.Text("contactId")]
	switch {
	case c.Text("contactId") == "":
		return nil, contactIDRequired
	case contact == nil:
		return nil, contactUnknown
	}
	a.removeContact(contact)
	return wire.Success(), nil
}

func (a *Account) contactDetail(c *wire.Call) (wire.Object, *wire.Failure) {
	contact := a.contacts.byID[c.Text("contactId")]
	switch {
	case c.Text("contactId") == "":
		return nil, contactIDRequired
	case contact == nil:
		return nil, contactUnknown
	}
	row := append(a.contactRow(contact), wire.Integer("groupId", a.internalID(contact.GroupID)))
	return wire.Success(wire.Nested("contact", row...)), nil
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
	return wire.Object{
		wire.Text("contactId", c.ID),
		wire.Text("phone", c.Number),
		wire.Text("firstname", c.Details["firstname"]),
		wire.Text("lastname", c.Details["lastname"]),
		wire.Text("url", c.Details["url"]),
		wire.Text("shortUrl", c.Details["shortUrlPartnr"]),
		wire.Text("date", a.shownDetail(c, "date")),
		wire.Text("custom1", c.Details["custom1"]),
		wire.Text("custom2", c.Details["custom2"]),
		wire.Text("custom3", c.Details["custom3"]),
		wire.Text("custom4", c.Details["custom4"]),
		wire.Text("createdAt", c.Created.In(wire.Paris).Format(time.RFC3339)),
		wire.Boolean("stopSms", a.isStopped(c.Number)),
	}
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
	page := max(1, int(wholeNumber(c.Text("page"))))
	size := defaultContactPage
	if forms.ContactPageSize > 0 {
		size = forms.ContactPageSize
	}
	if pages := (len(listed) + size - 1) / size; forms.ContactLastPageRepeats {
		page = max(1, min(page, pages))
	}
	on := listed[min((page-1)*size, len(listed)):min(page*size, len(listed))]
	total := len(listed)
	if forms.ContactTotalOfPage {
		total = len(on)
	}
	rows := make([]wire.Object, 0, len(on))
	for _, contact := range on {
		rows = append(rows, a.contactRow(contact))
	}
	return wire.Success(
		wire.Integer("currentPage", page),
		wire.Text("total", strconv.Itoa(total)),
		wire.List("datas", rows),
	), nil
}
