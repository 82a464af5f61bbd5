package sms

import (
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

// Pair is a message and one of its recipients, in E.164 form.
type Pair struct {
	MessageID   string
	PhoneNumber string
}

// mayBe reports whether an answer that names this message and number, or leaves
// them out, can be about the pair.
func (p Pair) mayBe(messageID, phoneNumber *string) bool {
	return (messageID == nil || *messageID == p.MessageID) && (phoneNumber == nil || phone.Same(*phoneNumber, p.PhoneNumber))
}

// String names the pair in errors.
func (p Pair) String() string { return "message " + p.MessageID + " to " + p.PhoneNumber }
