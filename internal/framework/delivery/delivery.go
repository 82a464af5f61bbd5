// Package delivery decides what became of messages: what proves a delivery, what a list of
// recipients proves, how to wait for deliveries, and how to report them.
package delivery

import (
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// Delivery is what became of one message to one phone.
type Delivery struct {
	// Name identifies the delivery to people, such as "+33600000000".
	Name string
	// Number is the recipient as the vendor writes it, or as asked for if the vendor does
	// not list the recipient.
	Number *string
	// Listed is false if the vendor said nothing about the recipient. Found is false if the
	// vendor knows no such message to this phone.
	Listed, Found bool
	// Status is the vendor's word; empty where it gave none.
	Status  string
	StopSMS *bool
	IsSpam  *bool
	Date    *time.Time

	refused bool
}

// New makes a Delivery from an item of the vendor's list.
func New(name string, item sms.StatusItem) Delivery {
	d := Delivery{
		Name: name, Number: item.PhoneNumber, Listed: true, Found: item.Found,
		StopSMS: item.StopSMS, IsSpam: item.IsSpam, Date: item.Date,
	}
	if item.Status != nil {
		d.Status = *item.Status
	}
	return d
}

// Refused is the delivery to a number that the vendor refused when the message was
// sent: nothing goes there.
func Refused(number string) Delivery {
	return Delivery{Name: number, Number: &number, Listed: true, Found: true, refused: true}
}

// Delivered reports whether the message reached the phone.
func (d Delivery) Delivered() bool { return d.Found && sms.IsDelivered(d.Status) }

// Final reports whether the status can no longer change. What was not found may still
// turn up.
func (d Delivery) Final() bool { return d.Found && (sms.IsFinal(d.Status) || d.refused) }

// Stopped reports whether the recipient answered STOP.
func (d Delivery) Stopped() bool { return d.StopSMS != nil && *d.StopSMS }

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

// undelivered reports whether d ended without reaching the phone.
func (d Delivery) undelivered() bool { return d.Final() && !d.Delivered() }
