package simulator

import (
	"strconv"
	"time"
)

// schedule reads when a deferred send leaves: a date, an hour and a minute in
// Paris. The time is zero for a send that leaves at once.
func (c *call) schedule(now time.Time) (time.Time, []problem) {
	date := c.text("scheduledDeliveryDate")
	if date == "" {
		return time.Time{}, nil
	}
	var problems []problem
	if c.text("minute") == "" {
		problems = append(problems, problem{"children[minute].data", "La minute est requise", "La minute est requise"})
	}
	if c.text("time") == "" {
		problems = append(problems, problem{"children[time].data", "L'heure est requise", "L'heure est requise"})
	}
	if len(problems) > 0 {
		return time.Time{}, problems
	}
	day, dayErr := time.ParseInLocation(scheduledDateLayout, date, paris)
	hour, hourErr := strconv.Atoi(c.text("time"))
	minute, minuteErr := strconv.Atoi(c.text("minute"))
	at := time.Date(day.Year(), day.Month(), day.Day(), hour, minute, 0, 0, paris)
	if dayErr != nil || hourErr != nil || minuteErr != nil || at.Before(now) {
		asked := date + " à " + c.text("time") + ":" + c.text("minute")
		return time.Time{}, []problem{{
			"children[scheduledDeliveryDate].data",
			"La date (" + asked + ") est anterieure a la date actuelle.",
			"La date (" + asked + ") est antérieure à la date actuelle.",
		}}
	}
	return at, nil
}
