package simulator

import "time"

// sendKind is what tells one of the calls that send from the others.
type sendKind struct {
	path string
	// read takes from the request what is to be sent, or says why nothing can be.
	read func(*call) ([]*item, *failure)
	// faults are the mistakes of the call's own parameters.
	faults func(*call) []fault
	// element is the elementId of a number in a validation list, of the sender
	// where there is one.
	element, senderElement string
	// sender names the parameter that holds it.
	sender string
	// spell turns a number as this call documents it into one as all others do.
	spell func(string) string
	price amount
	// partial says that an item can fail alone.
	partial bool
	// answer follows the envelope.
	answer func(*submission, Variant) []field
}

// item is one text to one number.
type item struct {
	// given and posted are the number and the text as received.
	given, posted string
	// number is in E.164 where it is a number at all.
	number string
	words  wordsOf
	cost   amount
	// refused is why the item is not sent.
	refused *failure
}

// submission is a request to send.
type submission struct {
	kind                         *sendKind
	call                         *call
	items                        []*item
	lowCost, sandbox             bool
	unicode, withStop            bool
	scheduled                    time.Time // Zero for a send at once.
	leaves                       time.Time
	id                           string
	sms                          int
	cost                         amount
	sender, urlDlr, urlResponses string
}

// handle is the way that every call that sends goes: what is refused as a whole,
// what is refused item by item, the account, the queue.
func (k *sendKind) handle(s *Simulator, c *call) (object, *failure) {
	// A survey has no sandbox, a long number no schedule: asked for, they count
	// for nothing.
	c = c.documented()
	items, failed := k.read(c)
	if failed != nil {
		return nil, failed
	}
	sub := &submission{
		kind: k, call: c, items: items,
		lowCost: c.text("gamme") == lowCostRange,
		sandbox: c.flag("sandbox"),
		unicode: c.flag("isUnicode"),
		sender:  c.text(k.sender),
		urlDlr:  c.text("urlDlr"), urlResponses: c.text("urlResponse"),
	}
	// The STOP text is not for the low-cost range, whose sender writes it.
	sub.withStop = !sub.lowCost && (c.flag("isStopSms") || s.options.Marketing)
	for _, check := range []func(*submission) *failure{s.checkForm, s.checkAccount, s.checkItems, s.charge} {
		if failed := check(sub); failed != nil {
			return nil, failed
		}
	}
	s.queue(sub)
	return success(k.answer(sub, s.options.Variant)...), nil
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
func (sub *submission) shownCost(cost amount, v Variant) decimal {
	if sub.sandbox && v.SandboxFree {
		cost = 0
	}
	return cost.decimal()
}

// idField is the id where an answer has one.
func (sub *submission) idField(v Variant) []field {
	if sub.sandbox && v.SandboxWithoutID {
		return nil
	}
	return []field{{"message_id", integer(wholeNumber(sub.id))}}
}

// queue puts a message into the account. A sandbox message is there like any
// other, but it is in no statistics and calls no webhook: what else the vendor
// does with it is not known.
func (s *Simulator) queue(sub *submission) {
	c, now := sub.call, s.now()
	sent := &sending{
		path: sub.kind.path, sender: sub.sender, survey: c.text(surveyParameter),
		lowCost: sub.lowCost, sandbox: sub.sandbox,
		scheduled: sub.scheduled, leaves: sub.leaves,
		listed:      now.Add(s.options.ListingDelay),
		urlResponse: sub.urlResponses,
	}
	if !sub.sandbox {
		sent.sms, sent.charged = sub.sms, sub.cost
	}
	m := Message{Tag: c.text("tag"), sending: sent}
	for _, i := range sub.accepted() {
		r := Recipient{
			Number: i.number, Date: now, waitingUntil: sub.leaves.Add(s.options.DeliveryDelay),
			Cost: string(sub.shownCost(i.cost, s.options.Variant)),
		}.apply(outcomes())
		if sub.sandbox && s.options.Variant.SandboxForgotten {
			sent.forgotten, r.NotFound = true, true
		}
		m.Recipients = append(m.Recipients, r)
		sent.texts = append(sent.texts, SentText{Number: i.number, Posted: i.posted, Text: i.words.shown, Segments: i.words.parts})
	}
	sub.id = s.AddMessage(m)
	if !sub.sandbox {
		s.plan(sub.id, m, sub.urlDlr)
	}
}
