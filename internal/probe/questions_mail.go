package main

import (
	"context"
	"maps"
	"net/http"
	"strconv"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

var mailQuestions = []*question{
	{
		numbers: "C52, U55, C50", title: "credits, errors and the unsubscribe list", product: product.Mail, most: 5, ask: askMailReads,
	},
	{
		numbers: "C49, U52", title: "mistakes in a mail, and the place of the recipients", product: product.Mail,
		needs: []string{"-own-mail"}, writes: true, sends: true,
		makes: "up to three sandbox mails to your address", most: 5, ask: askMailForms,
	},
	{
		numbers: "U49", title: "the place of replyTo, variables and attachments", product: product.Mail,
		needs: []string{"-own-mail"}, writes: true, sends: true,
		makes: "up to six sandbox mails to your address", most: 7, ask: askMailPlaces,
	},
	{
		numbers: "U50, U51", title: "a sandbox mail, scheduled and cancelled", product: product.Mail,
		needs: []string{"-own-mail"}, writes: true, sends: true,
		makes: "sandbox mails to your address; those that are scheduled are cancelled", most: 6 + tries, ask: askMailSends,
	},
}

func askMailReads(a *asked) {
	me := a.get("/me", nil)
	a.variant(me.degraded("credits"), "degraded", "a success without data")
	a.probe.credits[product.Mail.Name] = creditsOf(me)
	a.probe.usable[product.Mail.Name] = me.succeeded() && me.object("credits") != nil
	wrong := a.do(call{method: http.MethodGet, path: "/me", otherKey: wrongKey})
	unknown := a.get("/bulk-status", map[string]any{"messageId": unknownID})
	list := a.get("/unsubscribe/list", nil)
	if list.noCall() {
		other := a.get("/bulk-status", nil)
		a.variant(other.has("data"), "mail-unsubscribe-list-at-status", "the list is at GET /bulk-status")
	}
	a.note(me.noCall(), "The mail host has no call GET /me for the credits")
	a.expect(me.gives("credits"), wrong.refused(), unknown.refused(), list.gives("data", "nbData"))
	n, err := strconv.Atoi(list.text("nbData"))
	a.variantWithIf(err == nil && n > len(list.rows("data")), "mail-unsubscribe-list-limit", strconv.Itoa(len(list.rows("data"))),
		"the list has fewer entries than nbData counts")
}

// mail is a sandbox mail to the user's address.
func (a *asked) mail(more map[string]any) map[string]any {
	params := map[string]any{
		"subject": "Probe", "htmlContent": "<p>Probe</p>", "sandbox": 1,
		"params": map[string]any{"to": a.ownMail()},
	}
	maps.Copy(params, more)
	return params
}

func (a *asked) ownMail() []map[string]any {
	return []map[string]any{{"email": a.probe.settings.ownMail}}
}

// inParams is a mail with a part inside params, beside the recipients.
func (a *asked) inParams(name string, value any) map[string]any {
	return a.mail(map[string]any{"params": map[string]any{"to": a.ownMail(), name: value}})
}

func askMailForms(a *asked) {
	empty := a.mail(nil)
	delete(empty, "htmlContent")
	mistake := a.send("/send", empty)
	a.variant(mistake.code() == "9", "mail-validation-list", "mistakes get code 9 with a list")
	inside := a.send("/send", a.mail(nil))
	a.judgeSender(inside)
	// An address that is none, so that no mail goes to two places.
	beside := a.mail(map[string]any{"to": a.ownMail()})
	delete(beside, "params")
	top := a.send("/send", beside)
	switch {
	case top.succeeded() && inside.succeeded():
		a.variantWith("mail-to", "either", "the recipients are taken at top level and in params")
	case top.succeeded():
		a.variantWith("mail-to", "top", "the recipients are taken at top level only")
	}
	a.expect(mistake.refused(), inside.gives("messageId"), top.refused())
	tag := a.send("/send", a.mail(map[string]any{"tag": "Not A Tag"}))
	a.variant(tag.succeeded() && inside.succeeded(), "mail-limits-accepted", "a tag with capitals and blanks is taken")
}

func (a *asked) judgeSender(got *answer) {
	a.variant(got.refused() && got.code() == "4", "mail-no-sender", "every mail is refused with code 4")
	a.variant(got.refused() && got.code() == "5", "mail-no-sender-name", "every mail is refused with code 5")
}

// askMailPlaces sends each part with a mistake in it: it is refused where it is read.
func askMailPlaces(a *asked) {
	nine := map[string]any{}
	for i := range 9 { // a mail has 8 at most
		nine["NAME"+strconv.Itoa(i)] = "x"
	}
	parts := []struct {
		flag, name string
		mistake    any
	}{
		{"mail-reply-to", "replyTo", map[string]any{"email": "no-address"}},
		{"mail-variables", "variables", nine},
		{"mail-attachments", "attachments", []map[string]any{{"base64Content": "eA==", "contentType": "text/plain", "filename": ""}}},
	}
	for _, part := range parts {
		top := a.send("/send", a.mail(map[string]any{part.name: part.mistake}))
		inside := a.send("/send", a.inParams(part.name, part.mistake))
		a.expect(top.refused(), inside.succeeded())
		switch {
		case top.refused() && inside.refused():
			a.variantWith(part.flag, "either", part.name+" is read at top level and in params")
		case inside.refused() && top.succeeded():
			a.variantWith(part.flag, "params", part.name+" is read in params only")
		case top.succeeded() && inside.succeeded():
			a.note(true, "A mistake in "+part.name+" is refused in neither place, so the place does not show")
		}
	}
}

func askMailSends(a *asked) {
	sent := a.send("/send", a.mail(nil))
	if a.expect(sent.gives("messageId", "cost")); !sent.succeeded() {
		return
	}
	a.judgeMailAnswer(sent)
	id := sent.text("messageId")
	if id == "" {
		a.variantWith("mail-sandbox-without-id", "", "the answer has no messageId")
		return
	}
	var status *answer
	asked, held := a.probe.eventually(a.ctx, func() bool {
		status = a.get("/bulk-status", map[string]any{"messageId": id})
		return status.succeeded()
	})
	a.variant(held && asked > 1, "listing-delay", "the status does not know a mail at once")
	a.judgeMailWord("mail-waiting-status", status, "mail-sandbox-forgotten")
	mail, known := a.scheduleMail(0)
	if mail.refused() {
		a.variant(true, "mail-strict-clock", "minute 0 is refused, with code "+mail.code())
		mail, known = a.scheduleMail(5)
	}
	later := mail.text("messageId")
	if !mail.succeeded() || later == "" {
		return
	}
	a.judgeMailWord("mail-scheduled-status", a.get("/bulk-status", map[string]any{"messageId": later}), "")
	cancelled := a.get("/message-cancel", map[string]any{"messageId": later})
	a.expect(status.gives("StatutResponseList"), cancelled.succeeded())
	if known.settled = cancelled.succeeded() || cancelled.code() == "4"; cancelled.succeeded() {
		a.judgeMailWord("mail-cancelled-status", a.get("/bulk-status", map[string]any{"messageId": later}), "")
	}
}

func (a *asked) judgeMailAnswer(sent *answer) {
	a.variantWithIf(isNumber(sent.content["messageId"]), "mail-message-id", "number", "messageId is a number")
	id := sent.text("messageId")
	a.variantWithIf(isText(sent.content["messageId"]) && id != "" && !isWholeNumber(id), "mail-message-id", "letters", "messageId has letters")
	a.variant(sent.has("scheduledDeliveryDate"), "mail-date-always", "a mail that leaves at once has a scheduledDeliveryDate")
	a.variant(sent.has("cost") && strings.Trim(sent.text("cost"), "0.") == "", "mail-sandbox-free", "cost is 0")
}

// judgeMailWord finds the status of a mail that has not arrived. Code 4 is that of the flag
// forgotten, where it is named.
func (a *asked) judgeMailWord(flag string, got *answer, forgotten string) {
	rows := got.rows("StatutResponseList")
	switch {
	case got.code() == "4" && forgotten != "":
		a.variantWith(forgotten, "", "the status does not know a sandbox mail")
	case got.code() == "4":
		a.variantWith(flag, "not found", "the status does not know the mail")
	case got.succeeded() && len(rows) == 0:
		a.variantWith(flag, "no row", "the status lists no recipient")
	case len(rows) == 0:
	case flag == "mail-waiting-status" && strings.EqualFold(textOf(rows[0]["status"]), "Delivered"):
	case textOf(rows[0]["status"]) != "Pending":
		a.variantWith(flag, textOf(rows[0]["status"]), "a word that is not documented")
	}
}

func (a *asked) scheduleMail(minute int) (sent *answer, e *entry) {
	p, id := a.probe, new(string)
	e = p.journal.intend(
		"scheduled sandbox mail", "cancel the mail in your dashboard if it is there: it is scheduled for the day after tomorrow, and a sandbox mail is not sent, as the vendor documents",
		func(ctx context.Context) error { return p.undoMail(ctx, *id) },
	)
	sent = a.send("/send", a.mail(map[string]any{"scheduledDeliveryDate": p.inDays(2), "time": 10, "minute": minute}))
	e.check(sent)
	*id = sent.text("messageId")
	return sent, e
}

func (p *probe) undoMail(ctx context.Context, id string) error {
	if id == "" {
		return errNoID
	}
	got := p.do(ctx, product.Mail, call{method: http.MethodGet, path: "/message-cancel", params: map[string]any{"messageId": id}})
	if got.succeeded() || got.code() == "4" || got.code() == "5" {
		return nil
	}
	return unexpected("the cancellation", got)
}
