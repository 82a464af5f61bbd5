package sms

import (
	"maps"
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
	all := func(string) bool { return true }
	return wire.Success(wire.Nested("contact", a.contactEcho(added, all)...)), nil
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
	added.known = a.Now().Add(a.options.Variant.ContactDetailDelay)
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
	has := func(name string) bool { _, sent := given[name]; return sent }
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
	if a.options.Variant.ContactEmptyKept {
		maps.DeleteFunc(details, func(_, value string) bool { return value == "" })
	}
	maps.Copy(contact.Details, details)
	return wire.Success(wire.Nested("contact", a.contactEcho(contact, has)...)), nil
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
	case c.Text("contactId") == "" && a.options.Variant.ContactDeleteTexts:
		return nil, contactGroupRequired
	case c.Text("contactId") == "":
		return nil, contactIDRequired
	case contact == nil && a.options.Variant.ContactDeleteTexts:
		return nil, groupUnknown
	case contact == nil:
		return nil, contactUnknown
	}
	a.removeContact(contact)
	return wire.Success(), nil
}
