package mail

import (
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// Dates are in Paris, also where the clocks change.
func TestSend_Schedule(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		date         string
		hour, minute any
		leaves, want string
	}{
		{"23/09/2030", 12, 0, "2030-09-23T10:00:00Z", "2030-09-23 12:00:00"}, // at once, as it happens
		{"23/09/2030", "12", "05", "2030-09-23T10:05:00Z", "2030-09-23 12:05:00"},
		{"23/09/2030", 24, 0, "2030-09-23T22:00:00Z", "2030-09-24 00:00:00"},
		{"31/12/2030", "0", "55", "2030-12-30T23:55:00Z", "2030-12-31 00:55:00"},
		{"27/10/2030", 1, 0, "2030-10-26T23:00:00Z", "2030-10-27 01:00:00"}, // the last hour but one of summer time
		{"27/10/2030", 4, 0, "2030-10-27T03:00:00Z", "2030-10-27 04:00:00"},
		{"27/10/2030", 24, 0, "2030-10-27T23:00:00Z", "2030-10-28 00:00:00"},
		{"31/03/2031", 2, 0, "2031-03-31T00:00:00Z", "2031-03-31 02:00:00"},
		{"30/03/2031", 1, 55, "2031-03-30T00:55:00Z", "2031-03-30 01:55:00"}, // the last minutes of winter time
		{"30/03/2031", 3, 0, "2031-03-30T01:00:00Z", "2031-03-30 03:00:00"},
	} {
		a := atNoon(Variant{})
		contains(t, send(t, a, at(test.date, test.hour, test.minute)...), `"scheduledDeliveryDate": "`+test.want+`"`)
		expect(t, test.want, a.Mails()[0].Leaves.UTC().Format(time.RFC3339), test.leaves)
		violated(t, a, "")
	}
}

func TestSend_StrictClock(t *testing.T) {
	t.Parallel()
	a := atNoon(Variant{ScheduleForms: ScheduleForms{StrictClock: true}})
	contains(t, send(t, a, at("25/09/2030", 12, 0)...), `"code": 48`)
	contains(t, send(t, a, at("25/09/2030", 24, 5)...), `"code": 49`)
	contains(t, send(t, a, at("25/09/2030", 0, 5)...), well)
}

// Quiet hours hold a commercial mail, and refuse none. The answer tells what was asked for.
func TestSend_QuietHours(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		date   string
		hour   int
		from22 bool
		leaves string
	}{
		{"24/09/2030", 19, false, "2030-09-24 19:00"},
		{"24/09/2030", 20, false, "2030-09-25 08:00"},
		{"24/09/2030", 21, true, "2030-09-24 21:00"},
		{"24/09/2030", 22, true, "2030-09-25 08:00"},
		{"25/09/2030", 7, false, "2030-09-25 08:00"},
		{"28/09/2030", 21, false, "2030-09-30 08:00"}, // Saturday to Monday
		{"29/09/2030", 12, false, "2030-09-30 08:00"},
		{"31/10/2030", 23, false, "2030-11-02 08:00"}, // All Saints
	} {
		a := open(Options{Marketing: true, Variant: Variant{ScheduleForms: ScheduleForms{QuietFrom22: test.from22}}})
		contains(t, send(t, a, at(test.date, test.hour, 0)...), well)
		expect(t, test.date, a.Mails()[0].Leaves.In(wire.Paris).Format("2006-01-02 15:04"), test.leaves)
	}
	a := open(Options{Marketing: true})
	a.Advance(10 * time.Hour)
	contains(t, send(t, a), well)
	expect(t, "at once", a.Mails()[0].Scheduled.IsZero(), true)
	expect(t, "leaves", a.Mails()[0].Leaves.In(wire.Paris).Format("2006-01-02 15:04"), "2030-09-24 08:00")
	contains(t, statuses(t, a, "300"), `"status": "Pending"`)
	contains(t, cancel(t, a, "300"), well)
}
