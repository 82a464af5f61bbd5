package sms

import (
	"fmt"
	"math/big"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// told writes periods for comparisons.
func told(periods []Period) string {
	lines := make([]string, len(periods))
	for i, p := range periods {
		lines[i] = fmt.Sprintf("%s %s/%s %s %s %s", or(p.Type, strings.Clone), or(p.Year, decimal), or(p.Month, decimal),
			or(p.Date, func(date time.Time) string { return date.Format(time.RFC3339) }),
			or(p.Cost, func(cost big.Float) string { return cost.Text('g', 40) }), or(p.NbSend, decimal))
	}
	return strings.Join(lines, "\n")
}

var october, november = simulator.Period{Start: day(2021, time.October, 15), Cost: "49.174", Sent: 1210},
	simulator.Period{Start: day(2021, time.November, 30), Cost: "51.002", Sent: 1255}

func day(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 12, 0, 0, 0, partner.Paris)
}

// TestStatistics_Documented reads the documented example, whose months begin in
// summer and in winter time.
func TestStatistics_Documented(t *testing.T) {
	t.Parallel()
	for name, variant := range map[string]simulator.Variant{
		"documented":          {},
		"numbers as texts":    {Forms: simulator.Forms{NumbersAsStrings: true}},
		"months of one digit": {StatisticsForms: simulator.StatisticsForms{UnpaddedMonth: true}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			now := func() time.Time { return day(2021, time.December, 24) }
			s, c := start(t, simulator.Options{Variant: variant, Now: now}, simulator.DefaultAPIKey)
			s.AddStatistics(simulator.Period{Start: day(2021, time.February, 1), Cost: "0.049", Sent: 1}, october, november)
			const documented = "month 2021/10 2021-10-01T00:00:00+02:00 49.174 1210\nmonth 2021/11 2021-11-01T00:00:00+01:00 51.002 1255"
			for _, test := range []struct {
				interval Interval
				from, to time.Time
				want     string
				query    string
			}{
				{LastMonth, time.Time{}, time.Time{}, "month 2021/11 2021-11-01T00:00:00+01:00 51.002 1255", "interval=last_month"},
				{LastTwelveMonths, day(2000, 1, 1), day(2000, 1, 1), "month 2021/2 2021-02-01T00:00:00+01:00 0.049 1\n" + documented, "interval=last_twelve_months"},
				{Custom, day(2021, time.October, 1), day(2021, time.November, 30), documented, "from=01-10-2021&interval=custom&to=30-11-2021"},
				{Custom, day(2020, time.October, 21), day(2020, time.October, 21), "", "from=21-10-2020&interval=custom&to=21-10-2020"},
			} {
				periods, err := c.Statistics(t.Context(), test.interval, test.from, test.to)
				if err != nil {
					t.Fatal(err)
				}
				expect(t, "periods", told(periods.Periods), test.want)
				requests := s.Requests()
				query := requests[len(requests)-1].Query
				query.Del("apiKey")
				expect(t, "query", query.Encode(), test.query)
			}
			expectNoViolations(t, s)
		})
	}
}

// A period may lack anything, and have a type that nobody has documented.
func TestStatistics_Sparse(t *testing.T) {
	t.Parallel()
	s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	s.Script("statistics/cost-resume", simulator.Step{Body: `{"success":true,"datas":[{},{"type":"day","date":"1633039200","cost":null}]}`})
	periods, err := c.Statistics(t.Context(), LastMonth, time.Time{}, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "periods", told(periods.Periods), "- -/- - - -\nday -/- 2021-10-01T00:00:00+02:00 - -")
}

// TestRates_Kept proves that a client keeps to the documented rates: the vendor
// never refuses a call, and the first ones do not wait.
func TestRates_Kept(t *testing.T) {
	t.Parallel()
	for operation, allowed := range map[string]int{"statistics/cost-resume": 5, "lookup": 360} {
		t.Run(operation, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				c := New(w.Config(0))
				for number := range 2*allowed + 1 {
					if err := calls[operation](t.Context(), c); err != nil {
						t.Fatal(err)
					}
					expect(t, "time", w.Elapsed().Round(time.Second), time.Duration(number/allowed)*time.Minute)
				}
			})
		})
	}
}

// TestRates_UsedUp proves that what another process has used up of a rate is
// waited out, where the retries allow it.
func TestRates_UsedUp(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		retries int
		time    time.Duration
	}{"waited out": {4, time.Minute}, "too few retries": {3, 45 * time.Second}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				call, plan := calls["statistics/cost-resume"], New(w.Config(0))
				for range 5 {
					if err := call(t.Context(), plan); err != nil {
						t.Fatal(err)
					}
				}
				err := call(t.Context(), New(w.Config(test.retries)))
				expect(t, "time", w.Elapsed(), test.time)
				if test.retries == 4 {
					expect(t, "error", err, nil)
					return
				}
				failed := failure(t, err, "statistics/cost-resume", partner.ReasonStatus)
				expect(t, "HTTP status", failed.HTTPStatus, http.StatusTooManyRequests)
				expect(t, "attempts", failed.Attempts, test.retries+1)
			})
		})
	}
}
