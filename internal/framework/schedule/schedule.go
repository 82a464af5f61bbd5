// Package schedule reads the moments at which the vendor is to send: RFC 3339 in
// a configuration, a date, an hour and a minute in Paris on the wire.
package schedule

import (
	"fmt"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// Step is the distance between two moments that the vendor takes.
const Step = 5 * time.Minute

// Parse reads a moment that Check accepts.
func Parse(value string) (time.Time, error) { return time.Parse(time.RFC3339, value) }

// Check is the rule of a moment: RFC 3339 in any offset, on a step, and not in
// the hour that the end of summer time repeats. The vendor takes no offset, so
// it could not tell which of the two is meant.
func Check(value string) error {
	moment, err := Parse(value)
	if err != nil {
		return fmt.Errorf(`%s is not a date and time with an offset: write it as in "2026-06-01T09:30:00+02:00" or "2026-06-01T07:30:00Z"`, validate.Quote(value))
	}
	if !moment.Truncate(Step).Equal(moment) {
		return fmt.Errorf("%s is not on a step of 5 minutes, such as 09:30 or 09:35", validate.Quote(value))
	}
	if repeated(moment) {
		return fmt.Errorf("%s is %s in Paris, an hour that comes twice that night: choose a moment before 02:00 or from 03:00 on",
			validate.Quote(value), moment.In(partner.Paris).Format("15:04"))
	}
	return nil
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
