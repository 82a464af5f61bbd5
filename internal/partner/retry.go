package partner

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/cenkalti/backoff/v5"
)

const (
	// firstBackoff, doubled each time up to maxBackoff, is the mean of the first
	// pause. Full jitter spreads each pause from nothing to twice its mean, so
	// that the workers of an engine do not come back together.
	firstBackoff = 250 * time.Millisecond
	maxBackoff   = 5 * time.Second
	// maxRetryAfter bounds what a server can make a plan wait: beyond it the
	// person is told instead.
	maxRetryAfter = time.Minute
)

// call makes attempts until one succeeds, one fails for good, the retries are
// used up or ctx ends.
func (c *Client) call(ctx context.Context, op *Operation, params Params) (*Object, *Error) {
	pauses := backoff.NewExponentialBackOff()
	pauses.InitialInterval = firstBackoff
	pauses.MaxInterval = maxBackoff
	pauses.Multiplier = 2
	pauses.RandomizationFactor = 1

	var last *Error
	attempts := 0
	object, err := backoff.Retry(ctx, func() (*Object, error) {
		attempts++
		var object *Object
		object, last = c.attempt(ctx, op, params, attempts)
		if last == nil {
			return object, nil
		}
		last = c.sign(op, last)
		last.Attempts = attempts
		switch {
		case !retryable(op.Class, last) || last.RetryAfter > maxRetryAfter:
			return nil, backoff.Permanent(last)
		case last.RetryAfter > 0:
			return nil, errors.Join(last, &backoff.RetryAfterError{Duration: last.RetryAfter})
		default:
			return nil, last
		}
	},
		backoff.WithBackOff(pauses),
		backoff.WithMaxTries(uint(max(c.config.MaxRetries, 0))+1), //nolint:gosec // never negative
		backoff.WithMaxElapsedTime(0),
	)
	if err == nil {
		return object, nil
	}
	if ctx.Err() != nil && last.Reason != ReasonCanceled {
		// Canceled during a pause: say so, and keep what the last attempt met.
		canceled := canceled(ctx)
		canceled.Attempts, canceled.Sent = attempts, last.Sent
		canceled.Detail += "; the last attempt failed: " + last.Error()
		return nil, c.sign(op, canceled)
	}
	return nil, last
}

func retryable(class Class, e *Error) bool {
	if e.IsRateLimited() {
		return true
	}
	if class == Write {
		return e.Reason == ReasonUnreachable && !e.Sent
	}
	return e.IsTransient()
}

// retryAfter reads the Retry-After header in both of its forms, as whole
// seconds and as a date.
func retryAfter(h http.Header, now time.Time) time.Duration {
	value := strings.TrimSpace(h.Get("Retry-After"))
	if value == "" {
		return 0
	}
	if seconds, err := strconv.ParseInt(value, 10, 32); err == nil {
		return max(time.Duration(seconds)*time.Second, 0)
	}
	if date, err := http.ParseTime(value); err == nil {
		return max(date.Sub(now), 0)
	}
	return 0
}
