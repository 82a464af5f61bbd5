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

// quietHours are those of a marketing account: no sending in the evening, at
// night, on Sundays and public holidays.
type quietHours struct{ from, until int }

// opening is the hour from which marketing messages are sent.
const opening = 8

// quietHours begin at 20:00 on the current page, at 22:00 on older ones and in
// the text of code 22.
func (f QuietForms) quietHours() quietHours {
	if f.QuietFrom22 {
		return quietHours{from: 22, until: opening}
	}
	return quietHours{from: 20, until: opening}
}

// refuse says why a message cannot leave at a moment.
func (q quietHours) refuse(at time.Time) *wire.Failure {
	at = at.In(wire.Paris)
	day := at.Format(wire.ScheduledDateLayout)
	switch {
	case isFreeDay(at):
		return wire.Refusal(23,
			"SMS Marketing: La date ["+day+"] n'est pas valide, L'envoi des sms n'est pas possible le dimanche et jours fériés",
			"Marketing SMS: no sending on Sundays and holidays",
		)
	case at.Hour() < q.until || at.Hour() >= q.from:
		return wire.Refusal(22,
			"SMS Marketing: L'heure d'envoi n'est pas valide, elle doit être comprise entre 8h et 22h",
			"Marketing SMS: sending time must be between 8 AM and 10 PM",
		)
	}
	return nil
}

// hold moves a moment to the opening of the next working day.
func (q quietHours) hold(at time.Time) time.Time {
	at = at.In(wire.Paris)
	if q.refuse(at) == nil {
		return at
	}
	year, month, day := at.Date()
	for next := 0; ; next++ {
		open := time.Date(year, month, day+next, opening, 0, 0, 0, wire.Paris)
		if !open.Before(at) && !isFreeDay(open) {
			return open
		}
	}
}

// isFreeDay is true on Sundays and on the public holidays of France.
func isFreeDay(t time.Time) bool {
	if t.Weekday() == time.Sunday {
		return true
	}
	switch t.Format("02/01") {
	case "01/01", "01/05", "08/05", "14/07", "15/08", "01/11", "11/11", "25/12":
		return true
	}
	easter := easterDay(t.Year())
	// The Monday after, Ascension and Whit Monday.
	switch t.YearDay() {
	case easter + 1, easter + 39, easter + 50:
		return true
	}
	return false
}

// easterDay is the day of the year on which Easter falls, by the anonymous
// Gregorian computus.
func easterDay(year int) int {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return time.Date(year, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC).YearDay()
}
