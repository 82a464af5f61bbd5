package schedule_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// What is accepted is one moment, whatever its offset, and one time in Paris.
func TestCheck_Accepted(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]string{
		"2030-06-01T09:30:00+02:00": "01/06/2030 09:30",
		"2030-06-01T07:30:00Z":      "01/06/2030 09:30",
		"2030-06-01t07:30:00z":      "01/06/2030 09:30",
		"2030-06-01t09:30:00+02:00": "01/06/2030 09:30",
		"2030-06-01T00:30:00-07:00": "01/06/2030 09:30",
		"2030-06-01T13:15:00+05:45": "01/06/2030 09:30",
		"2030-01-01T00:00:00+01:00": "01/01/2030 00:00", // hour and minute 0
		"2029-12-31T23:00:00Z":      "01/01/2030 00:00",
		"2030-06-30T22:00:00Z":      "01/07/2030 00:00",
		"2030-06-01T09:30:00.000Z":  "01/06/2030 11:30",
		"2028-02-29T23:55:00+01:00": "29/02/2028 23:55",
		"2030-03-31T01:55:00+01:00": "31/03/2030 01:55",
		"2030-03-31T02:00:00+01:00": "31/03/2030 03:00", // the hour that is left out begins
		"2030-03-31T02:30:00+01:00": "31/03/2030 03:30", // in winter time, which has ended
		"2030-03-31T02:30:00+02:00": "31/03/2030 01:30", // in summer time, which has not begun
		"2030-10-27T01:55:00+02:00": "27/10/2030 01:55",
		"2030-10-27T03:00:00+01:00": "27/10/2030 03:00",
		"2030-10-26T02:30:00+02:00": "26/10/2030 02:30",
	} {
		if err := schedule.Check(value); err != nil {
			t.Errorf("%s: %v", value, err)
			continue
		}
		moment, err := schedule.Parse(value)
		if err != nil {
			t.Errorf("%s: %v", value, err)
		}
		if got := moment.In(partner.Paris).Format("02/01/2006 15:04"); got != want {
			t.Errorf("%s is %s in Paris, want %s", value, got, want)
		}
	}
}

func TestCheck_Refused(t *testing.T) {
	t.Parallel()
	const form, step, twice = "is not a date and time with an offset: write it as in", "is not on a step of 5 minutes", "an hour that comes twice that night"
	for value, want := range map[string]string{
		"":                          form,
		"tomorrow":                  form,
		"2030-06-01":                form,
		"2030-06-01T09:30":          form,
		"2030-06-01T09:30:00":       form,
		"2030-06-01 09:30:00+02:00": form,
		"01/06/2030":                form,
		"2030-06-01T09:30:00+2":     form,
		"2030-02-29T09:30:00Z":      "a day that does not exist: February 2030 has 28 days",
		"2027-02-29t10:00:00z":      "a day that does not exist: February 2027 has 28 days",
		"2028-02-30T10:00:00+01:00": "a day that does not exist: February 2028 has 29 days",
		"2030-06-31T09:30:00Z":      "a day that does not exist: June 2030 has 30 days",
		"2030-12-32T09:30:00.5Z":    "a day that does not exist: December 2030 has 31 days",
		"2030-13-01T09:30:00Z":      "a month that does not exist: months are 01 to 12",
		"2030-06-01T24:00:00Z":      "a time of day that does not exist: hours are 00 to 23",
		"2030-06-01T09:60:00Z":      "a time of day that does not exist",
		"2030-06-01T09:30:00+25:00": "an offset that does not exist",
		"2030-06-01T09:31:00Z":      step,
		"2030-06-01T09:30:01Z":      step,
		"2030-06-01T09:30:00.5Z":    step,
		"2030-10-27T02:00:00+02:00": twice,
		"2030-10-27T02:30:00+02:00": twice,
		"2030-10-27T02:30:00+01:00": twice,
		"2030-10-27T02:55:00+01:00": twice,
		"2030-10-27T00:00:00Z":      twice,
		"2030-10-27T01:55:00Z":      twice,
	} {
		if err := schedule.Check(value); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", value, err, want)
		}
	}
}

// Each step of a year with a leap day is either one time in Paris or refused as
// one that comes twice.
func TestCheck_Year(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	refused := 0
	for moment := time.Date(2028, 1, 1, 0, 0, 0, 0, partner.Paris); moment.Year() == 2028; moment = moment.Add(schedule.Step) {
		wall := moment.Format("02/01/2006 15:04")
		if schedule.Check(moment.Format(time.RFC3339)) != nil {
			refused++
			continue
		}
		if seen[wall] {
			t.Errorf("%s comes twice", wall)
		}
		seen[wall] = true
	}
	if refused != 2*12 {
		t.Errorf("%d refused, want 24", refused)
	}
}

func TestCheckMinute(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]string{
		"2030-06-01T09:31:00Z":      "",
		"2030-06-01T09:31:00+05:45": "",
		"2030-06-01T09:31:01Z":      `"2030-06-01T09:31:01Z" is not on a whole minute, such as 09:31`,
		"2030-06-01T09:31:00.5Z":    `"2030-06-01T09:31:00.5Z" is not on a whole minute, such as 09:31`,
		"2030-10-27T02:31:00+01:00": `"2030-10-27T02:31:00+01:00" is 02:31 in Paris, an hour that comes twice that night: choose a moment before 02:00 or from 03:00 on`,
	} {
		got := ""
		if err := schedule.CheckMinute(value); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", value, got, want)
		}
	}
}

// The clock in a bubble begins at midnight, 2000-01-01 UTC.
func TestCheckAhead(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		for value, over := range map[string]bool{
			"":                          false,
			"soon":                      false,
			"1999-12-31T23:59:00Z":      true,
			"2000-01-01T01:00:00+01:00": true,
			"2000-01-01T01:01:00+01:00": false,
		} {
			if err := schedule.CheckAhead(value); (err != nil) != over {
				t.Errorf("%q: got %v", value, err)
			}
		}
	})
}
