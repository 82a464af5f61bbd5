package sms

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

var (
	groupUnknown = wire.Refusal(404, "Le groupe n'existe pas", "Group does not exist")
	// groupKeyIncorrect is printed on all pages on groups and contacts.
	groupKeyIncorrect = wire.Refusal(wire.KeyIncorrect, "Clef API incorrecte", "Incorrect API key")
)

// groupPages are the pages "Ajouter un groupe", "Obtenir la liste des groupes" and
// "Supprimer un groupe".
func (a *Account) groupPages() []wire.Route {
	missing := wire.Refusal(10, "La Clé API est requise", "API key is required")
	routes := []wire.Route{
		{
			Method:     http.MethodPost,
			Path:       "/group/add",
			Parameters: []wire.Parameter{wire.KeyParameter, {Name: "name"}},
			KeyMissing: wire.Refusal(2, "La Clé API est requise", "API Key is required"),
			Handle:     a.groupAdd,
		},
		{
			Method:     http.MethodGet,
			Path:       "/group/list",
			Parameters: []wire.Parameter{wire.KeyParameter},
			KeyMissing: missing,
			Handle:     a.groupList,
		},
	}
	for _, form := range groupDeletes {
		method, path, _ := strings.Cut(form, " ")
		routes = append(routes, wire.Route{
			Method:     method,
			Path:       path,
			Parameters: []wire.Parameter{wire.KeyParameter, {Name: "groupId"}},
			Absent:     form != cmp.Or(a.options.Variant.GroupDelete, groupDeletes[0]),
			KeyMissing: missing,
			Handle:     a.groupDelete,
		})
	}
	for i := range routes {
		routes[i].KeyIncorrect = groupKeyIncorrect
	}
	return routes
}

// groupDeletes are the forms in which the documentation prints the call that deletes a
// group.
var groupDeletes = []string{"POST /group/delete", "DELETE /group/delete", "POST /groupe/delete", "DELETE /groupe/delete"}

// GroupForms are the forms of contact groups.
type GroupForms struct {
	// GroupDelete is the form of the call that deletes a group, such as "DELETE
	// /groupe/delete", where the documentation prints four. The others answer as an
	// address without a call does: HTTP 404 or 405, without the envelope. Empty stands
	// for "POST /group/delete".
	GroupDelete string `flag:"group-delete" value:"form" help:"form of the call that deletes a group: POST or DELETE, and /group/delete or /groupe/delete"`
	// GroupListSuccess writes "success": true into the list of groups, where the
	// documented sample has false.
	GroupListSuccess bool `flag:"group-list-success" help:"write success true into the list of groups, where the documentation prints false"`
	// NumericGroupIDs gives groups numbers as ids, where the documentation has texts.
	NumericGroupIDs bool `flag:"numeric-group-ids" help:"write the ids of groups as numbers"`
	// UniqueGroupNames refuses a second group of a name. Neither is documented: not
	// whether the vendor does so, and not the code, for which 99 stands.
	UniqueGroupNames bool `flag:"unique-group-names" help:"refuse a second group of the same name"`
	// GroupListDelay is how long the list of groups lags behind what was added and
	// deleted.
	GroupListDelay time.Duration `flag:"group-list-delay" help:"how long the list of groups lags behind"`
}

// Group is a contact group.
type Group struct {
	ID, Name string
	// Created is now when zero.
	Created time.Time
	// Location marks a file of rented contacts.
	Location bool

	listed  time.Time // from when on the list has it
	deleted time.Time // zero while it is there
}

// AddGroup puts a group on the account, as the dashboard does, and returns its id.
func (a *Account) AddGroup(g Group) string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.addGroup(g).ID
}

func (a *Account) addGroup(g Group) *Group {
	a.lastGroup++
	if g.ID == "" {
		g.ID = fmt.Sprintf("G%d", 100+a.lastGroup)
		if a.options.Variant.NumericGroupIDs {
			g.ID = strconv.Itoa(6000 + a.lastGroup)
		}
	}
	if g.Created.IsZero() {
		g.Created = a.Now()
	}
	a.groups = append(a.groups, &g)
	return &g
}

// Groups returns the groups that are there.
func (a *Account) Groups() []Group {
	a.mu.Lock()
	defer a.mu.Unlock()
	var there []Group
	for _, g := range a.groups {
		if g.deleted.IsZero() {
			there = append(there, *g)
		}
	}
	return there
}

// RemoveGroup takes a group away, as the dashboard does.
func (a *Account) RemoveGroup(id string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.groups = slices.DeleteFunc(a.groups, func(g *Group) bool { return g.ID == id })
}

func (a *Account) groupAdd(c *wire.Call) (wire.Object, *wire.Failure) {
	name := c.Text("name")
	if name == "" {
		return nil, wire.Refusal(1, "name est requis", "name is required")
	}
	known := func(g *Group) bool { return g.Name == name && g.deleted.IsZero() }
	if a.options.Variant.UniqueGroupNames && slices.ContainsFunc(a.groups, known) {
		return nil, wire.Refusal(99, "Ce groupe existe déjà", "This group exists already")
	}
	g := a.addGroup(Group{Name: name})
	g.listed = a.Now().Add(a.options.Variant.GroupListDelay)
	return wire.Object{wire.Boolean("success", true), wire.Integer("code", 2), wire.Text("name", g.Name), a.groupID("groupId", g)}, nil
}

func (a *Account) groupID(name string, g *Group) wire.Field {
	if number, err := strconv.Atoi(g.ID); err == nil && a.options.Variant.NumericGroupIDs {
		return wire.Integer(name, number)
	}
	return wire.Text(name, g.ID)
}

func (a *Account) groupList(*wire.Call) (wire.Object, *wire.Failure) {
	items := []wire.Object{}
	for _, g := range a.groups {
		gone := !g.deleted.IsZero() && !a.Now().Before(g.deleted.Add(a.options.Variant.GroupListDelay))
		if gone || a.Now().Before(g.listed) {
			continue
		}
		items = append(items, wire.Object{
			a.groupID("id", g),
			wire.Text("name", g.Name),
			wire.Text("createdAt", g.Created.In(wire.Paris).Format(time.RFC3339)),
			wire.Boolean("isSpecialFile", false),
			wire.Boolean("isLocationFile", g.Location),
		})
	}
	return wire.Object{wire.Boolean("success", a.options.Variant.GroupListSuccess), wire.List("groups", items)}, nil
}

func (a *Account) groupDelete(c *wire.Call) (wire.Object, *wire.Failure) {
	id := c.Text("groupId")
	if id == "" {
		return nil, wire.Refusal(1, "groupId est requis", "groupId is required")
	}
	for _, g := range a.groups {
		if g.ID == id && g.deleted.IsZero() {
			g.deleted = a.Now()
			if !a.options.Variant.GroupDeleteKeepsContacts {
				a.dropContacts(id)
			}
			return wire.Success(), nil
		}
	}
	return nil, groupUnknown
}
