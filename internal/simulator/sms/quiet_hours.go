package sms

import (
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// QuietForms are the forms of the quiet hours.
type QuietForms struct {
	// QuietHoursHeld holds a marketing message until 8:00 of the next working
	// day instead of refusing it with code 22 or 23.
	QuietHoursHeld bool `flag:"quiet-hours-held" help:"hold marketing messages in quiet hours instead of refusing them"`
	// QuietFrom22 begins the quiet hours at 22:00, as older pages and code 22
	// say, instead of 20:00.
	QuietFrom22 bool `flag:"quiet-from-22" help:"begin the quiet hours at 22:00 instead of 20:00"`
}

// refuseQuiet says why a message cannot leave at a moment.
func refuseQuiet(quiet wire.QuietHours, at time.Time) *wire.Failure {
	at = at.In(wire.Paris)
	day := at.Format(wire.ScheduledDateLayout)
	switch {
	case wire.IsFreeDay(at):
		return wire.Refusal(23,
			"SMS Marketing: La date ["+day+"] n'est pas valide, L'envoi des sms n'est pas possible le dimanche et jours fériés",
			"Marketing SMS: no sending on Sundays and holidays",
		)
	case quiet.AtNight(at):
		return wire.Refusal(22,
			"SMS Marketing: L'heure d'envoi n'est pas valide, elle doit être comprise entre 8h et 22h",
			"Marketing SMS: sending time must be between 8 AM and 10 PM",
		)
	}
	return nil
}
