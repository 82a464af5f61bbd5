package sms

import (
	"slices"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// SentMessage is a message that a call has sent, or queued to be sent: what
// costs money and reaches a person, unlike a request that only arrived.
type SentMessage struct {
	ID string
	// Path is that of the call, below [BasePath]: "/send".
	Path string
	// Texts are one a recipient, in the order of the request.
	Texts []SentText
	// Sender is the sender or the long number.
	Sender string
	Tag    string
	// Survey is the identifier of the survey that was sent.
	Survey  string
	LowCost bool
	// Scheduled is for when the request asked, zero for a send at once.
	Scheduled time.Time
	// Leaves is when the message leaves or left: later than asked for where quiet
	// hours hold it.
	Leaves    time.Time
	Cancelled bool
	// Sandbox says that nothing was sent or charged in truth.
	Sandbox bool
}

// SentText is what one recipient gets.
type SentText struct {
	// Number is in E.164.
	Number string
	// Posted is the text of the request, Text what the phone shows, and Segments
	// as how many SMS it is billed.
	Posted, Text string
	Segments     int
}

// sending is how a call sent a message.
type sending struct {
	path, sender, survey string
	urlResponse          string
	texts                []SentText
	lowCost, sandbox     bool
	scheduled, leaves    time.Time
	// listed is from when the status calls know the message.
	listed time.Time
	// sms and charged are 0 for a sandbox message.
	sms     int
	charged wire.Amount
	// forgotten makes all later calls answer that there is no such message.
	forgotten, cancelled bool
}

// Sent returns the messages that calls have sent so far, in order; those of
// [Account.AddMessage] are not among them. A scripted step without Process
// sends nothing.
func (a *Account) Sent() []SentMessage {
	a.mu.Lock()
	defer a.mu.Unlock()
	var sent []SentMessage
	for _, st := range a.messages.order {
		how := st.sending
		if how == nil {
			continue
		}
		sent = append(sent, SentMessage{
			ID: st.id, Path: how.path, Texts: slices.Clone(how.texts),
			Sender: how.sender, Tag: st.tag, Survey: how.survey, LowCost: how.lowCost,
			Scheduled: how.scheduled, Leaves: how.leaves,
			Cancelled: how.cancelled, Sandbox: how.sandbox,
		})
	}
	return sent
}

// departed are the messages that have left and were paid for.
func (m *messages) departed(now time.Time) []sending {
	var gone []sending
	for _, st := range m.order {
		if how := st.sending; how != nil && how.sms > 0 && !how.cancelled && !how.leaves.After(now) {
			gone = append(gone, *how)
		}
	}
	return gone
}

// toSend counts the SMS that wait to leave.
func (m *messages) toSend(now time.Time) int {
	var sms int
	for _, st := range m.order {
		if how := st.sending; how != nil && !how.cancelled && how.leaves.After(now) {
			sms += how.sms
		}
	}
	return sms
}
