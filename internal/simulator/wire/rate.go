package wire

import (
	"net/http"
	"strconv"
	"time"
)

// Rate is a documented limit: so many requests in a period. Routes that have the
// same Rate share it.
type Rate struct {
	Requests int
	Period   time.Duration
	// Refusal answers a request too many. Nil is HTTP 429 without a body: the
	// status is documented, the body is not known.
	Refusal *Failure
	// Headers tells in each answer how much of the limit is left, in the headers that a
	// client of Voice Partner read in 2019.
	Headers bool
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

// headers are those of an answer to a call with a limit.
func (a *API) headers(r *Rate) http.Header {
	if r == nil || !r.Headers {
		return nil
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	recent, reset := a.calls[r], a.Now()
	if len(recent) > 0 {
		reset = recent[0].Add(r.Period)
	}
	header := http.Header{}
	header.Set("X-RateLimit-Limit", strconv.Itoa(r.Requests))
	header.Set("X-RateLimit-Remaining", strconv.Itoa(r.Requests-len(recent)))
	header.Set("X-RateLimit-Reset", strconv.FormatInt(reset.Unix(), 10))
	return header
}
