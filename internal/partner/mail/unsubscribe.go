package mail

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var unsubscribeList = partner.Operation{
	Name:     "unsubscribe/list",
	Method:   http.MethodGet,
	Path:     "/unsubscribe/list", // the current page prints another path, all samples this one
	Class:    partner.Read,
	Data:     "data",
	DataKind: partner.List,
	Count:    "nbData",
	Codes:    map[string]partner.Meaning{"1": partner.MeaningKeyMissing},
}

// Unsubscribe is an entry of the list of addresses that refuse mails. What the vendor did not
// say is nil.
type Unsubscribe struct {
	// ID is what the deletion takes.
	ID    string
	Email *string
	// CreatedAt is in Paris time.
	CreatedAt *time.Time
	// Unread says which of these values could not be read, and why.
	Unread []string
}

// IsReadable reports whether the entry has an address that can be compared with others. One
// with an asterisk may be masked.
func (u Unsubscribe) IsReadable() bool {
	return u.Email != nil && strings.Contains(*u.Email, "@") && !strings.ContainsAny(*u.Email, "*\ufffd ")
}

// emailNames are the names, in any spelling, by which answers say what address they are about.
var emailNames = []string{"email", "mail"}

// Unsubscribes asks for the whole list. One that may lack some is an error: whoever is not in
// it may be written to. Paging is not documented.
//
// Mail Partner documentation: "Liste des désabonnements" / "Unsubscribe list".
func (c *Client) Unsubscribes(ctx context.Context) ([]Unsubscribe, error) {
	return partner.Do(ctx, c.partner, &unsubscribeList, nil, func(o *partner.Object) []Unsubscribe {
		list := o.List("data")
		entries := make([]Unsubscribe, 0, len(list))
		emails := make(map[string]*string, len(list)) // by id
		for _, row := range list {
			entry := decodeUnsubscribe(row)
			if entry.ID == "" {
				o.Reject("its " + row.Name() + " has no id")
			}
			switch email, twice := emails[entry.ID]; {
			case !twice:
				emails[entry.ID] = entry.Email
				entries = append(entries, entry)
			case !partner.SameValue(email, entry.Email):
				o.Reject(fmt.Sprintf("it lists the id %s with two addresses", entry.ID))
			}
		}
		o.RejectPart(len(list))
		return entries
	})
}

func decodeUnsubscribe(o *partner.Object) Unsubscribe {
	before := len(o.Unread())
	entry := Unsubscribe{Email: o.Only(partner.SameEmail, emailNames...), CreatedAt: o.Time("createdAt")}
	if id := o.Identifier(partner.SameText, "id"); id != nil {
		entry.ID = *id
	}
	entry.Unread = o.Unread()[before:]
	return entry
}

var unsubscribeAdd = partner.Operation{
	Name:   "unsubscribe/add",
	Method: http.MethodPost,
	Path:   "/unsubscribe/add",
	Class:  partner.Write,
	// The id is not declared as Data: beside a refusal, it may be that of an entry which was
	// there before, and no sign of a success.
	Codes: map[string]partner.Meaning{
		"1": partner.MeaningKeyMissing,
		"2": partner.MeaningRefused,
		"3": partner.MeaningExists,
		"9": partner.MeaningRefused,
	},
}

// AddUnsubscribe puts an address on the list, and returns the id that the answer gives. The
// documentation does not say whether the list has the entry under the same id.
//
// Mail Partner documentation: "Ajouter un mail" / "Add a mail address".
func (c *Client) AddUnsubscribe(ctx context.Context, email string) (string, error) {
	return partner.Do(ctx, c.partner, &unsubscribeAdd, partner.Params{"email": email}, func(o *partner.Object) string {
		if answered := o.Only(partner.SameEmail, emailNames...); answered != nil && !partner.SameEmail(*answered, email) {
			o.Reject(fmt.Sprintf("it is not about %s, but about %q", email, *answered))
		}
		id := o.Identifier(partner.SameText, "stopid")
		switch {
		case id == nil:
			o.Reject(`it reports success, but has no "stopId"`)
			return ""
		case !partner.IsID(*id):
			o.Reject(fmt.Sprintf(`its "stopId" is %q`, *id))
		}
		return *id
	})
}

// unsubscribeDelete deletes with a GET, which is a write all the same. The French page shows
// the codes of the addition.
var unsubscribeDelete = partner.Operation{
	Name:   "unsubscribe/delete",
	Method: http.MethodGet,
	Path:   "/unsubscribe/delete",
	Class:  partner.Write,
	Codes: map[string]partner.Meaning{
		"1": partner.MeaningKeyMissing,
		"2": partner.MeaningRefused,
		"3": partner.MeaningRefused,
		"4": partner.MeaningNotFound,
	},
}

// DeleteUnsubscribe takes an entry off the list, by its id.
//
// Mail Partner documentation: "Supprimer un mail" / "Remove a mail address".
func (c *Client) DeleteUnsubscribe(ctx context.Context, id string) error {
	_, err := partner.Do(ctx, c.partner, &unsubscribeDelete, partner.Params{"id": id}, func(o *partner.Object) struct{} {
		if answered := o.Identifier(partner.SameText, "id", "stopid"); answered != nil && *answered != id {
			o.Reject(fmt.Sprintf("it is not about the entry %s, but about %s", id, *answered))
		}
		return struct{}{}
	})
	return err
}
