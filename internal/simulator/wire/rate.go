package wire

import "time"

// Rate is a documented limit: so many requests in a period. Routes that have the
// same Rate share it.
type Rate struct {
	Requests int
	Period   time.Duration
	// Refusal answers a request too many. Nil is HTTP 429 without a body: the
	// status is documented, the body is not known.
	Refusal *Failure
}

// allow notes a call unless it is one too many. Whether the vendor counts in fixed
// or sliding windows is not known; a sliding one is stricter.
func (a *API) allow(r *Rate, now time.Time) bool {
	if r == nil || a.options.NoRateLimits {
		return true
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	recent := a.calls[r]
	for len(recent) > 0 && now.Sub(recent[0]) >= r.Period {
		recent = recent[1:]
	}
	allowed := len(recent) < r.Requests
	if allowed {
		recent = append(recent, now)
	}
	a.calls[r] = recent
	return allowed
}
