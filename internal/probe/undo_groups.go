package main

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// errMixed keeps the group: its deletion could take a contact of the user's.
var errMixed = errors.New("it may hold a contact that was there before")

// groupUndo is about the groups of a name that no other group has, and about the one of an id.
type groupUndo struct {
	probe         *probe
	name, id      string
	seen, deleted bool
}

func (p *probe) intendGroup(u *groupUndo) *entry {
	return p.journal.intend(
		"contact group "+cmp.Or(u.name, "without a name"), "delete the group, which your dashboard lists among the contacts", u.pass,
	)
}

// journalNameless writes down a group that was added although it has no name.
func (p *probe) journalNameless(added *answer) {
	if added.succeeded() {
		p.intendGroup(&groupUndo{probe: p, id: added.text("groupId")})
	}
}

// known is the id of the group, where an answer had one.
func (u *groupUndo) known() string {
	if u.id == "" && u.name != "" {
		return u.probe.groupID
	}
	return u.id
}

// pass deletes the groups, and reads in the list that they are gone.
func (u *groupUndo) pass(ctx context.Context) error {
	p, id := u.probe, u.known()
	if p.contacts.mixed && id == p.groupID {
		return errMixed
	}
	if id != "" && !u.deleted {
		u.delete(ctx, id)
	}
	list := p.get(ctx, "/group/list", nil)
	if !list.has("groups") {
		return unexpected("the list of groups", list)
	}
	listed := false
	for _, row := range list.rows("groups") {
		each := textOf(row["id"])
		if u.name != "" && row["name"] == u.name || id != "" && each == id {
			listed = true
			u.delete(ctx, each)
		}
	}
	switch {
	case listed:
		u.seen = true
		return errStillThere
	case u.seen || u.deleted:
		return nil
	default:
		return errUnconfirmed
	}
}

// delete takes code 404 for what it says: the group is gone.
func (u *groupUndo) delete(ctx context.Context, id string) {
	_, got := u.probe.deleteGroup(id, func(c call) *answer { return u.probe.do(ctx, product.SMS, c) })
	u.deleted = u.deleted || got.succeeded() || got.refused() && got.code() == strconv.Itoa(http.StatusNotFound)
}

// groupDeletes are the forms in which the documentation prints the call.
var groupDeletes = []string{"POST /group/delete", "DELETE /group/delete", "POST /groupe/delete", "DELETE /groupe/delete"}

// deleteGroup tries one form after the other while there is no such call. It returns the
// last form that it tried, and the answer.
func (p *probe) deleteGroup(id string, do func(call) *answer) (form string, got *answer) {
	for _, form = range groupDeletes {
		method, path, _ := strings.Cut(form, " ")
		got = do(call{method: method, path: path, params: map[string]any{"groupId": id}})
		if !got.noCall() {
			return form, got
		}
	}
	return form, got
}
