package sms

import (
	"net/http"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// cancelPage is the page "Annuler l'envoi d'un SMS différé": a GET that
// changes something.
func (a *Account) cancelPage() []wire.Route {
	return []wire.Route{{
		Method:     http.MethodGet,
		Path:       "/message-cancel",
		Parameters: []wire.Parameter{wire.KeyParameter, {Name: "messageId", Check: wire.IsWholeNumber}, wire.FormatParameter},
		Handle:     a.messageCancel,
	}}
}

// cancelLead is how long before its departure a message can last be cancelled.
const cancelLead = 5 * time.Minute

// The meanings of the endpoint page: the general page prints those of the status
// calls.
var (
	cancelledAlready = wire.Refusal(5,
		"L'envoi du SMS a déjà été annulé",
		"The SMS has already been canceled",
	)
	cancelTooLate = wire.Refusal(6,
		"Vous ne pouvez pas annuler l'envoi d'un SMS moins de 5 minutes avant son envoi",
		"You cannot cancel an SMS sending less than 5 minutes before its scheduled time",
	)
	sentAlready = wire.Refusal(7,
		"Vous ne pouvez pas annuler un SMS déjà envoyé",
		"You cannot cancel an SMS that has already been sent",
	)
)

var cancelled = wire.Wording{French: "L'envoi du SMS a été annulé.", English: "The SMS sending has been canceled."}

func (a *Account) messageCancel(c *wire.Call) (wire.Object, *wire.Failure) {
	id := c.Text("messageId")
	if id == "" {
		return nil, messageIDRequired
	}
	paid, failed := a.messages.cancel(id, a.Now())
	if failed != nil {
		return nil, failed
	}
	// The answer has no field for a refund; that there is one is our choice.
	a.credits.purse.Refund(paid)
	return wire.Success(wire.Text("message", a.options.Variant.Say(cancelled))), nil
}

// cancel keeps a message from leaving, and returns what was paid for it.
func (m *messages) cancel(id string, now time.Time) (wire.Amount, *wire.Failure) {
	entry, found := m.byID[id]
	switch {
	case !found, entry.sending != nil && entry.sending.forgotten:
		return 0, messageNotFound
	case entry.sending == nil:
		return 0, sentAlready
	case entry.sending.cancelled:
		return 0, cancelledAlready
	case !now.Before(entry.sending.leaves):
		return 0, sentAlready
	case entry.sending.leaves.Sub(now) < cancelLead:
		return 0, cancelTooLate
	}
	entry.sending.cancelled = true
	return entry.sending.charged, nil
}

func (a *Account) isCancelled(id string) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	entry := a.messages.byID[id]
	return entry != nil && entry.sending != nil && entry.sending.cancelled
}
