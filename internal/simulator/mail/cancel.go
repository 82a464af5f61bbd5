package mail

import (
	"net/http"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// CancelForms are the forms of cancelling a mail.
type CancelForms struct {
	// CancelWithoutRefund keeps what a cancelled mail cost. The answer has no field for a
	// refund: that there is one is our choice, as for an SMS.
	CancelWithoutRefund bool `flag:"mail-cancel-without-refund" help:"keep what a cancelled mail cost"`
}

// messageIDParameter is a number or a text.
var messageIDParameter = wire.Parameter{Name: "messageId"}

// cancelPage is the page "Annuler l'envoi d'un mail": a GET that changes something.
func (a *Account) cancelPage() []wire.Route {
	return []wire.Route{{
		Method:     http.MethodGet,
		Path:       "/message-cancel",
		Parameters: []wire.Parameter{wire.KeyParameter, messageIDParameter, wire.FormatParameter},
		Handle:     a.messageCancel,
	}}
}

// cancelLead is how long before it leaves a mail can last be cancelled.
const cancelLead = 5 * time.Minute

var (
	messageIDRequired = wire.Refusal(3, "L'ID du message est requis", "Message ID is required")
	messageNotFound   = wire.Refusal(4, "Message introuvable", "Message not found")
	cancelledAlready  = wire.Refusal(5, "L'envoi du mail a déjà été annulé", "The mail has already been canceled")
	cancelTooLate     = wire.Refusal(6,
		"Vous ne pouvez pas annuler l'envoi d'un mail moins de 5 minutes avant son envoi",
		"You cannot cancel a mail less than 5 minutes before its scheduled time",
	)
	sentAlready = wire.Refusal(7, "Vous ne pouvez pas annuler un mail déjà envoyé", "You cannot cancel a mail that has already been sent")
)

var cancelled = wire.Wording{French: "L'envoi du mail a été annulé.", English: "The mail sending has been canceled."}

func (a *Account) messageCancel(c *wire.Call) (wire.Object, *wire.Failure) {
	id, now := c.Text(messageIDParameter.Name), a.Now()
	if id == "" {
		return nil, messageIDRequired
	}
	m := a.mail(id)
	switch {
	case m == nil:
		return nil, messageNotFound
	case m.Cancelled:
		return nil, cancelledAlready
	case !now.Before(m.Leaves):
		return nil, sentAlready
	case m.Leaves.Sub(now) < cancelLead:
		return nil, cancelTooLate
	}
	m.Cancelled = true
	if !a.options.Variant.CancelWithoutRefund {
		a.purse.Refund(m.charged)
	}
	return wire.Success(wire.Text("message", a.options.Forms.Say(cancelled))), nil
}
