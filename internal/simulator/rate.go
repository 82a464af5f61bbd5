package simulator

import (
	"sync"
	"time"
)

// rate is a documented limit: so many requests in a period. Zero is no limit.
type rate struct {
	requests int
	period   time.Duration
}

// limiter remembers when each limited endpoint was called. Whether the vendor
// counts in fixed or sliding windows is not known; a sliding one is stricter.
type limiter struct {
	mu    sync.Mutex
	calls map[*endpoint][]time.Time
}

// allow notes a call unless it is one too many.
func (l *limiter) allow(e *endpoint, now time.Time) bool {
	if e.rate.requests == 0 {
		return true
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.calls == nil {
		l.calls = map[*endpoint][]time.Time{}
	}
	recent := l.calls[e]
	for len(recent) > 0 && now.Sub(recent[0]) >= e.rate.period {
		recent = recent[1:]
	}
	allowed := len(recent) < e.rate.requests
	if allowed {
		recent = append(recent, now)
	}
	l.calls[e] = recent
	return allowed
}
