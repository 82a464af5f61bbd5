package sms

import (
	"context"
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

// contactInGroup is the code of a number that the group has already.
const contactInGroup = "15"

var contactAdd = partner.Operation{
	Name:     "contact/add",
	Method:   http.MethodPost,
	Path:     "/contact/add",
	Class:    partner.Write,
	Data:     "contact",
	DataKind: partner.Group,
	Codes: map[string]partner.Meaning{
		"1": partner.MeaningRefused, "2": partner.MeaningRefused, contactInGroup: partner.MeaningExists,
	},
}

// AddContact adds a number to a group and returns the contact's id. A group has a number
// once.
//
// SMS Partner documentation: "Ajouter un contact" / "Add a contact".
func (c *Client) AddContact(ctx context.Context, groupID, number string, details ContactDetails) (string, error) {
	params := partner.Params{"groupId": groupID, "contact": details.added(number)}
	return partner.Do(ctx, c.partner, &contactAdd, params, func(o *partner.Object) string {
		added := o.Object("contact")
		about(added, "phone number", numberNames, number, phone.Same)
		id := value(only(added, contactIDNames, partner.SameText))
		if id == "" || id == "0" {
			o.Reject(`its "contact" has no contactId`)
		}
		return id
	})
}

var contactUpdate = partner.Operation{
	Name:   "contact/update",
	Method: http.MethodPost,
	Path:   "/contact/update",
	Class:  partner.Write,
	// The echo of what was sent. A gateway that only queued the call had none.
	Data:     "contact",
	DataKind: partner.Group,
	Codes: map[string]partner.Meaning{
		"1": partner.MeaningRefused, "2": partner.MeaningRefused, contactInGroup: partner.MeaningExists, "404": partner.MeaningNotFound,
	},
}

// UpdateContact changes all details of a contact; number is the one that it has. What the
// vendor kept is known only from reading the contact again.
//
// SMS Partner documentation: "Modifier un contact" / "Edit a contact".
func (c *Client) UpdateContact(ctx context.Context, id, number string, details ContactDetails) error {
	params := partner.Params{"contactId": id, "contact": details.changed(number)}
	_, err := partner.Do(ctx, c.partner, &contactUpdate, params, func(o *partner.Object) struct{} {
		about(o.Object("contact"), "contact", contactIDNames, id, partner.SameText)
		return struct{}{}
	})
	return err
}

var contactDelete = partner.Operation{
	Name:   "contact/delete",
	Method: http.MethodPost,
	Path:   "/contact/delete",
	Class:  partner.Write,
	Codes:  map[string]partner.Meaning{"1": partner.MeaningRefused, "404": partner.MeaningNotFound},
}

// DeleteContact deletes a contact. One that is not there any more is deleted.
//
// SMS Partner documentation: "Supprimer un contact" / "Delete a contact".
func (c *Client) DeleteContact(ctx context.Context, id string) error {
	_, err := partner.Do(ctx, c.partner, &contactDelete, partner.Params{"contactId": id}, func(o *partner.Object) struct{} {
		o.RejectWords()
		return struct{}{}
	})
	if partner.IsNotFound(err) {
		return nil
	}
	return err
}
