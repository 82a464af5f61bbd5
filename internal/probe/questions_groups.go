package main

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

func jsonNumber(n int) json.Number { return json.Number(strconv.Itoa(n)) }

var groupQuestions = []*question{{
	numbers: "C17, C18, U27, U29, U30", title: "groups: ids, names, list", product: product.SMS, writes: true,
	makes: "two contact groups, tf-probe-..., which are deleted", most: 10 + tries, ask: askGroups,
}}

// groupPrefix begins the names of the probe's groups.
const groupPrefix = "tf-probe-"

func askGroups(a *asked) {
	p := a.probe
	a.post("/group/add", nil)
	p.groupName = groupPrefix + p.suffix
	p.group = p.intendGroup(p.groupName)
	added := a.post("/group/add", map[string]any{"name": p.groupName})
	a.variant(isNumber(added.content["groupId"]), "numeric-group-ids", "groupId is a number")
	a.note(added.succeeded() && added.code() != "2", "A group that was added has the code "+added.code()+", not 2")
	p.group.check(added)
	p.groupID = added.text("groupId")
	var list *answer
	asked, held := eventually(a.ctx, func() bool {
		list = a.get("/group/list", nil)
		return len(groupsNamed(list, p.groupName)) > 0
	})
	a.variant(held && asked > 1 || added.succeeded() && !held && list.arrived(), "group-list-delay", "the list lags behind what was added")
	a.variant(list.content["success"] == true, "group-list-success", "the list has success true")
	for _, row := range list.rows("groups") {
		a.variant(isText(row["isSpecialFile"]), "flags-as-strings", "isSpecialFile is a text")
	}
	if !added.succeeded() {
		return
	}
	again := a.post("/group/add", map[string]any{"name": p.groupName})
	a.variant(again.refused(), "unique-group-names", "a second group of the same name is refused, with code "+again.code())
	if id := again.text("groupId"); again.succeeded() && id != p.groupID {
		// It has no entry of its own: the entry of the name is about both.
		p.deleteGroup(id, func(c call) *answer { return p.do(a.ctx, product.SMS, c) })
	}
}

func groupsNamed(list *answer, name string) []string {
	var ids []string
	for _, row := range list.rows("groups") {
		if row["name"] == name {
			ids = append(ids, textOf(row["id"]))
		}
	}
	return ids
}

// intendGroup writes down groups of a name that no other group has.
func (p *probe) intendGroup(name string) *entry {
	return p.journal.intend(
		"contact group "+name, "delete the group, which your dashboard lists among the contacts",
		func(ctx context.Context) error { return p.undoGroup(ctx, name) },
	)
}

// undoGroup deletes the groups of a name, and reads in the list that they are gone.
func (p *probe) undoGroup(ctx context.Context, name string) error {
	do := func(c call) *answer { return p.do(ctx, product.SMS, c) }
	if p.groupID != "" {
		p.deleteGroup(p.groupID, do)
	}
	var last error
	seen := p.groupID != ""
	for range tries {
		list := p.get(ctx, "/group/list", nil)
		if !list.has("groups") {
			last = unexpected("the list of groups", list)
			continue
		}
		ids := groupsNamed(list, name)
		if last = nil; len(ids) == 0 && seen {
			return nil
		}
		if len(ids) == 0 { // The answer to the addition got lost, and the list may lag.
			continue
		}
		seen, last = true, errStillThere
		for _, id := range ids {
			p.deleteGroup(id, do)
		}
	}
	return last
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

// contactsOf are the ids of the contacts of the probe's own group.
func (p *probe) contactsOf(ctx context.Context) ([]string, error) {
	params := map[string]any{"groupId": p.groupID}
	list := p.get(ctx, "/contact/list", params)
	if list.noCall() {
		list = p.post(ctx, "/contact/list", params)
	}
	if !list.succeeded() {
		return nil, unexpected("the list of contacts", list)
	}
	var ids []string
	for _, row := range list.rows("datas") {
		ids = append(ids, textOf(row["contactId"]))
	}
	return ids, nil
}

// intendContact writes down contacts of the probe's own group. All of them are the probe's.
func (p *probe) intendContact() (e *entry, known *string) {
	known = new(string)
	e = p.journal.intend(
		"contact in the group "+p.groupName, "delete the contact, which your dashboard lists in the group",
		func(ctx context.Context) error { return p.undoContacts(ctx, *known) },
	)
	return e, known
}

func (p *probe) undoContacts(ctx context.Context, known string) error {
	var failed error
	if known != "" {
		failed = p.deleteContact(ctx, known)
	}
	if p.groupID == "" {
		return failed
	}
	ids, err := p.contactsOf(ctx)
	if err != nil && known != "" {
		return failed
	}
	if err != nil {
		return err
	}
	for _, id := range ids {
		failed = errors.Join(failed, p.deleteContact(ctx, id))
	}
	return failed
}

// deleteContact takes code 404 for what it says: the contact is gone.
func (p *probe) deleteContact(ctx context.Context, id string) error {
	got := p.post(ctx, "/contact/delete", map[string]any{"contactId": id})
	if got.succeeded() || got.refused() && got.code() == strconv.Itoa(http.StatusNotFound) {
		return nil
	}
	return unexpected("the deletion of the contact", got)
}
