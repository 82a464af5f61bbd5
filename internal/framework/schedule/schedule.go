// Package schedule reads the moments of scheduled sends. A configuration has RFC 3339; a
// request has a date, an hour and a minute in Paris.
package schedule

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// Step is the distance between two moments that SMS Partner takes.
const Step = 5 * time.Minute

// Parse reads a moment that Check accepts. RFC 3339 allows small letters.
func Parse(value string) (time.Time, error) {
	return time.Parse(time.RFC3339, strings.ToUpper(value))
}

// form is that of a moment, with its year, month and day apart.
var form = regexp.MustCompile(`^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$`)

// missing says which part of a well-formed moment does not exist; empty for any other form.
func missing(value string) string {
	parts := form.FindStringSubmatch(value)
	if parts == nil {
		return ""
	}
	month, err := time.Parse("2006-01", parts[1]+"-"+parts[2])
	if err != nil {
		return "a month that does not exist: months are 01 to 12"
	}
	if _, err := time.Parse(time.DateOnly, strings.Join(parts[1:4], "-")); err != nil {
		return fmt.Sprintf("a day that does not exist: %s has %d days", month.Format("January 2006"), month.AddDate(0, 1, -1).Day())
	}
	if _, err := time.Parse(time.TimeOnly, strings.Join(parts[4:7], ":")); err != nil {
		return "a time of day that does not exist: hours are 00 to 23, minutes and seconds 00 to 59"
	}
	return "an offset that does not exist: write that of a time zone, such as +02:00"
}

// Check is the rule of a moment of SMS Partner: RFC 3339 in any offset, on a step, and not in
// the hour that the end of summer time repeats. The vendor takes no offset, so it could not
// tell the two hours apart.
func Check(value string) error {
	return check(value, Step, "a step of 5 minutes, such as 09:30 or 09:35")
}

// CheckMinute is [Check] for Voice Partner, which takes any minute.
func CheckMinute(value string) error {
	return check(value, time.Minute, "a whole minute, such as 09:31")
}

// check takes moments on a step, which on describes.
func check(value string, step time.Duration, on string) error {
	moment, err := Parse(value)
	if err != nil {
		if what := missing(value); what != "" {
			return fmt.Errorf("%s names %s", validate.Quote(value), what)
		}
		return fmt.Errorf(`%s is not a date and time with an offset: write it as in "2026-06-01T09:30:00+02:00" or "2026-06-01T07:30:00Z"`, validate.Quote(value))
	}
	if !moment.Truncate(step).Equal(moment) {
		return fmt.Errorf("%s is not on %s", validate.Quote(value), on)
	}
	if repeated(moment) {
		return fmt.Errorf("%s is %s in Paris, an hour that comes twice that night: choose a moment before 02:00 or from 03:00 on",
			validate.Quote(value), moment.In(partner.Paris).Format("15:04"))
	}
	return nil
}

// CheckAhead refuses a moment that is over. It takes what [Parse] can't read.
func CheckAhead(value string) error {
	if moment, err := Parse(value); err == nil && !moment.After(time.Now()) {
		return fmt.Errorf("%s is over: choose a moment in the future, or leave it out to send at once", validate.Quote(value))
	}
	return nil
}

// longOver is how long after its moment a message is out for certain. It is longer than the
// vendor holds back commercial messages at night, on Sundays and on public holidays, and
// longer than two clocks differ.
const longOver = 7 * 24 * time.Hour

// IsOver reports whether nothing is left to cancel of what is due at a moment, the zero time
// for what was not scheduled.
func IsOver(due time.Time) bool { return due.IsZero() || time.Since(due) > longOver }

// clockSkew is how far the clocks of this machine and of the vendor may be apart.
const clockSkew = time.Minute

// Moved says, as a clause, that the vendor sends at another moment than asked; empty if it
// does not. The zero time asks to send at once.
func Moved(asked time.Time, answered *time.Time) string {
	form := func(moment time.Time) string { return moment.In(partner.Paris).Format(time.RFC3339) }
	switch {
	case answered == nil || answered.Equal(asked):
		return ""
	case !asked.IsZero():
		return fmt.Sprintf("sends it on %s, not on %s as asked.", form(*answered), form(asked))
	case answered.After(time.Now().Add(clockSkew)):
		return fmt.Sprintf("sends it on %s, not at once as asked.", form(*answered))
	default:
		return ""
	}
}

// repeated reports whether another moment has the same date and time in Paris.
func repeated(moment time.Time) bool {
	wall := moment.In(partner.Paris).Format(time.DateTime)
	for _, other := range []time.Duration{-time.Hour, time.Hour} {
		if moment.Add(other).In(partner.Paris).Format(time.DateTime) == wall {
			return true
		}
	}
	return false
}
