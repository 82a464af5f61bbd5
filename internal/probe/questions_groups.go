package main

import (
	"encoding/json"
	"strconv"

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
	p.journalNameless(a.post("/group/add", nil))
	p.groupName = groupPrefix + p.suffix
	p.group = p.intendGroup(&groupUndo{probe: p, name: p.groupName})
	added := a.post("/group/add", map[string]any{"name": p.groupName})
	a.variant(isNumber(added.content["groupId"]), "numeric-group-ids", "groupId is a number")
	a.note(added.succeeded() && added.code() != "2", "A group that was added has the code "+added.code()+", not 2")
	p.group.check(added)
	p.groupID = added.text("groupId")
	var list *answer
	asked, held := p.eventually(a.ctx, func() bool {
		list = a.get("/group/list", nil)
		return len(groupsNamed(list, p.groupName)) > 0
	})
	a.variant(held && asked > 1 || added.succeeded() && !held && list.arrived(), "group-list-delay", "the list lags behind what was added")
	a.variant(list.content["success"] == true, "group-list-success", "the list has success true")
	for _, row := range list.rows("groups") {
		a.variant(isText(row["isSpecialFile"]), "flags-as-strings", "isSpecialFile is a text")
	}
	a.expect(added.gives("groupId"), added.code() == "2", len(groupsNamed(list, p.groupName)) == 1)
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
