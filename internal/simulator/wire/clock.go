package wire

import (
	"time"
	_ "time/tzdata" // The answers' time zone must exist wherever this runs.
)

// Paris is the vendor's time zone: dates come without one, and all evidence
// points there.
var Paris = func() *time.Location {
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		panic(err)
	}
	return zone
}()

// Now is the clock of [Options], moved by [API.Advance].
func (a *API) Now() time.Time {
	return a.options.Now().Add(time.Duration(a.ahead.Load()))
}

// Advance moves the clock forward, for everything that depends on time: schedules,
// statuses, webhook calls, rate limits. Where [Options] has a clock of its own, 0
// makes the product look at it again.
func (a *API) Advance(d time.Duration) {
	a.ahead.Add(int64(d))
	a.mu.Lock()
	defer a.mu.Unlock()
	a.webhooks.signal()
}
