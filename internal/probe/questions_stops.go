package main

import (
	"strconv"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

var stopQuestions = []*question{{
	numbers: "C27, C28, C29, U35, U36", title: "the STOP list: add, list, delete", product: product.SMS,
	needs: []string{"-own-number"}, writes: true,
	makes: "an entry for your number on the STOP list, which is deleted; one that was there before stays",
	most:  9 + 2*tries, ask: askStops,
}}

func askStops(a *asked) {
	p := a.probe
	own := p.settings.ownNumber
	before := a.get("/stop-sms/list", nil)
	if !before.has("data") {
		a.note(before.arrived(), "The STOP list could not be read, so nothing was added to it")
		return
	}
	whole := a.judgeWhole(before)
	switch {
	case len(stopsOf(before, own)) > 0:
		a.note(true, "Your number was on the STOP list before, and stays there")
		if again := a.addStopAgain(); again.succeeded() {
			e, undo := p.intendStop(stopsOf(before, own))
			undo.added = again.text("stopId")
			p.settle(a.ctx, e)
		}
		return
	case !whole:
		a.note(true, "The STOP list is not whole, so nothing was added: the entry could not be found again")
		return
	}
	e, undo := p.intendStop(nil)
	added := a.post("/stop-sms/add", map[string]any{"phoneNumber": own})
	if added.code() == "2" {
		added = a.post("/stop-sms/add", map[string]any{"phoneNumbers": own})
		a.variant(added.succeeded(), "stop-number-plural", "the number is taken as phoneNumbers")
	}
	e.check(added)
	if undo.added = added.text("stopId"); !added.succeeded() {
		return
	}
	var ids []string
	asked, held := p.eventually(a.ctx, func() bool {
		list := a.get("/stop-sms/list", nil)
		ids = stopsOf(list, own)
		return len(ids) > 0 || !a.judgeWhole(list)
	})
	undo.seen = len(ids) > 0
	a.expect(before.gives("data", "nbData"), added.gives("stopId"), len(ids) == 1)
	a.variant(held && asked > 1, "stop-list-delay", "the list lags behind what was added")
	a.variant(len(ids) == 1 && ids[0] != added.text("stopId"), "other-stop-ids", "stopId is not the id of the list")
	a.addStopAgain()
	a.judgeStoppedBatch()
	if len(ids) == 1 {
		form, got := p.deleteStop(ids[0], a.do)
		a.expect(got.succeeded())
		undo.deleted = got.succeeded()
		a.variant(form != stopDeletes[0] && got.succeeded(), "stop-delete-by-add", "an entry is deleted with POST /stop-sms/add")
	}
	p.settle(a.ctx, e)
}

// addStopAgain adds a number that is on the list: a refusal, which changes nothing.
func (a *asked) addStopAgain() *answer {
	again := a.post("/stop-sms/add", map[string]any{"phoneNumber": a.probe.settings.ownNumber})
	if again.code() == "2" {
		again = a.post("/stop-sms/add", map[string]any{"phoneNumbers": a.probe.settings.ownNumber})
	}
	a.variant(again.refused() && (again.has("stopId") || again.has("id")), "stop-id-in-refusal",
		"the refusal of a number that is on the list has its id")
	a.expect(again.refused())
	a.note(again.refused() && again.code() != "3", "A number that is on the list is refused with code "+again.code()+", not 3")
	a.note(again.code() == "3" && !strings.Contains(strings.ToLower(again.text("message")), "list"), "Code 3 comes with a text that does not speak of the list, as in the vendor's French page")
	a.note(again.succeeded(), "A number that is on the list is added again without a refusal")
	return again
}

// judgeWhole is false for a list that has fewer entries than it counts.
func (a *asked) judgeWhole(list *answer) bool {
	n, err := strconv.Atoi(list.text("nbData"))
	part := err == nil && n > len(list.rows("data"))
	a.variantWithIf(part, "stop-list-limit", textOf(jsonNumber(len(list.rows("data")))), "the list has fewer entries than nbData counts")
	return !part
}
