package wire

import (
	"cmp"
	"strconv"
	"time"
)

// The single codes of the general page for what is wrong with a schedule.
var (
	dateRequired  = Refusal(45, "La date est requise", "The date is required")
	hourRequired  = Refusal(46, "L'heure est requise", "The time is required")
	minuteInvalid = Refusal(47, "Le chiffre des minutes est invalide", "The minutes digit is invalid")
	minuteStep    = Refusal(48,
		"Les minutes doivent-être comprise entre 5 et 55 dans un interval de 5 minutes",
		"Minutes must be between 5 and 55 in intervals of 5",
	)
	dateInvalid = Refusal(49, "La date est invalide", "The date is invalid")
)

// The elements of a validation list that belong to a schedule.
const (
	dateElement   = "children[scheduledDeliveryDate].data"
	hourElement   = "children[time].data"
	minuteElement = "children[minute].data"
)

// Schedule reads when a deferred send leaves: a date, an hour and a minute in Paris. The
// time is zero for a send that leaves at once. A strict clock refuses minute 0 and hour 24.
//
// How the vendor reads an hour that the change of clocks repeats or skips is not known; the
// simulator uses [time.Date].
func (c *Call) Schedule(now time.Time, strict bool) (time.Time, []Fault) {
	date, hour, minute := c.Text("scheduledDeliveryDate"), c.Text("time"), c.Text("minute")
	if date == "" {
		if hour == "" && minute == "" {
			return time.Time{}, nil
		}
		return time.Time{}, []Fault{scheduleFault(dateElement, "La date est requise", "La date est requise", dateRequired)}
	}
	var faults []Fault
	at, valid := moment(date, hour, minute, strict)
	if !valid || at.Before(now) {
		asked := date + " à " + hour + ":" + minute
		faults = append(faults, scheduleFault(
			dateElement,
			"La date ("+asked+") est anterieure a la date actuelle.",
			"La date ("+asked+") est antérieure à la date actuelle.",
			dateInvalid,
		))
	}
	faults = append(faults, minuteFaults(minute, strict)...)
	if hour == "" {
		faults = append(faults, scheduleFault(hourElement, "L'heure est requise", "L'heure est requise", hourRequired))
	}
	return at, faults
}

// moment is false for an invalid moment. A missing hour or minute is a separate problem:
// here it counts as the last one of the day.
func moment(date, hour, minute string, strict bool) (time.Time, bool) {
	day, dayErr := time.ParseInLocation(ScheduledDateLayout, date, Paris)
	h, hourErr := strconv.Atoi(cmp.Or(hour, "23"))
	m, minuteErr := strconv.Atoi(cmp.Or(minute, "59"))
	last := 24
	if strict {
		last = 23
	}
	if dayErr != nil || hourErr != nil || h < 0 || h > last {
		return time.Time{}, false
	}
	if minuteErr != nil || m < 0 || m > 59 {
		m = 59 // minuteFaults tells.
	}
	return time.Date(day.Year(), day.Month(), day.Day(), h, m, 0, 0, Paris), true
}

func minuteFaults(minute string, strict bool) []Fault {
	if minute == "" {
		return []Fault{scheduleFault(minuteElement, "La minute est requise", "La minute est requise", minuteInvalid)}
	}
	n, err := strconv.Atoi(minute)
	switch {
	case err != nil || n < 0 || n > 59:
		return []Fault{scheduleFault(minuteElement, minuteInvalid.Message.French, minuteInvalid.Message.French, minuteInvalid)}
	case n%5 != 0, n == 0 && strict:
		return []Fault{scheduleFault(
			minuteElement,
			"Les minutes doivent-etre comprise entre 5 et 55 dans un interval de 5 minutes",
			minuteStep.Message.French,
			minuteStep,
		)}
	}
	return nil
}

func scheduleFault(elementID, plain, accented string, single *Failure) Fault {
	return Fault{Problem: Problem{ElementID: elementID, Plain: plain, Accented: accented}, Single: single}
}
