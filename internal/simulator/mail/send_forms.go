package mail

import (
	"errors"
	"strconv"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// AnswerForms are the forms of the answer to a mail that was sent.
type AnswerForms struct {
	// MessageID is how answers write the id, a text of digits when empty. Samples have "xxx"
	// and 300.
	MessageID IDForm `flag:"mail-message-id" value:"form" help:"form of messageId: text for digits in a text (default), number, or letters for a text that is no number"`
	// DateAlways writes scheduledDeliveryDate into the answer to a mail that leaves at once.
	DateAlways bool `flag:"mail-date-always" help:"write scheduledDeliveryDate into the answer to a mail that leaves at once"`
}

// IDForm is how an answer writes the id of a mail.
type IDForm string

// The forms of an id.
const (
	IDText    IDForm = "text"
	IDNumber  IDForm = "number"
	IDLetters IDForm = "letters"
)

// Set reads the flag.
func (f *IDForm) Set(form string) error {
	switch IDForm(form) {
	case IDText, IDNumber, IDLetters:
		*f = IDForm(form)
		return nil
	default:
		return errors.New("neither text, number nor letters")
	}
}

// String is what the flag stands on.
func (f *IDForm) String() string {
	if f == nil {
		return ""
	}
	return string(*f)
}

func (f AnswerForms) idField(m *Mail) wire.Field {
	if n, err := strconv.Atoi(m.ID); err == nil && f.MessageID == IDNumber {
		return wire.Integer("messageId", n)
	}
	return wire.Text("messageId", m.ID)
}

// SandboxForms are the forms in which a sandbox mail is treated. Only that the account
// forgets it daily is documented.
type SandboxForms struct {
	// SandboxWithoutID leaves the id out of the answer, SandboxFree says that the cost is 0,
	// and SandboxForgotten makes the later calls answer at once that there is no such mail.
	SandboxWithoutID bool `flag:"mail-sandbox-without-id" help:"leave messageId out of the answer to a sandbox mail"`
	SandboxFree      bool `flag:"mail-sandbox-free" help:"write cost 0 in the answer to a sandbox mail"`
	SandboxForgotten bool `flag:"mail-sandbox-forgotten" help:"answer code 4 about a sandbox mail at once"`
}

func (f SandboxForms) sandboxCost(cost wire.Amount) wire.Amount {
	if f.SandboxFree {
		return 0
	}
	return cost
}

// purge is when the account forgets a sandbox mail: at midnight, which is our choice.
func (f SandboxForms) purge(made time.Time) time.Time {
	if f.SandboxForgotten {
		return made
	}
	year, month, day := made.In(wire.Paris).Date()
	return time.Date(year, month, day+1, 0, 0, 0, 0, wire.Paris)
}

// ScheduleForms are the forms of when a mail leaves.
type ScheduleForms struct {
	// StrictClock refuses minute 0, since code 48 says "5 to 55" though the sample sends it,
	// and hour 24.
	StrictClock bool `flag:"mail-strict-clock" help:"refuse minute 0 and hour 24 of a mail"`
	// QuietFrom22 begins the quiet hours at 22:00, as older pages say, instead of 20:00.
	QuietFrom22 bool `flag:"mail-quiet-from-22" help:"begin the quiet hours of mails at 22:00 instead of 20:00"`
}
