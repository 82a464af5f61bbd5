package sms

import (
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// Pair is a message and one of its recipients, in E.164 form.
type Pair struct {
	MessageID   string
	PhoneNumber string
}

// mayBe reports whether an answer that names this message and number, or leaves
// them out, can be about the pair.
func (p Pair) mayBe(messageID, phoneNumber *string) bool {
	return (messageID == nil || *messageID == p.MessageID) && (phoneNumber == nil || SameNumber(*phoneNumber, p.PhoneNumber))
}

// SameNumber reports whether a number as the vendor writes it, national or
// international, is the one that e164 is. A national number is read in the
// country of e164.
func SameNumber(written, e164 string) bool {
	if written == e164 {
		return true
	}
	if tail(written) != tail(e164) { // parsing takes long, and lists are compared each with each
		return false
	}
	asked, err := phonenumbers.Parse(e164, "")
	if err != nil {
		return false
	}
	if international, ok := strings.CutPrefix(written, "00"); ok {
		written = "+" + international
	}
	answered, err := phonenumbers.Parse(written, phonenumbers.GetRegionCodeForCountryCode(int(asked.GetCountryCode())))
	return err == nil && phonenumbers.Format(answered, phonenumbers.E164) == e164
}

// tail returns the last digits of a number, which are the same in each of its
// spellings.
func tail(number string) string {
	const length = 4
	var last [length]byte
	at := length
	for i := len(number) - 1; i >= 0 && at > 0; i-- {
		if c := number[i]; c >= '0' && c <= '9' {
			at--
			last[at] = c
		}
	}
	return string(last[at:])
}

// String names the pair in errors.
func (p Pair) String() string { return "message " + p.MessageID + " to " + p.PhoneNumber }
