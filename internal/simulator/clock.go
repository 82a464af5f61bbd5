package simulator

import "time"

// now is the simulator's clock: that of [Options], moved by [Simulator.Advance].
func (s *Simulator) now() time.Time {
	return s.options.Now().Add(time.Duration(s.ahead.Load()))
}

// Advance moves the simulator's clock forward, for everything that depends on
// time: schedules, statuses, webhook calls, rate limits. Where [Options] has a
// clock of its own, 0 makes the simulator look at it again.
func (s *Simulator) Advance(d time.Duration) {
	s.ahead.Add(int64(d))
	s.webhooks.wake()
}
