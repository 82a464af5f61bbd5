package simulator

import (
	"cmp"
	"strconv"
	"time"
)

// The single codes of the general page for what is wrong with a schedule.
var (
	dateRequired  = failure{code: 45, message: wording{"La date est requise", "The date is required"}}
	hourRequired  = failure{code: 46, message: wording{"L'heure est requise", "The time is required"}}
	minuteInvalid = failure{code: 47, message: wording{"Le chiffre des minutes est invalide", "The minutes digit is invalid"}}
	minuteStep    = failure{code: 48, message: wording{
		"Les minutes doivent-être comprise entre 5 et 55 dans un interval de 5 minutes",
		"Minutes must be between 5 and 55 in intervals of 5",
	}}
	dateInvalid = failure{code: 49, message: wording{"La date est invalide", "The date is invalid"}}
)

// The elements of a validation list that belong to a schedule.
const (
	dateElement   = "children[scheduledDeliveryDate].data"
	hourElement   = "children[time].data"
	minuteElement = "children[minute].data"
)

// schedule reads when a deferred send leaves: a date, an hour and a minute in
// Paris. The time is zero for a send that leaves at once.
//
// Which of the two an hour that the change of clocks repeats or skips is, is
// not known; here it is what [time.Date] makes of it.
func (c *call) schedule(now time.Time, v Variant) (time.Time, []fault) {
	date, hour, minute := c.text("scheduledDeliveryDate"), c.text("time"), c.text("minute")
	if date == "" {
		if hour == "" && minute == "" {
			return time.Time{}, nil
		}
		return time.Time{}, []fault{{problem{dateElement, "La date est requise", "La date est requise"}, &dateRequired}}
	}
	var faults []fault
	at, valid := moment(date, hour, minute, v)
	if !valid || at.Before(now) {
		asked := date + " à " + hour + ":" + minute
		faults = append(faults, fault{problem{
			dateElement,
			"La date (" + asked + ") est anterieure a la date actuelle.",
			"La date (" + asked + ") est antérieure à la date actuelle.",
		}, &dateInvalid})
	}
	faults = append(faults, minuteFaults(minute, v)...)
	if hour == "" {
		faults = append(faults, fault{problem{hourElement, "L'heure est requise", "L'heure est requise"}, &hourRequired})
	}
	return at, faults
}

// moment is false for what is none. A missing hour or minute is a problem of its
// own: here it stands for the last one of the day.
func moment(date, hour, minute string, v Variant) (time.Time, bool) {
	day, dayErr := time.ParseInLocation(scheduledDateLayout, date, paris)
	h, hourErr := strconv.Atoi(cmp.Or(hour, "23"))
	m, minuteErr := strconv.Atoi(cmp.Or(minute, "59"))
	last := 24
	if v.StrictClock {
		last = 23
	}
	if dayErr != nil || hourErr != nil || h < 0 || h > last {
		return time.Time{}, false
	}
	if minuteErr != nil || m < 0 || m > 59 {
		m = 59 // minuteFaults tells.
	}
	return time.Date(day.Year(), day.Month(), day.Day(), h, m, 0, 0, paris), true
}

func minuteFaults(minute string, v Variant) []fault {
	if minute == "" {
		return []fault{{problem{minuteElement, "La minute est requise", "La minute est requise"}, &minuteInvalid}}
	}
	n, err := strconv.Atoi(minute)
	switch {
	case err != nil || n < 0 || n > 59:
		return []fault{{problem{minuteElement, minuteInvalid.message.french, minuteInvalid.message.french}, &minuteInvalid}}
	case n%5 != 0, n == 0 && v.StrictClock:
		return []fault{{problem{
			minuteElement,
			"Les minutes doivent-etre comprise entre 5 et 55 dans un interval de 5 minutes",
			minuteStep.message.french,
		}, &minuteStep}}
	}
	return nil
}
