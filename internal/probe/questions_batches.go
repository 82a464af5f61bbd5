package main

import (
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

var batchQuestions = []*question{
	{
		numbers: "C56, U34", title: "a batch of contacts", product: product.SMS, needs: []string{"-own-number"}, writes: true,
		makes: "a contact with your number in that group, which is deleted", most: 3 + tries, ask: askBatch,
	},
	{
		numbers: "C16, U28", title: "the deletion of a group, and its contacts", product: product.SMS, writes: true,
		most: 8 + tries, ask: askGroupDeletion,
	},
}

// batch adds the user's number, and a row without a number that must be refused.
func (a *asked) batch(e *addition) (rows []map[string]any) {
	p := a.probe
	params := map[string]any{"groupId": p.groupID, "contactsList": []map[string]any{
		{"phoneNumber": p.settings.ownNumber, "firstname": "Probe"}, {"phoneNumber": ""},
	}}
	got := a.post("/contact/add", params)
	if got.noCall() {
		got = a.post("/contact/multiple/add", params)
		a.variant(!got.noCall() && got.arrived(), "contact-multiple-add", "batches are taken at /contact/multiple/add only")
	}
	e.check(got)
	rows = got.rows("results")
	added := len(rows) == 0
	for _, row := range rows {
		if added = added || row["success"] != false; row["success"] == true {
			e.answered(a, got, textOf(row["contactId"]))
		}
	}
	e.settled = e.settled || !added
	return rows
}

// judgeStoppedBatch adds a number that is on the STOP list.
func (a *asked) judgeStoppedBatch() {
	if a.probe.groupID == "" || !a.mayAddContacts() {
		return
	}
	e := a.probe.intendContact()
	rows := a.batch(e)
	a.variant(len(rows) > 0 && rows[0]["success"] == false, "contact-batch-stops", "a batch refuses a number of the STOP list")
	a.probe.settle(a.ctx, e.entry)
}

func askBatch(a *asked) {
	p := a.probe
	if !a.mayAddContacts() {
		return
	}
	e := p.intendContact()
	p.batched = e
	rows := a.batch(e)
	a.expect(len(rows) == 2 && rows[0]["success"] == true && rows[1]["success"] == false)
	for _, row := range rows {
		_, coded := row["code"]
		_, told := row["message"]
		a.variant(row["success"] == false && coded && !told, "contact-batch-codes", "a refused row has a code and no message")
		_, has := row["contactId"]
		a.variant(row["success"] == true && has, "contact-batch-ids", "a row that was added has its contactId")
	}
	var list *answer
	var listed []map[string]any
	p.eventually(a.ctx, func() bool {
		list, listed = a.page(p.groupID, 1)
		return e.settled || len(p.own(listed)) > 0
	})
	for _, id := range p.own(listed) {
		e.seen = p.contacts.add(id)
	}
	a.note(list.succeeded() && len(listed) > 1, "The row without a number was added too")
}

func askGroupDeletion(a *asked) {
	p := a.probe
	if p.groupID == "" {
		a.skipped = "no group could be added"
		return
	}
	if p.contacts.mixed {
		a.skipped = "the group may hold a contact that was there before"
		return
	}
	contact := ""
	if p.batched != nil {
		if _, rows := a.page(p.groupID, 1); len(p.own(rows)) > 0 {
			contact = p.own(rows)[0]
		}
	}
	form, got := p.deleteGroup(p.groupID, a.do)
	if got.succeeded() && form != groupDeletes[0] {
		a.variantWith("group-delete", form, "a group is deleted in this form only")
	}
	a.note(got.arrived() && !got.succeeded(), "No form of the call deleted the group")
	if contact != "" && got.succeeded() {
		detail := a.do(call{method: http.MethodGet, path: "/contact/detail", params: map[string]any{"contactId": contact}})
		a.variant(detail.succeeded(), "group-delete-keeps-contacts", "the contacts of a deleted group are still there")
		p.batched.settled = detail.refused() && detail.code() == "404"
		if detail.succeeded() {
			p.settle(a.ctx, p.batched.entry)
		}
	}
	asked, held := p.eventually(a.ctx, func() bool {
		list := a.get("/group/list", nil)
		return list.has("groups") && len(groupsNamed(list, p.groupName)) == 0
	})
	a.expect(got.succeeded(), held)
	a.variant(got.succeeded() && (asked > 1 || !held), "group-list-delay", "the list lags behind what was deleted")
	p.settle(a.ctx, p.group)
}
