package wire

import "time"

// QuietHours are those of a commercial account: no sending in the evening, at night, on
// Sundays and public holidays. The zero value is unusable: see [QuietFrom].
type QuietHours struct{ from int }

// QuietOpening is the hour from which commercial messages are sent.
const QuietOpening = 8

// QuietFrom are the quiet hours that begin at 20:00, as on the current page, or at 22:00, as
// on older ones and in the text of code 22.
func QuietFrom(later bool) QuietHours {
	if later {
		return QuietHours{from: 22}
	}
	return QuietHours{from: 20}
}

// AtNight is true in the quiet hours of any day.
func (q QuietHours) AtNight(at time.Time) bool {
	hour := at.In(Paris).Hour()
	return hour < QuietOpening || hour >= q.from
}

// Hold moves a moment to the opening of the next working day, unless messages leave then.
func (q QuietHours) Hold(at time.Time) time.Time {
	at = at.In(Paris)
	if !q.AtNight(at) && !IsFreeDay(at) {
		return at
	}
	year, month, day := at.Date()
	for next := 0; ; next++ {
		open := time.Date(year, month, day+next, QuietOpening, 0, 0, 0, Paris)
		if !open.Before(at) && !IsFreeDay(open) {
			return open
		}
	}
}

// IsFreeDay is true on Sundays and on the public holidays of France, for a time in Paris.
func IsFreeDay(t time.Time) bool {
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
