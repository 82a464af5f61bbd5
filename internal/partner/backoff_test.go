package partner

import (
	"math"
	"net/http"
	"strconv"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// TestBackoff_FullJitter measures the pauses of many calls: each stays below
// its bound, and they spread over nearly all that is below it.
func TestBackoff_FullJitter(t *testing.T) {
	t.Parallel()
	const calls, perCall = 100, 8
	bounds := []time.Duration{
		500 * time.Millisecond, time.Second, 2 * time.Second, 4 * time.Second, 8 * time.Second,
		10 * time.Second, 10 * time.Second,
	}
	bubble(t, retries(perCall-1), nil, func(t *testing.T, w *world) {
		w.Script(status.Path, always(simulator.Step{Status: 503}))
		for range calls {
			_ = failure(t.Context(), t, w.client, &status)
		}
		requests := w.Requests()
		if len(requests) != calls*perCall {
			t.Fatalf("%d requests", len(requests))
		}
		for pause, bound := range bounds {
			shortest, longest := bound, time.Duration(0)
			for call := range calls {
				at := call*perCall + pause
				took := requests[at+1].Time.Sub(requests[at].Time)
				shortest, longest = min(shortest, took), max(longest, took)
			}
			if longest > bound || longest < bound*8/10 || shortest > bound*2/10 {
				t.Errorf("pause %d took from %s to %s, want nearly all up to %s", pause+1, shortest, longest, bound)
			}
		}
	})
}

func TestRetryAfter_Honoured(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		header func(now time.Time) string
		want   time.Duration
	}{
		"one second": {seconds("1"), time.Second},
		"a minute":   {seconds(" 60 "), time.Minute},
		"a date":     {dateIn(17 * time.Second), 17 * time.Second},
	} {
		for _, code := range []int{429, 500, 503} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				bubble(t, retries(2), nil, func(t *testing.T, w *world) {
					later := simulator.Step{Status: code, Header: http.Header{"Retry-After": {test.header(w.began)}}}
					w.Script(status.Path, later)
					if _, err := call(t.Context(), w.client, &status); err != nil {
						t.Fatal(err)
					}
					expect(t, "time", w.elapsed(), test.want)
				})
			})
		}
	}
}

// TestRetryAfter_TooLong proves that a plan is not held up: the person is told.
func TestRetryAfter_TooLong(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		header func(now time.Time) string
		want   time.Duration
	}{
		"seconds":      {seconds("61"), 61 * time.Second},
		"many seconds": {seconds("99999999999999999999999"), math.MaxInt32 * time.Second},
		"a date":       {dateIn(time.Hour), time.Hour},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble(t, retries(5), nil, func(t *testing.T, w *world) {
				w.Script(status.Path, simulator.Step{Status: 429, Header: http.Header{"Retry-After": {test.header(w.began)}}})
				failed := failure(t.Context(), t, w.client, &status)
				expect(t, "to wait", failed.RetryAfter, test.want)
				expect(t, "rate limited", failed.IsRateLimited(), true)
				expect(t, "requests", len(w.Requests()), 1)
				expect(t, "time", w.elapsed(), 0)
			})
		})
	}
}

// TestRetryAfter_Without falls back to the usual pause.
func TestRetryAfter_Without(t *testing.T) {
	t.Parallel()
	for _, header := range []string{"", "0", "-5", "soon", "1.5", "Sat, 01 Jan 2000 00:00:00 GMT", "Fri, 31 Dec 1999 23:59:59 GMT"} {
		t.Run(header, func(t *testing.T) {
			t.Parallel()
			bubble(t, retries(1), nil, func(t *testing.T, w *world) {
				w.Script(status.Path, simulator.Step{Status: 503, Header: http.Header{"Retry-After": {header}}})
				if _, err := call(t.Context(), w.client, &status); err != nil {
					t.Fatal(err)
				}
				if w.elapsed() > 500*time.Millisecond {
					t.Errorf("the pause took %s", w.elapsed())
				}
			})
		})
	}
}

// TestReset has the headers that Voice Partner was seen to write. They tell when to come back
// only beside a refusal, and only if nothing is left.
func TestReset(t *testing.T) {
	t.Parallel()
	const guess = 15 * time.Second
	in := func(d time.Duration) string { return strconv.FormatInt(bubbleBegan.Add(d).Unix(), 10) }
	for name, test := range map[string]struct {
		reset, left string
		want        time.Duration
	}{
		"nothing left": {in(40 * time.Second), "0", 40 * time.Second},
		"not told":     {in(7 * time.Second), "", 7 * time.Second},
		"some left":    {in(40 * time.Second), "3", guess},
		"over":         {in(-time.Second), "0", guess},
		"never":        {in(100 * time.Hour), "0", guess},
		"no number":    {"soon", "0", guess},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble(t, retries(1), nil, func(t *testing.T, w *world) {
				op := limited()
				w.Script(op.Path, simulator.Step{Status: 429, Header: http.Header{"X-Ratelimit-Reset": {test.reset}, "X-Ratelimit-Remaining": {test.left}}})
				if _, err := call(t.Context(), w.client, op); err != nil {
					t.Fatal(err)
				}
				expect(t, "time", w.elapsed().Round(time.Second), test.want)
			})
		})
	}
	t.Run("too long", func(t *testing.T) {
		t.Parallel()
		bubble(t, retries(5), nil, func(t *testing.T, w *world) {
			op := limited()
			w.Script(op.Path, simulator.Step{Status: 429, Header: http.Header{"X-Ratelimit-Reset": {in(50 * time.Minute)}}})
			expect(t, "to wait", failure(t.Context(), t, w.client, op).RetryAfter, 50*time.Minute)
			expect(t, "requests", len(w.Requests()), 1)
		})
	})
}

// bubbleBegan is when the clock of each bubble begins.
var bubbleBegan = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

func seconds(value string) func(time.Time) string {
	return func(time.Time) string { return value }
}

func dateIn(d time.Duration) func(time.Time) string {
	return func(now time.Time) string { return now.Add(d).UTC().Format(http.TimeFormat) }
}
