package sms

import (
	"strconv"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// Message is an SMS that the account has sent, to one recipient or more.
type Message struct {
	// ID is the message_id; empty takes the next free one.
	ID string
	// Tag is the tag given at sending, empty for none.
	Tag        string
	Recipients []Recipient

	// sending is how a call sent the message, nil for one that no call did.
	sending *sending
}

// Recipient is one number of a [Message] and what its status call answers.
type Recipient struct {
	// Number is the phone number in any spelling.
	Number string
	// Statuses are the words answered, one a read; the last one stays. Empty is
	// Delivered.
	Statuses []string
	// StopSMS says that the recipient replied STOP.
	StopSMS bool
	// IsSpam says that the message was taken for spam; multi-status tells.
	IsSpam bool
	// NotFound makes the status call answer that there is no such message.
	NotFound bool
	// Date is the date of the status, the time of adding when zero.
	Date time.Time
	// Cost is a decimal number, "0.038" when empty.
	Cost string
	// CountryCode is the ISO country, that of the number when empty.
	CountryCode string
	// Currency is "EUR" when empty.
	Currency string

	// waitingUntil is when a message that was sent reaches its statuses.
	waitingUntil time.Time
}

// The documented values of statut on the page of message-status.
const (
	statusDelivered    = "Delivered"
	statusNotDelivered = "Not delivered"
	statusWaiting      = "Waiting"
)

const (
	defaultCost     = "0.038"
	defaultCurrency = "EUR"
)

// documentedID is the id of the documented example; later ones follow it.
const documentedID = 1111

// documentedMessage is the example on the page of message-status.
func documentedMessage() Message {
	return Message{ID: strconv.Itoa(documentedID), Recipients: []Recipient{{
		Number: "0600000000",
		Date:   time.Date(2015, time.February, 7, 22, 39, 46, 0, wire.Paris),
		Cost:   "0.045",
	}}}
}

func (r Recipient) complete(number string, now time.Time) Recipient {
	r.Number = number
	r.Statuses = append([]string(nil), r.Statuses...)
	if len(r.Statuses) == 0 {
		r.Statuses = []string{statusDelivered}
	}
	if r.Date.IsZero() {
		r.Date = now
	}
	if r.Cost == "" {
		r.Cost = defaultCost
	}
	if r.CountryCode == "" {
		r.CountryCode = wire.CountryCode(number)
	}
	if r.Currency == "" {
		r.Currency = defaultCurrency
	}
	return r
}
