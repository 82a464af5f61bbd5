package sms

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var groupAdd = partner.Operation{
	Name:   "group/add",
	Method: http.MethodPost,
	Path:   "/group/add",
	Class:  partner.Write,
	Data:   "groupId",
	// 2 is a missing key beside "success": false, and the code of success beside true.
	Codes:     map[string]partner.Meaning{"1": partner.MeaningRefused, "2": partner.MeaningKeyMissing},
	Successes: []string{"2", partner.CodeSuccess},
}

// AddGroup makes a contact group and returns its id. The vendor does not say whether two
// groups may have the same name. An answer with the id of a group that isKnown, or with
// another name, is about another group.
//
// SMS Partner documentation: "Ajouter un groupe" / "Add a group".
func (c *Client) AddGroup(ctx context.Context, name string, isKnown func(id string) bool) (string, error) {
	return partner.Do(ctx, c.partner, &groupAdd, partner.Params{"name": name}, func(o *partner.Object) string {
		about(o, "group", []string{"name", "groupname"}, name, SameName)
		id := value(only(o, []string{"groupid"}, partner.SameText))
		switch {
		case id == "0":
			o.Reject(`its "groupId" is 0`)
		case isKnown(id):
			o.Reject(fmt.Sprintf("its \"groupId\" is %s, which another group has", id))
		}
		return id
	})
}

// InTurn makes a group while no other one of this run is being made, see [partner.Turn].
func (c *Client) InTurn(create func(made map[string]bool)) { c.groupCreation.Take(create) }

// SameName compares the name of a group as it was sent with the same in an answer.
func SameName(a, b string) bool { return partner.Readable(a) == partner.Readable(b) }

var groupList = partner.Operation{
	Name:     "group/list",
	Method:   http.MethodGet,
	Path:     "/group/list",
	Class:    partner.Read,
	Data:     "groups",
	DataKind: partner.List,
	// The documented sample of a success says "success": false.
	Proof:     partner.ByDataAlone,
	Successes: []string{"2", partner.CodeSuccess},
}

// Group is a contact group. What the vendor did not say is nil.
type Group struct {
	// ID is what other calls take. contact/detail names groups by other ids.
	ID   string
	Name *string
	// CreatedAt is in Paris time.
	CreatedAt *time.Time
	// IsSpecialFile and IsLocationFile are the vendor's; the latter seems to mark the
	// files of rented contacts.
	IsSpecialFile, IsLocationFile *bool
	// Unread says which of these values could not be read, and why.
	Unread []string
}

// Groups asks for all contact groups of the account. A list that may lack some is an
// error: a group that is not in the list is gone.
//
// SMS Partner documentation: "Obtenir la liste des groupes" / "Get the list of groups".
func (c *Client) Groups(ctx context.Context) ([]Group, error) {
	return partner.Do(ctx, c.partner, &groupList, nil, func(o *partner.Object) []Group {
		list := o.List("groups")
		groups := make([]Group, 0, len(list))
		names := make(map[string]string, len(list)) // by id
		for _, entry := range list {
			group := decodeGroup(entry)
			if group.ID == "" {
				o.Reject("its " + entry.Name() + " has no id")
			}
			switch name, twice := names[group.ID]; {
			case !twice:
				names[group.ID] = value(group.Name)
				groups = append(groups, group)
			case name != value(group.Name):
				o.Reject(fmt.Sprintf("it lists the id %s with two names", group.ID))
			}
		}
		o.RejectPart(len(list))
		return groups
	})
}

func decodeGroup(o *partner.Object) Group {
	before := len(o.Unread())
	group := Group{
		ID:             value(only(o, []string{"id"}, partner.SameText)),
		Name:           o.Text("name"),
		CreatedAt:      o.Time("createdAt"),
		IsSpecialFile:  o.Bool("isSpecialFile"),
		IsLocationFile: o.Bool("isLocationFile"),
	}
	group.Unread = o.Unread()[before:]
	return group
}

// groupDeletes are the forms in which the documentation prints the call, which contradict
// each other. Of a heading and a sample that disagree, the sample proved right elsewhere,
// and the other calls spell the path in English.
var groupDeletes = []partner.Operation{
	groupDelete(http.MethodPost, "/group/delete"),
	groupDelete(http.MethodDelete, "/group/delete"),
	groupDelete(http.MethodPost, "/groupe/delete"),
	groupDelete(http.MethodDelete, "/groupe/delete"),
}

func groupDelete(method, path string) partner.Operation {
	return partner.Operation{
		Name:   "group/delete",
		Method: method,
		Path:   path,
		Class:  partner.Write,
		Codes:  map[string]partner.Meaning{"1": partner.MeaningRefused, "404": partner.MeaningNotFound},
	}
}

// DeleteGroup deletes a contact group. Whether its contacts go with it is not documented.
// It tries the documented forms of the call in turn, and goes on where there is no such
// call, or where the vendor does not know a group that it lists. The form that worked is
// the first one of the next call.
//
// SMS Partner documentation: "Supprimer un groupe" / "Delete a group".
func (c *Client) DeleteGroup(ctx context.Context, id string) error {
	first := int(c.groupDelete.Load())
	var refused, noCall error // the vendor's first word on the group, and the last on a form
	for i := range groupDeletes {
		form := (first + i) % len(groupDeletes)
		params := partner.Params{"groupId": id}
		_, err := partner.Do(ctx, c.partner, &groupDeletes[form], params, func(*partner.Object) struct{} { return struct{}{} })
		switch {
		case err == nil:
			c.groupDelete.Store(int32(form)) //nolint:gosec // there are four
			return nil
		case partner.IsNotFound(err):
			groups, listErr := c.Groups(ctx)
			if listErr != nil {
				return listErr
			}
			if !slices.ContainsFunc(groups, func(g Group) bool { return g.ID == id }) {
				return nil // it was gone before
			}
			refused = cmp.Or(refused, err)
		case partner.IsNoCall(err):
			noCall = err
		case groupDeletes[form].Method == http.MethodDelete && lacksBody(err):
			refused = cmp.Or(refused, err)
		default:
			return err
		}
	}
	return cmp.Or(refused, noCall)
}

// lacksBody reports whether the vendor misses what the body has: not every server on the
// way passes on the body of a DELETE.
func lacksBody(err error) bool {
	failed, ok := errors.AsType[*partner.Error](err)
	return ok && (failed.Code == "1" || failed.IsInvalidKey())
}
