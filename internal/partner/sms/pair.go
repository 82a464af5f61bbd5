package sms

import "strings"

// Pair is a message and one of its recipients, in E.164 form.
type Pair struct {
	MessageID   string
	PhoneNumber string
}

// alike is how many last digits two spellings of a number have in common:
// national and international forms differ at the start.
const alike = 7

// mayBe reports whether an answer that names this message and number, or leaves
// them out, can be about the pair.
func (p Pair) mayBe(messageID, phoneNumber *string) bool {
	if messageID != nil && strings.TrimLeft(*messageID, "0") != strings.TrimLeft(p.MessageID, "0") {
		return false
	}
	if phoneNumber == nil {
		return true
	}
	return Alike(*phoneNumber, p.PhoneNumber)
}

// Alike reports whether two spellings may be of the same number.
func Alike(one, other string) bool {
	a, b := digits(one), digits(other)
	n := min(alike, len(a), len(b))
	return a[len(a)-n:] == b[len(b)-n:]
}

func digits(number string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, number)
}

// String names the pair in errors.
func (p Pair) String() string { return "message " + p.MessageID + " to " + p.PhoneNumber }
