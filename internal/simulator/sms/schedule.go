package sms

import (
	"cmp"
	"strconv"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// The single codes of the general page for what is wrong with a schedule.
var (
	dateRequired  = wire.Refusal(45, "La date est requise", "The date is required")
	hourRequired  = wire.Refusal(46, "L'heure est requise", "The time is required")
	minuteInvalid = wire.Refusal(47, "Le chiffre des minutes est invalide", "The minutes digit is invalid")
	minuteStep    = wire.Refusal(48,
		"Les minutes doivent-être comprise entre 5 et 55 dans un interval de 5 minutes",
		"Minutes must be between 5 and 55 in intervals of 5",
	)
	dateInvalid = wire.Refusal(49, "La date est invalide", "The date is invalid")
)

// The elements of a validation list that belong to a schedule.
const (
	dateElement   = "children[scheduledDeliveryDate].data"
	hourElement   = "children[time].data"
	minuteElement = "children[minute].data"
)

// ScheduleForms are the forms of a deferred send.
type ScheduleForms struct {
	// StrictClock refuses minute 0, since code 48 says "between 5 and 55" though
	// all samples send it, and hour 24.
	StrictClock bool `flag:"strict-clock" help:"refuse minute 0 and hour 24"`
	// ScheduledStatus is the status word of a message that has not left yet, and
	// CancelledStatus that of a cancelled one: [NotFound], an unknown word, or
	// "Waiting" when empty. Neither is documented.
	ScheduledStatus string `flag:"scheduled-status" value:"word" help:"word for a message that has not left, \"not found\" for code 4 (default \"Waiting\")"`
	CancelledStatus string `flag:"cancelled-status" value:"word" help:"word for a cancelled message, \"not found\" for code 4 (default \"Waiting\")"`
}

// schedule reads when a deferred send leaves: a date, an hour and a minute in
// Paris. The time is zero for a send that leaves at once.
//
// How the vendor reads an hour that the change of clocks repeats or skips is not known; the
// simulator uses [time.Date].
func schedule(c *wire.Call, now time.Time, f ScheduleForms) (time.Time, []fault) {
	date, hour, minute := c.Text("scheduledDeliveryDate"), c.Text("time"), c.Text("minute")
	if date == "" {
		if hour == "" && minute == "" {
			return time.Time{}, nil
		}
		return time.Time{}, []fault{faultAt(dateElement, "La date est requise", "La date est requise", dateRequired)}
	}
	var faults []fault
	at, valid := moment(date, hour, minute, f)
	if !valid || at.Before(now) {
		asked := date + " à " + hour + ":" + minute
		faults = append(faults, faultAt(
			dateElement,
			"La date ("+asked+") est anterieure a la date actuelle.",
			"La date ("+asked+") est antérieure à la date actuelle.",
			dateInvalid,
		))
	}
	faults = append(faults, minuteFaults(minute, f)...)
	if hour == "" {
		faults = append(faults, faultAt(hourElement, "L'heure est requise", "L'heure est requise", hourRequired))
	}
	return at, faults
}

// moment is false for an invalid moment. A missing hour or minute is a separate problem:
// here it counts as the last one of the day.
func moment(date, hour, minute string, f ScheduleForms) (time.Time, bool) {
	day, dayErr := time.ParseInLocation(wire.ScheduledDateLayout, date, wire.Paris)
	h, hourErr := strconv.Atoi(cmp.Or(hour, "23"))
	m, minuteErr := strconv.Atoi(cmp.Or(minute, "59"))
	last := 24
	if f.StrictClock {
		last = 23
	}
	if dayErr != nil || hourErr != nil || h < 0 || h > last {
		return time.Time{}, false
	}
	if minuteErr != nil || m < 0 || m > 59 {
		m = 59 // minuteFaults tells.
	}
	return time.Date(day.Year(), day.Month(), day.Day(), h, m, 0, 0, wire.Paris), true
}

func minuteFaults(minute string, f ScheduleForms) []fault {
	if minute == "" {
		return []fault{faultAt(minuteElement, "La minute est requise", "La minute est requise", minuteInvalid)}
	}
	n, err := strconv.Atoi(minute)
	switch {
	case err != nil || n < 0 || n > 59:
		return []fault{faultAt(minuteElement, minuteInvalid.Message.French, minuteInvalid.Message.French, minuteInvalid)}
	case n%5 != 0, n == 0 && f.StrictClock:
		return []fault{faultAt(
			minuteElement,
			"Les minutes doivent-etre comprise entre 5 et 55 dans un interval de 5 minutes",
			minuteStep.Message.French,
			minuteStep,
		)}
	}
	return nil
}
