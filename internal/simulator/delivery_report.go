package simulator

import (
	"slices"
	"strings"
)

// notFinal are the statuses after which another one follows. That no report
// tells them is our choice: the documentation has a report of waiting too.
var notFinal = []string{statusWaiting, "PENDING", "ACCEPTD", "ENROUTE", "UNKNOWN"}

// plan plans the delivery reports of a message, one a number when its status
// becomes final, and the STOP of the numbers whose ending chooses one.
func (s *Simulator) plan(id string, m Message, urlDlr string) {
	for _, r := range m.Recipients {
		r = r.complete(r.Number, r.waitingUntil)
		r.Date = r.waitingUntil
		if r.NotFound || slices.Contains(notFinal, r.Statuses[0]) {
			continue
		}
		if urlDlr != "" {
			s.webhooks.plan(plannedCall{r.waitingUntil, urlDlr, s.report(id, m.Tag, r), id})
		}
		if r.StopSMS && m.sending.urlResponse != "" {
			body := s.replyBody(id, m.sending, r.Number, "STOP", r.waitingUntil)
			s.webhooks.plan(plannedCall{r.waitingUntil, m.sending.urlResponse, body[0], id})
		}
	}
}

// report is the body of a delivery report. The documented statuses are in lower
// case, and a message without a tag has none.
func (s *Simulator) report(id, tag string, r Recipient) string {
	body := object{
		{"status", text(strings.ToLower(r.Statuses[0]))},
		{"msgId", text(id)},
		{"date", integer(r.Date.Unix())},
		{"phone", text(r.Number)},
		{"cost", text(r.Cost)},
		{"currency", text(r.Currency)},
	}
	if tag != "" {
		body = append(body, field{"tag", text(tag)})
	}
	return s.webhookBody(body)
}

func (s *Simulator) webhookBody(o object) string {
	return jsonDocument(s.options.Variant.retype("", o), s.options.Variant.EscapeUnicode)
}
