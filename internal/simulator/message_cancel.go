package simulator

import (
	"net/http"
	"time"
)

// cancelEndpoints is the page "Annuler l'envoi d'un SMS différé": a GET that
// changes something.
func cancelEndpoints() []endpoint {
	return []endpoint{{
		method:     http.MethodGet,
		path:       "/message-cancel",
		parameters: []parameter{apiKeyParameter, {name: "messageId", check: isWholeNumber}, formatParameter},
		handle:     messageCancel,
	}}
}

// cancelLead is how long before its departure a message can last be cancelled.
const cancelLead = 5 * time.Minute

// The meanings of the endpoint page: the general page prints those of the status
// calls.
var (
	cancelledAlready = failure{code: 5, message: wording{
		"L'envoi du SMS a déjà été annulé",
		"The SMS has already been canceled",
	}}
	cancelTooLate = failure{code: 6, message: wording{
		"Vous ne pouvez pas annuler l'envoi d'un SMS moins de 5 minutes avant son envoi",
		"You cannot cancel an SMS sending less than 5 minutes before its scheduled time",
	}}
	sentAlready = failure{code: 7, message: wording{
		"Vous ne pouvez pas annuler un SMS déjà envoyé",
		"You cannot cancel an SMS that has already been sent",
	}}
)

var cancelled = wording{"L'envoi du SMS a été annulé.", "The SMS sending has been canceled."}

func messageCancel(s *Simulator, c *call) (object, *failure) {
	id := c.text("messageId")
	if id == "" {
		return nil, &messageIDRequired
	}
	paid, failed := s.messages.cancel(id, s.now())
	if failed != nil {
		return nil, failed
	}
	// The answer has no field for a refund; that there is one is our choice.
	s.credits.refund(paid)
	return success(field{"message", text(s.options.Variant.say(cancelled))}), nil
}

// cancel keeps a message from leaving, and returns what was paid for it.
func (m *messages) cancel(id string, now time.Time) (amount, *failure) {
	m.mu.Lock()
	defer m.mu.Unlock()
	entry, found := m.byID[id]
	switch {
	case !found, entry.sending != nil && entry.sending.forgotten:
		return 0, &messageNotFound
	case entry.sending == nil:
		return 0, &sentAlready
	case entry.sending.cancelled:
		return 0, &cancelledAlready
	case !now.Before(entry.sending.leaves):
		return 0, &sentAlready
	case entry.sending.leaves.Sub(now) < cancelLead:
		return 0, &cancelTooLate
	}
	entry.sending.cancelled = true
	return entry.sending.charged, nil
}
