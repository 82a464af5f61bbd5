package simulator

import "sync"

// stopList are the numbers that sent STOP, in E.164.
type stopList struct {
	mu      sync.Mutex
	numbers map[string]bool
}

// AddStop puts a number, in any spelling, on the account's STOP list: nothing is
// sent to it any more. A reply of STOP does the same, see [Simulator.Reply].
func (s *Simulator) AddStop(number string) {
	normal, _ := e164(number)
	s.stops.mu.Lock()
	defer s.stops.mu.Unlock()
	if s.stops.numbers == nil {
		s.stops.numbers = map[string]bool{}
	}
	s.stops.numbers[normal] = true
}

func (l *stopList) has(number string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.numbers[number]
}
