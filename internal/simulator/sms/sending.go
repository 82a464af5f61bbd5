package sms

import (
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// The prices of an SMS and an RCS: those of the documented answers. The low-cost one is
// not documented; it fits what the documented balance buys.
const (
	pricePremium    wire.Amount = 38
	priceLowCost    wire.Amount = 25
	priceLongNumber wire.Amount = 50
	priceRCS        wire.Amount = 120
)

// sendKind is what differs between the calls that send.
type sendKind struct {
	path string
	// read takes from the request what is to be sent, or says why nothing can be.
	read func(*wire.Call) ([]*item, *wire.Failure)
	// faults are the mistakes of the call's own parameters.
	faults func(*wire.Call) []wire.Fault
	// element is the elementId of a number in a validation list, of the sender
	// where there is one.
	element, senderElement string
	// sender names the parameter that holds it.
	sender string
	// spell turns a number as this call documents it into one as all others do.
	spell func(string) string
	price wire.Amount
	// partial says that an item can fail alone.
	partial bool
	// rich says that the message is no SMS: it has no segments and no STOP text, is in no
	// statistics of SMS, and the status calls and the call that cancels do not know it. What
	// they do is not documented.
	rich bool
	// answer follows the envelope.
	answer func(*submission, Variant) []wire.Field
}

// SandboxForms are the forms in which a sandbox message is treated. Nothing about it
// is documented.
type SandboxForms struct {
	// SandboxWithoutID leaves the id out of a sandbox answer, SandboxFree says
	// that the cost is 0, and SandboxForgotten makes the later calls answer that
	// there is no such message.
	SandboxWithoutID bool `flag:"sandbox-without-id" help:"leave the id out of a sandbox answer"`
	SandboxFree      bool `flag:"sandbox-free" help:"write cost 0 in a sandbox answer"`
	SandboxForgotten bool `flag:"sandbox-forgotten" help:"answer code 4 about a sandbox message"`
}

// item is one text to one number.
type item struct {
	// given and posted are the number and the text as received.
	given, posted string
	// number is in E.164 form, if it is a number.
	number string
	words  wordsOf
	cost   wire.Amount
	// refused is why the item is not sent.
	refused *wire.Failure
}

// submission is a request to send.
type submission struct {
	kind                         *sendKind
	call                         *wire.Call
	items                        []*item
	lowCost, sandbox             bool
	unicode, withStop            bool
	scheduled                    time.Time // Zero for a send at once.
	leaves                       time.Time
	id                           string
	sms                          int
	cost                         wire.Amount
	sender, urlDlr, urlResponses string
}

// send carries out every call that sends: it checks the whole request, each item and the
// account, then queues the messages.
func (a *Account) send(k *sendKind, c *wire.Call) (wire.Object, *wire.Failure) {
	// A survey has no sandbox and a long number no schedule: these parameters are ignored.
	c = c.Documented()
	items, failed := k.read(c)
	if failed != nil {
		return nil, failed
	}
	sub := &submission{
		kind: k, call: c, items: items,
		lowCost: c.Text("gamme") == lowCostRange,
		sandbox: c.Flag("sandbox"),
		unicode: c.Flag("isUnicode"),
		sender:  c.Text(k.sender),
		urlDlr:  c.Text("urlDlr"), urlResponses: c.Text("urlResponse"),
	}
	// The STOP text is not for the low-cost range, whose sender writes it.
	sub.withStop = !sub.lowCost && !k.rich && (c.Flag("isStopSms") || a.options.Marketing)
	for _, check := range []func(*submission) *wire.Failure{a.checkForm, a.checkAccount, a.checkItems, a.charge} {
		if failed := check(sub); failed != nil {
			return nil, failed
		}
	}
	a.queue(sub)
	return wire.Success(k.answer(sub, a.options.Variant)...), nil
}

// accepted are the items that are sent.
func (sub *submission) accepted() []*item {
	var accepted []*item
	for _, i := range sub.items {
		if i.refused == nil {
			accepted = append(accepted, i)
		}
	}
	return accepted
}

// shownCost is the cost that an answer tells.
func (sub *submission) shownCost(cost wire.Amount, v Variant) string {
	if sub.sandbox && v.SandboxFree {
		cost = 0
	}
	return cost.Decimal()
}

// idField is the id where an answer has one.
func (sub *submission) idField(v Variant) []wire.Field {
	if sub.sandbox && v.SandboxWithoutID {
		return nil
	}
	return []wire.Field{wire.Integer("message_id", wholeNumber(sub.id))}
}

// queue puts a message into the account. A sandbox message is there like any
// other, but it is in no statistics and calls no webhook: what else the vendor
// does with it is not known.
func (a *Account) queue(sub *submission) {
	c, now := sub.call, a.Now()
	sent := &sending{
		path: sub.kind.path, sender: sub.sender, survey: c.Text(surveyParameter),
		lowCost: sub.lowCost, sandbox: sub.sandbox,
		scheduled: sub.scheduled, leaves: sub.leaves,
		listed:      now.Add(a.options.ListingDelay),
		urlResponse: sub.urlResponses,
	}
	if !sub.sandbox && !sub.kind.rich {
		sent.sms, sent.charged = sub.sms, sub.cost
	}
	m := Message{Tag: c.Text("tag"), sending: sent}
	for _, i := range sub.accepted() {
		r := Recipient{
			Number: i.number, Date: now, waitingUntil: sub.leaves.Add(a.options.DeliveryDelay),
			Cost: sub.shownCost(i.cost, a.options.Variant),
		}.apply(outcomes())
		if sub.kind.rich || sub.sandbox && a.options.Variant.SandboxForgotten {
			sent.forgotten, r.NotFound = true, true
		}
		m.Recipients = append(m.Recipients, r)
		sent.texts = append(sent.texts, SentText{Number: i.number, Posted: i.posted, Text: i.words.shown, Segments: i.words.parts})
	}
	sub.id = a.messages.add(m, now)
	if !sub.sandbox {
		a.plan(sub.id, m, sub.urlDlr)
	}
}
