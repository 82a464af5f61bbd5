package contacts

import (
	"context"
	"errors"
	"fmt"

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
}

// readAddressBook reads all pages of a group. Numbers that are known, as keys, need not be
// brought into E.164 form.
func readAddressBook[T any](ctx context.Context, client *sms.Client, groupID string, known map[string]T) (*addressBook, error) {
	book := &addressBook{client: client, groupID: groupID, contacts: make(map[string]sms.Contact, len(known))}
	for contact, err := range client.Contacts(ctx, groupID) {
		if err != nil {
			return nil, err
		}
		number := contact.PhoneNumber
		if _, isKnown := known[number]; !isKnown {
			normal := e164Of(contact)
			if normal == nil {
				return nil, fmt.Errorf("the number of the contact %s in the group can't be read: %q.\n\nCorrect or delete this contact in the dashboard", contact.ID, number)
			}
			number = *normal
		}
		// A group has a number once. If it has one twice, the older contact counts.
		if _, twice := book.contacts[number]; !twice {
			book.contacts[number] = contact
		}
	}
	return book, nil
}

// e164Of returns the number of a contact in E.164 form; nil if it can't be read.
func e164Of(contact sms.Contact) *string {
	normal, err := phone.E164(contact.PhoneNumber, phone.DefaultRegion)
	if err != nil {
		return nil
	}
	return &normal
}

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
