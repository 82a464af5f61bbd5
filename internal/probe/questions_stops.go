package main

import (
	"context"
	"errors"
	"strconv"

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
		a.addStopAgain()
		return
	case !whole:
		a.note(true, "The STOP list is not whole, so nothing was added: the entry could not be found again")
		return
	}
	e := p.intendStop()
	added := a.post("/stop-sms/add", map[string]any{"phoneNumber": own})
	if added.code() == "2" {
		added = a.post("/stop-sms/add", map[string]any{"phoneNumbers": own})
		a.variant(added.succeeded(), "stop-number-plural", "the number is taken as phoneNumbers")
	}
	e.check(added)
	if !added.succeeded() {
		return
	}
	var ids []string
	asked, held := eventually(a.ctx, func() bool {
		list := a.get("/stop-sms/list", nil)
		ids = stopsOf(list, own)
		return len(ids) > 0 || !a.judgeWhole(list)
	})
	a.variant(held && asked > 1, "stop-list-delay", "the list lags behind what was added")
	a.variant(len(ids) == 1 && ids[0] != added.text("stopId"), "other-stop-ids", "stopId is not the id of the list")
	a.addStopAgain()
	a.judgeStoppedBatch()
	if len(ids) == 1 {
		form, got := p.deleteStop(ids[0], a.do)
		p.stopDeleted = got.succeeded()
		a.variant(form != stopDeletes[0] && got.succeeded(), "stop-delete-by-add", "an entry is deleted with POST /stop-sms/add")
	}
	e.settle(a.ctx)
}

// addStopAgain adds a number that is on the list: a refusal, which changes nothing.
func (a *asked) addStopAgain() {
	again := a.post("/stop-sms/add", map[string]any{"phoneNumber": a.probe.settings.ownNumber})
	if again.code() == "2" {
		again = a.post("/stop-sms/add", map[string]any{"phoneNumbers": a.probe.settings.ownNumber})
	}
	a.variant(again.refused() && (again.has("stopId") || again.has("id")), "stop-id-in-refusal",
		"the refusal of a number that is on the list has its id")
	a.note(again.succeeded(), "A number that is on the list is added again without a refusal")
}

// judgeWhole is false for a list that has fewer entries than it counts.
func (a *asked) judgeWhole(list *answer) bool {
	n, err := strconv.Atoi(list.text("nbData"))
	part := err == nil && n > len(list.rows("data"))
	a.variantWithIf(part, "stop-list-limit", textOf(jsonNumber(len(list.rows("data")))), "the list has fewer entries than nbData counts")
	return !part
}

// stopsOf are the ids of the entries of a number.
func stopsOf(list *answer, number string) []string {
	var ids []string
	for _, row := range list.rows("data") {
		if sameNumber(textOf(row["phoneNumber"]), number) {
			ids = append(ids, textOf(row["id"]))
		}
	}
	return ids
}

// stopDeletes are the forms in which the documentation prints the call.
var stopDeletes = []string{"GET /stop-sms/delete", "POST /stop-sms/add"}

func (p *probe) deleteStop(id string, do func(call) *answer) (form string, got *answer) {
	params := map[string]any{"id": id}
	got = do(call{method: "GET", path: "/stop-sms/delete", params: params})
	if !got.noCall() {
		return stopDeletes[0], got
	}
	return stopDeletes[1], do(call{method: "POST", path: "/stop-sms/add", params: params})
}

// intendStop writes down the entry for the user's number. It is for a number that the list,
// read whole, did not have before: whatever entry the list has later is the probe's.
func (p *probe) intendStop() *entry {
	own := p.settings.ownNumber
	return p.journal.intend(
		"STOP entry of "+own, "take your number off the STOP list in your dashboard, or it gets no more SMS of yours",
		func(ctx context.Context) error { return p.undoStop(ctx, own) },
	)
}

func (p *probe) undoStop(ctx context.Context, number string) error {
	do := func(c call) *answer { return p.do(ctx, product.SMS, c) }
	last, deleted := error(nil), p.stopDeleted
	for range tries {
		list := p.get(ctx, "/stop-sms/list", nil)
		if !list.has("data") {
			last = unexpected("the STOP list", list)
			continue
		}
		ids := stopsOf(list, number)
		if n, err := strconv.Atoi(list.text("nbData")); len(ids) == 0 && err == nil && n > len(list.rows("data")) {
			return errors.New("the STOP list is not whole, and does not show the entry")
		}
		if last = nil; len(ids) == 0 && deleted {
			return nil
		}
		for _, id := range ids {
			_, got := p.deleteStop(id, do)
			deleted, last = deleted || got.succeeded() || got.code() == "4", errStillThere
		}
	}
	// Never listed: the answer to the addition got lost, and it was not carried out.
	return last
}
