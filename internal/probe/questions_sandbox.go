package main

import (
	"context"
	"maps"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

var sandboxQuestions = []*question{
	{
		numbers: "C1, U12, U15", title: "a sandbox send", product: product.SMS, needs: []string{"-own-number"}, writes: true, sends: true,
		makes: "two sandbox messages to your number; after the first, the credits are read: if any fell, no more is sent", most: 8 + 2*tries, ask: askSandbox,
	},
	{
		numbers: "C5", title: "mistakes in a send", product: product.SMS, needs: []string{"-own-number"}, writes: true, sends: true,
		makes: "nothing: the send lacks its text", most: 2, ask: askMistakes,
	},
	{
		numbers: "C8, C10, U8, U13", title: "a scheduled sandbox send, and its cancellation", product: product.SMS,
		needs: []string{"-own-number"}, writes: true, sends: true,
		makes: "up to three scheduled sandbox messages to your number, which are cancelled", most: 15, ask: askScheduled,
	},
	{
		numbers: "U11", title: "a send to a number that is no mobile", product: product.SMS,
		needs: []string{"-own-number", "-landline"}, writes: true, sends: true,
		makes: "sandbox messages to your number", most: 3, ask: askNoMobile,
	},
}

// sandbox is a send that sends nothing, as the vendor documents.
func (a *asked) sandbox(more map[string]any) map[string]any {
	params := map[string]any{"phoneNumbers": a.probe.settings.ownNumber, "message": "Probe", "sandbox": 1}
	maps.Copy(params, more)
	return params
}

func askMistakes(a *asked) {
	params := a.sandbox(nil)
	delete(params, "message")
	got := a.send("/send", params)
	a.expect(got.refusedWith("9"), len(got.rows("error")) > 0)
	a.judgeMistake(got)
	a.variant(got.code() == "43", "single-codes", "a missing text gets code 43, not 9 with a list")
	a.note(got.succeeded(), "A send without a text is not refused")
}

// judgeMistake finds the form of a validation list.
func (a *asked) judgeMistake(got *answer) {
	_, named := got.content["errors"]
	a.variantWithIf(got.code() == "9" && named, "errors-key", "errors", "a validation list has the name errors")
	a.variant(got.code() == "9" && (isText(got.content["error"]) || isText(got.content["errors"])), "errors-as-text",
		"a validation list is a text")
}

func (a *asked) variantWithIf(holds bool, flag, value, text string) {
	if holds {
		a.variantWith(flag, value, text)
	}
}

// tag is one that no other run has.
func (p *probe) tag() string { return "probe" + p.suffix }

func askSandbox(a *asked) {
	p := a.probe
	own := p.settings.ownNumber
	sent := a.send("/send", a.sandbox(map[string]any{"tag": p.tag()}))
	if !sent.succeeded() {
		return
	}
	p.sandboxID = sent.text("message_id")
	a.variant(isText(sent.content["message_id"]), "numbers-as-strings", "message_id is a text")
	a.expect(sent.gives("message_id", "cost"))
	cost := strings.Trim(sent.text("cost"), "0.")
	a.variant(sent.has("cost") && cost == "", "sandbox-free", "cost is 0")
	a.send("/bulk-send", map[string]any{"sandbox": 1, "tag": p.tag(), "SMSList": []map[string]any{{"phoneNumber": own, "message": "Probe"}}})
	if p.sandboxID == "" {
		a.variantWith("sandbox-without-id", "", "the answer has no message_id")
		return
	}
	var status *answer
	asked, held := a.probe.eventually(a.ctx, func() bool {
		status = a.judgeStatus(p.sandboxID, own)
		return status.succeeded()
	})
	a.variant(held && asked > 1, "listing-delay", "the status calls do not know a message at once")
	a.variant(!held && status.code() == "4", "sandbox-forgotten", "the status calls do not know a sandbox message")
	a.expect(status.gives("statut"))
	a.judgeTag()
}

// judgeTag reads two pages of the messages with the tag of this run.
func (a *asked) judgeTag() {
	first := a.get("/bulk-status-by-tag", map[string]any{"tag": a.probe.tag()})
	second := a.get("/bulk-status-by-tag", map[string]any{"tag": a.probe.tag(), "page": 2})
	a.expect(first.gives("total", "currentPage", "StatutResponse_List"))
	rows, next := first.rows("StatutResponse_List"), second.rows("StatutResponse_List")
	if !first.succeeded() || len(rows) == 0 {
		return
	}
	part := first.text("total") != textOf(jsonNumber(len(rows)))
	a.variantWithIf(part, "tag-page-size", textOf(jsonNumber(len(rows))), "a page has fewer items than total counts")
	a.variant(second.text("currentPage") == "1" && len(next) > 0, "tag-page-ignored", "page is ignored")
}

// schedule sends a scheduled sandbox message, which it cancels at the end if nothing does before.
func (a *asked) schedule(hour, minute int) (sent *answer, e *entry) {
	p, id := a.probe, new(string)
	e = p.journal.intend(
		"scheduled sandbox message", "cancel the message in your dashboard if it is there: it is scheduled for the day after tomorrow, and a sandbox message is not sent, as the vendor documents",
		func(ctx context.Context) error { return p.undoSMS(ctx, *id) },
	)
	sent = a.send("/send", a.sandbox(map[string]any{"scheduledDeliveryDate": p.inDays(2), "time": hour, "minute": minute}))
	e.check(sent)
	*id = sent.text("message_id")
	return sent, e
}

func (p *probe) undoSMS(ctx context.Context, id string) error {
	if id == "" {
		return errNoID
	}
	got := p.get(ctx, "/message-cancel", map[string]any{"messageId": id})
	if got.succeeded() || got.code() == "4" || got.code() == "5" {
		return nil
	}
	return unexpected("the cancellation", got)
}

func askScheduled(a *asked) {
	p := a.probe
	own := p.settings.ownNumber
	if p.sandboxID == "" {
		a.skipped = "sandbox sends have no id, so the message could not be cancelled"
		return
	}
	sent, e := a.schedule(10, 0)
	if sent.refused() {
		a.variant(true, "strict-clock", "minute 0 is refused, with code "+sent.code())
		sent, e = a.schedule(10, 5)
	}
	late, last := a.schedule(24, 5)
	a.note(late.succeeded(), "Hour 24 is taken")
	a.note(late.refused(), "Hour 24 is refused, with code "+late.code())
	p.settle(a.ctx, last)
	id := sent.text("message_id")
	if !sent.succeeded() || id == "" {
		return
	}
	a.note(!sent.has("scheduledDeliveryDate"), "The answer to a scheduled send has no scheduledDeliveryDate")
	a.judgeWord("scheduled-status", a.get("/message-status", map[string]any{"messageId": id, "phoneNumber": own}))
	cancelled := a.get("/message-cancel", map[string]any{"messageId": id})
	a.expect(sent.has("scheduledDeliveryDate"), cancelled.succeeded())
	a.variant(cancelled.code() == "4", "sandbox-forgotten", "a sandbox message cannot be cancelled: it is not known")
	if cancelled.succeeded() {
		e.settled = true
		a.judgeWord("cancelled-status", a.get("/message-status", map[string]any{"messageId": id, "phoneNumber": own}))
		again := a.get("/message-cancel", map[string]any{"messageId": id})
		a.note(again.code() != "5", "A message that is cancelled already is answered with code "+again.code()+", not 5")
	}
	a.get("/message-cancel", map[string]any{"messageId": unknownID})
	a.get("/message-cancel", map[string]any{"messageId": p.sandboxID})
}

// judgeWord finds the status of a message that is not on its way.
func (a *asked) judgeWord(flag string, got *answer) {
	word := got.text("statut")
	switch {
	case got.code() == "4":
		a.variantWith(flag, "not found", "the status calls do not know the message")
	case got.succeeded() && word != "Waiting":
		a.variantWith(flag, word, "a word that is not documented")
	}
}

func askNoMobile(a *asked) {
	own, landline := a.probe.settings.ownNumber, a.probe.settings.landline
	got := a.send("/send", a.sandbox(map[string]any{"phoneNumbers": landline}))
	details := got.rows("errors")
	a.variant(got.code() == "55" && len(details) > 0, "not-mobile-details", "code 55 with a list of its own")
	a.variant(strings.Contains(digitsIn(got.text("message")), digitsOf(landline)[2:]), "not-mobile-old-text", "the message names the number")
	for _, detail := range details {
		_, named := detail["phoneNumber"]
		a.variant(named, "detail-numbers", "each entry has its phoneNumber")
	}
	a.judgeMistake(got)
	bulk := a.send("/bulk-send", map[string]any{"sandbox": 1, "SMSList": []map[string]any{
		{"phoneNumber": own, "message": "Probe"}, {"phoneNumber": landline, "message": "Probe"},
	}})
	a.expect(got.refused(), len(bulk.rows("SMSResponse_List")) == 2)
	for _, item := range bulk.rows("SMSResponse_List") {
		if item["success"] == true {
			continue
		}
		a.expect(hasAll(item, "code", "message"))
		_, coded := item["code"]
		a.variant(!coded, "no-item-code", "a failed item has no code")
		a.variant(isText(item["code"]), "item-code-as-string", "the code of a failed item is a text")
		_, told := item["message"]
		a.variant(!told, "no-item-message", "a failed item has no message")
	}
}

func digitsIn(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}
