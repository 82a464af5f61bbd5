package partner

import (
	"context"
	"errors"
	"math"
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
func (c *Client) call(ctx context.Context, op *Operation, params Params, decode func(*Object)) *Error {
	pauses := backoff.NewExponentialBackOff()
	pauses.InitialInterval = firstBackoff
	pauses.MaxInterval = maxBackoff
	pauses.Multiplier = 2
	pauses.RandomizationFactor = 1

	var before, last *Error
	attempts := 0
	_, err := backoff.Retry(ctx, func() (struct{}, error) {
		before, last = last, nil
		if err := c.limits.wait(ctx, op); err != nil {
			last = c.sign(op, canceled(ctx))
			return struct{}{}, backoff.Permanent(last)
		}
		attempts++
		log := c.log.With("operation", op.Name, "attempt", attempts)
		if last = c.attempt(ctx, op, params, decode, log); last == nil {
			return struct{}{}, nil
		}
		last = c.sign(op, last)
		log.DebugContext(ctx, "The attempt failed", "error", last.Error())
		pause := last.RetryAfter
		if pause == 0 && last.IsRateLimited() && op.Rate != nil {
			// Another process, such as the plan before this apply, has used the rate
			// up. A few of these pauses span the time in which it comes back.
			pause = op.Rate.Per / 4
		}
		switch {
		case !retryable(op.Class, last) || last.RetryAfter > maxRetryAfter || endsBefore(ctx, pause):
			return struct{}{}, backoff.Permanent(last)
		case pause > 0:
			return struct{}{}, errors.Join(last, &backoff.RetryAfterError{Duration: pause})
		default:
			return struct{}{}, last
		}
	},
		backoff.WithBackOff(pauses),
		backoff.WithMaxTries(uint(max(c.config.MaxRetries, 0))+1),
		backoff.WithMaxElapsedTime(0),
	)
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*Error](err); !ok { // ctx ended a pause
		before, last = last, c.sign(op, canceled(ctx))
		// A write comes to a pause only after it never left or was refused.
		last.Sent = before.Sent && op.Class == Read
	}
	if last.Reason == ReasonCanceled && before != nil {
		last.Detail += "; the attempt before failed: " + before.Error()
	}
	last.Attempts = attempts
	return last
}

// endsBefore reports whether ctx leaves no time for a pause and a call after it: what
// the server said then tells more than that the time ran out.
func endsBefore(ctx context.Context, pause time.Duration) bool {
	deadline, bounded := ctx.Deadline()
	return bounded && pause > 0 && time.Until(deadline) <= pause
}

func retryable(class Class, e *Error) bool {
	if class == Write {
		return e.Reason == ReasonUnreachable || e.Reason == ReasonProxy && e.IsTransient() || e.IsThrottled()
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
	if seconds, err := strconv.ParseInt(value, 10, 64); err == nil || errors.Is(err, strconv.ErrRange) {
		return time.Duration(min(max(seconds, 0), math.MaxInt32)) * time.Second
	}
	if date, err := http.ParseTime(value); err == nil {
		return max(date.Sub(now), 0)
	}
	return 0
}
