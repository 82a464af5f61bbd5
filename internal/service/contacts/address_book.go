package contacts

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// addressBook is what the vendor lists in a group.
type addressBook struct {
	client   *sms.Client
	groupID  string
	contacts map[string]sms.Contact // by number in E.164 form
	// known has contacts by numbers in E.164 form, of which the vendor may write another
	// spelling.
	known []map[string]detailsModel
}

// readAddressBook reads all pages of a group.
func readAddressBook(ctx context.Context, client *sms.Client, groupID string, known ...map[string]detailsModel) (*addressBook, error) {
	book := &addressBook{client: client, groupID: groupID, contacts: map[string]sms.Contact{}, known: known}
	var index *phone.Index // is made when it is needed: the vendor writes E.164 as a rule
	for contact, err := range client.Contacts(ctx, groupID) {
		if err != nil {
			return nil, err
		}
		number := contact.PhoneNumber
		if !book.knows(number) {
			if index == nil {
				index = book.index()
			}
			if number = numberIn(index, contact); number == "" {
				return nil, fmt.Errorf("the number of the contact %s in the group can't be read: %q.\n\nCorrect or delete this contact in the dashboard", contact.ID, contact.PhoneNumber)
			}
		}
		// A group has a number once. If it has one twice, the older contact counts.
		if _, twice := book.contacts[number]; !twice {
			book.contacts[number] = contact
		}
	}
	return book, nil
}

// again reads the group once more.
func (b *addressBook) again(ctx context.Context) (*addressBook, error) {
	return readAddressBook(ctx, b.client, b.groupID, b.known...)
}

func (b *addressBook) knows(number string) bool {
	return slices.ContainsFunc(b.known, func(contacts map[string]detailsModel) bool {
		_, known := contacts[number]
		return known
	})
}

func (b *addressBook) index() *phone.Index {
	index := phone.NewIndex()
	for _, contacts := range b.known {
		for number := range contacts {
			index.Add(number)
		}
	}
	return index
}

// numberIn returns the number of a contact in E.164 form: the one in the index, or else
// what is read in it; empty if it can't be read.
func numberIn(index *phone.Index, contact sms.Contact) string {
	if same := index.Find(contact.PhoneNumber); len(same) == 1 {
		return same[0]
	}
	if number := e164Of(contact); number != nil {
		return *number
	}
	return ""
}

// e164Of returns the number of a contact in E.164 form; nil if it can't be read. The vendor
// writes some numbers without their plus sign.
func e164Of(contact sms.Contact) *string {
	number := contact.PhoneNumber
	normal, err := phone.E164(number, phone.DefaultRegion)
	if isBare := strings.Trim(number, "0123456789") == "" && !strings.HasPrefix(number, "0"); err != nil && isBare && len(number) >= shortestBare {
		normal, err = phone.E164("+"+number, phone.DefaultRegion)
	}
	if err != nil {
		return nil
	}
	return &normal
}

// shortestBare is how many digits a number has at least that is read with a plus sign which
// it lacks.
const shortestBare = 10

// strangers counts the contacts that are not wanted.
func (b *addressBook) strangers(want map[string]detailsModel) int {
	strangers := 0
	for number := range b.contacts {
		if _, wanted := want[number]; !wanted {
			strangers++
		}
	}
	return strangers
}

// refresh is a state with what the group has now. A contact that was refused stays in the
// state, so that it is offered again only with the next change.
func (b *addressBook) refresh(state groupContactsModel) *groupContactsModel {
	fresh := &groupContactsModel{
		GroupID:  state.GroupID,
		Contacts: make(map[string]detailsModel, len(b.contacts)),
		Refused:  map[string]string{},
		Total:    types.Int64Value(int64(len(b.contacts))),
	}
	for number, contact := range b.contacts {
		fresh.Contacts[number] = state.Contacts[number].keep(contact.ContactDetails)
	}
	for number, reason := range state.Refused {
		mine, managed := state.Contacts[number]
		if _, there := b.contacts[number]; managed && !there {
			fresh.Contacts[number], fresh.Refused[number] = mine, reason
		}
	}
	return fresh
}

func (b *addressBook) unread() diag.Diagnostics {
	var unread []string
	for _, contact := range b.contacts {
		unread = append(unread, contact.Unread...)
	}
	return diagnostic.Unread("Incomplete contacts", unread)
}

// isRefusal reports whether the vendor refused a call for a reason of this call.
func isRefusal(err error) bool {
	failed, ok := errors.AsType[*partner.Error](err)
	return ok && failed.Reason == partner.ReasonVendor && !failed.IsTransient() && !failed.IsInvalidKey()
}

// groupContactsError explains a list of contacts that can't be read.
func groupContactsError(summary string, err error) diag.Diagnostic {
	return diagnostic.FromError(summary, err, contactListFaults)
}

// matches reports whether a contact has the details that are wanted.
func matches(contact sms.Contact, want detailsModel) bool {
	return len(want.details().Differing(contact.ContactDetails)) == 0
}
