// Package delivery decides what became of messages: what proves a delivery, what a list of
// recipients proves, how to wait for deliveries, and how to report them.
package delivery

import (
	"math/big"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/mail"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// Medium is what carries messages. The zero value is SMS.
type Medium int

// The media whose deliveries the vendor reports.
const (
	SMS Medium = iota
	Mail
)

// Delivery is what became of one message to one recipient.
type Delivery struct {
	// Name identifies the delivery to people, such as "+33600000000".
	Name string
	// Recipient is the phone number, or the address, as the vendor writes it, or as asked for
	// if the vendor does not list the recipient.
	Recipient *string
	// Listed is false if the vendor said nothing about the recipient. Found is false if the
	// vendor knows no such message to this recipient.
	Listed, Found bool
	// Status is the vendor's word; empty where it gave none.
	Status string
	// Stop says that the recipient refuses further messages.
	Stop   *bool
	IsSpam *bool
	Cost   *big.Float
	Date   *time.Time

	medium  Medium
	refused bool
}

// New makes a Delivery from an item of the vendor's list.
func New(name string, item sms.StatusItem) Delivery {
	d := Delivery{
		Name: name, Recipient: item.PhoneNumber, Listed: true, Found: item.Found,
		Stop: item.StopSMS, IsSpam: item.IsSpam, Date: item.Date,
	}
	if item.Status != nil {
		d.Status = *item.Status
	}
	return d
}

// OfSMS makes the deliveries of the vendor's list of a message.
func OfSMS(items []sms.StatusItem) []Delivery {
	deliveries := make([]Delivery, len(items))
	for i, item := range items {
		name := "a recipient without a number"
		if item.PhoneNumber != nil {
			name = *item.PhoneNumber
		}
		deliveries[i] = New(name, item)
	}
	return deliveries
}

// OfMail makes the deliveries of the vendor's list of a mail.
func OfMail(items []mail.StatusItem) []Delivery {
	deliveries := make([]Delivery, len(items))
	for i, item := range items {
		deliveries[i] = Delivery{
			Name: "a recipient without an address", Recipient: item.Email, Listed: true, Found: item.Found,
			Stop: item.StopMail, Cost: item.Cost, Date: item.Date, medium: Mail,
		}
		if item.Email != nil {
			deliveries[i].Name = *item.Email
		}
		if item.Status != nil {
			deliveries[i].Status = *item.Status
		}
	}
	return deliveries
}

// Refused is the delivery to a number that the vendor refused when the message was
// sent: nothing goes there.
func Refused(number string) Delivery {
	return Delivery{Name: number, Recipient: &number, Listed: true, Found: true, refused: true}
}

// Delivered reports whether the message reached the recipient.
func (d Delivery) Delivered() bool {
	if d.medium == Mail {
		return d.Found && mail.IsDelivered(d.Status)
	}
	return d.Found && sms.IsDelivered(d.Status)
}

// Final reports whether the status can no longer change. What was not found may still
// turn up.
func (d Delivery) Final() bool {
	if d.medium == Mail {
		return d.Delivered() // the vendor documents no other word
	}
	return d.Found && (sms.IsFinal(d.Status) || d.refused)
}

// Stopped reports whether the recipient refuses further messages.
func (d Delivery) Stopped() bool { return d.Stop != nil && *d.Stop }

// word is the status, in the vendor's words where it gave any.
func (d Delivery) word() string {
	switch {
	case d.refused:
		return "refused"
	case !d.Listed:
		return "not listed yet"
	case !d.Found:
		return "not found"
	case d.Status == "":
		return "without a status"
	default:
		return d.Status
	}
}

// undelivered reports whether d ended without reaching the recipient.
func (d Delivery) undelivered() bool { return d.Final() && !d.Delivered() }
