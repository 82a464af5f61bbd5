package voice

import (
	"errors"
	"fmt"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// NotificationForms are the forms of what is sent to notifyUrl.
type NotificationForms struct {
	// DepositsNotNotified is an account for which support has not enabled the notifications
	// of voice messages.
	DepositsNotNotified bool `flag:"voice-deposits-not-notified" help:"send no notification of a voice message, as before support has enabled them"`
	// NotifiedNumber is how the notification of a voice SMS writes the number. Empty is the
	// masked form of the documentation.
	NotifiedNumber NotifiedNumber `flag:"voice-notified-number" value:"form" help:"form of the number in the notification of a voice SMS: masked as documented (default), or full as 0033600000001"`
	// ComplementaryFile adds audioFileComplementaire to the notification of a voice SMS that
	// plays an audio file. Which parameter it goes with is not documented.
	ComplementaryFile bool `flag:"voice-complementary-file" help:"add audioFileComplementaire to the notification of a voice SMS with an audio file"`
}

// NotifiedNumber is how a notification writes a number.
type NotifiedNumber string

// The forms of a number in a notification.
const (
	NumberMasked NotifiedNumber = "masked"
	NumberFull   NotifiedNumber = "full"
)

// Set reads the flag.
func (n *NotifiedNumber) Set(form string) error {
	if NotifiedNumber(form) != NumberMasked && NotifiedNumber(form) != NumberFull {
		return errors.New("neither masked nor full")
	}
	*n = NotifiedNumber(form)
	return nil
}

// String is what the flag stands on.
func (n *NotifiedNumber) String() string {
	if n == nil {
		return ""
	}
	return string(*n)
}

// notify plans the notifications of a campaign: one in all of a voice message, and one a
// number of a voice SMS. How long the vendor takes and whether it repeats them is not
// documented.
func (a *Account) notify(c *Campaign) {
	forms := a.options.Variant.NotificationForms
	due := c.leaves.Add(a.options.DeliveryDelay)
	call := wire.Webhook{Due: due, URL: c.NotifyURL, Wanted: func() bool { return !a.isCancelled(c) }}
	switch {
	case c.NotifyURL == "":
	case c.Kind == VoiceSMS:
		for _, number := range c.Numbers {
			call.Body = a.WebhookBody(forms.notification(c, number, due))
			a.Plan(call)
		}
	case !forms.DepositsNotNotified:
		a.deposits++
		call.Query = depositNotification(c, due, a.deposits)
		a.Plan(call)
	}
}

func (a *Account) isCancelled(c *Campaign) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return c.Cancelled
}

// depositNotification tells how many numbers of a voice message have got it. What
// campaign_token is, is not documented: here it is the id that the call answered.
func depositNotification(c *Campaign, at time.Time, serial int) wire.Object {
	delivered := 0
	for _, number := range c.Numbers {
		if outcomeOf(number).status == pickedUp.status {
			delivered++
		}
	}
	return wire.Object{
		wire.Text("campaign_token", c.ID),
		wire.Text("campaign_id", fmt.Sprintf("NDA_%s_%05d", at.In(wire.Paris).Format("20060102"), serial)),
		wire.Integer("delivered_quantity", delivered),
		wire.Integer("total_quantity", len(c.Numbers)),
	}
}

// notification tells of a call. Which keys the vendor leaves out when there is nothing to
// tell is not documented.
func (f NotificationForms) notification(c *Campaign, number string, done time.Time) wire.Object {
	result, shown, duration := outcomeOf(number), "006.........", 0
	if f.NotifiedNumber == NumberFull {
		shown = "00" + number[1:]
	}
	body := wire.Object{wire.Text("campaignId", c.ID), wire.Text("status", result.status)}
	if result.additional != "" {
		body = append(body, wire.Text("additionnal_status", result.additional))
	}
	if result.additional == pickedUp.additional {
		duration = c.seconds.whole()
	}
	body = append(body,
		wire.Text("phoneNumber", shown),
		wire.Text("sendAt", c.leaves.In(wire.Paris).Format(time.DateTime)),
	)
	if !result.open {
		body = append(body, wire.Text("doneAt", done.In(wire.Paris).Format(time.DateTime)))
	}
	body = append(body, wire.Integer("duration", duration))
	if f.ComplementaryFile && c.Token != "" {
		body = append(body, wire.Nested("audioFileComplementaire", wire.Text("status", "Deposit")))
	}
	return body
}
