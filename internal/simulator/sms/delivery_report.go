package sms

import (
	"slices"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// notFinal are the statuses after which another one follows. That no report
// tells them is our choice: the documentation has a report of waiting too.
var notFinal = []string{statusWaiting, "PENDING", "ACCEPTD", "ENROUTE", "UNKNOWN"}

// plan plans the delivery reports of a message, one a number when its status
// becomes final, and the STOP of the numbers whose ending chooses one.
func (a *Account) plan(id string, m Message, urlDlr string) {
	wanted := func() bool { return !a.isCancelled(id) }
	for _, r := range m.Recipients {
		r = r.complete(r.Number, r.waitingUntil)
		r.Date = r.waitingUntil
		if r.NotFound || slices.Contains(notFinal, r.Statuses[0]) {
			continue
		}
		if urlDlr != "" {
			a.Plan(wire.Webhook{Due: r.waitingUntil, URL: urlDlr, Body: a.report(id, m.Tag, r), Wanted: wanted})
		}
		if r.StopSMS && m.sending.urlResponse != "" {
			body := a.replyBody(id, m.sending, r.Number, "STOP", r.waitingUntil)
			a.Plan(wire.Webhook{Due: r.waitingUntil, URL: m.sending.urlResponse, Body: body[0], Wanted: wanted})
		}
	}
}

// report is the body of a delivery report. The documented statuses are in lower
// case, and a message without a tag has none.
func (a *Account) report(id, tag string, r Recipient) string {
	body := wire.Object{
		wire.Text("status", strings.ToLower(r.Statuses[0])),
		wire.Text("msgId", id),
		wire.Integer("date", r.Date.Unix()),
		wire.Text("phone", r.Number),
		wire.Text("cost", r.Cost),
		wire.Text("currency", r.Currency),
	}
	if tag != "" {
		body = append(body, wire.Text("tag", tag))
	}
	return a.WebhookBody(body)
}
