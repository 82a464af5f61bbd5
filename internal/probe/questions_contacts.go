package main

import (
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

var contactQuestions = []*question{{
	numbers: "C19, C21, C22, C23, C24, C25, U32, U33", title: "a contact: add, read, list, change, delete", product: product.SMS,
	needs: []string{"-own-number"}, writes: true,
	makes: "a contact with your number in that group, which is deleted", most: 28 + 2*tries, ask: askContacts,
}}

// firstDetails are those of the contact that the probe adds.
func firstDetails(number string) map[string]any {
	return map[string]any{
		"phoneNumber": number, "firstname": "Probe", "date": "2000-01-31", "shortUrlPartnr": "https://example.org/s",
		"custom1": "one", "custom2": "two",
	}
}

func askContacts(a *asked) {
	p := a.probe
	own := p.settings.ownNumber
	if !a.mayAddContacts() {
		return
	}
	e := p.intendContact()
	add := map[string]any{"groupId": p.groupID, "contact": firstDetails(own)}
	added := a.post("/contact/add", add)
	id := textOf(added.object("contact")["contactId"])
	if !e.answered(a, added, id) {
		return
	}
	if id == "" {
		a.note(added.arrived(), "The contact was not added")
		return
	}
	var detail *answer
	asked, held := a.probe.eventually(a.ctx, func() bool {
		detail = a.get("/contact/detail", map[string]any{"contactId": id})
		return detail.succeeded()
	})
	a.variant(held && asked > 1, "contact-detail-delay", "contact/detail does not know a new contact at once")
	a.expect(added.succeeded(), detail.gives("contact"))
	a.judgeDetail(detail)
	a.judgeList(id)
	second := p.intendContact()
	again := a.post("/contact/add", add)
	second.answered(a, again, textOf(again.object("contact")["contactId"]))
	a.judgeChanges(id)
	unknown := a.post("/contact/update", map[string]any{"contactId": unknownText, "contact": map[string]any{"firstname": "Probe"}})
	a.variant(unknown.refused() && unknown.code() == "1", "contact-update-unknown-1", "a change of an unknown contact gets code 1, not 404")
	gone := a.post("/contact/delete", map[string]any{"contactId": unknownText})
	a.variant(speaksOfGroup(gone), "contact-delete-texts", "the refusal of a deletion speaks of a group")
	deleted := a.post("/contact/delete", map[string]any{"contactId": id})
	after := a.get("/contact/detail", map[string]any{"contactId": id})
	a.expect(unknown.refusedWith("404"), gone.refusedWith("404"), deleted.succeeded(), after.refusedWith("404"))
	p.settle(a.ctx, e.entry)
	p.settle(a.ctx, second.entry)
}

func speaksOfGroup(got *answer) bool {
	message := strings.ToLower(got.text("message"))
	return got.refused() && (strings.Contains(message, "group") || strings.Contains(message, "groupe"))
}

func (a *asked) judgeDetail(detail *answer) {
	contact := detail.object("contact")
	if contact == nil {
		return
	}
	a.variant(isText(contact["groupId"]) && textOf(contact["groupId"]) == a.probe.groupID, "contact-group-token",
		"contact/detail names the group as all other calls do")
	_, short := contact["shortUrl"]
	a.expect(hasAll(contact, "contactId", "phone", "groupId", "shortUrl", "date", "stopSms"))
	a.variant(!short, "contact-no-short-url", "contact/detail has no shortUrl")
	a.variant(contact["date"] == "31-01-2000", "contact-day-first", "date is DD-MM-YYYY")
	a.variant(isText(contact["stopSms"]), "flags-as-strings", "stopSms is a text")
	_, phone := contact["phone"]
	a.note(!phone, "contact/detail has no phone")
}

func (a *asked) judgeList(id string) {
	var list *answer
	var rows []map[string]any
	asked, held := a.probe.eventually(a.ctx, func() bool {
		list, rows = a.page(a.probe.groupID, 1)
		return len(rows) > 0
	})
	a.variant(asked > 1 || list.succeeded() && !held, "contact-list-delay", "the list of contacts lags behind what was added")
	a.expect(list.gives("total", "datas"))
	for _, row := range rows {
		a.expect(hasAll(row, "contactId", "phone"))
	}
	_, next := a.page(a.probe.groupID, 2)
	a.variant(len(next) > 0 && textOf(next[0]["contactId"]) == id, "contact-last-page-repeats", "behind the last page, it comes again")
}

// judgeChanges changes the contact, and reads it after each change.
func (a *asked) judgeChanges(id string) {
	own := a.probe.settings.ownNumber
	change := func(details map[string]any) (*answer, map[string]any) {
		got := a.post("/contact/update", map[string]any{"contactId": id, "contact": details})
		return got, a.get("/contact/detail", map[string]any{"contactId": id}).object("contact")
	}
	got, now := change(map[string]any{"phoneNumber": own, "firstname": "Changed"})
	a.expect(got.succeeded(), now != nil && now["firstname"] == "Changed")
	a.variant(got.succeeded() && now != nil && textOf(now["custom1"]) == "", "contact-update-clears", "a change clears what it leaves out")
	got, now = change(map[string]any{"phoneNumber": own, "firstname": "Changed", "custom1": "one", "custom2": "two"})
	if got.succeeded() && now != nil {
		got, now = change(map[string]any{"phoneNumber": own, "firstname": "Changed", "custom1": "one", "custom2": ""})
		a.variant(got.succeeded() && now["custom2"] == "two", "contact-empty-kept", "an empty text leaves a detail as it was")
	}
	const long = 256 // the column has 255, by the vendor's model
	got, now = change(map[string]any{"phoneNumber": own, "custom1": strings.Repeat("x", long)})
	shown := len(textOf(now["custom1"]))
	a.variant(got.succeeded() && shown > 1 && shown < long, "contact-texts-cut", "a text that is too long is cut")
	a.note(got.succeeded() && shown == long, "A custom text of 256 characters is stored whole")
	got, _ = change(map[string]any{"phoneNumber": own, "date": "no-date"})
	a.variant(got.succeeded(), "contact-odd-stored", "a date that is none is taken")
	if other := a.probe.settings.landline; other != "" {
		_, now = change(map[string]any{"phoneNumber": other})
		a.variant(sameNumber(textOf(now["phone"]), other), "contact-update-number", "a change sets another number")
	}
}
