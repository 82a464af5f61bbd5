package partner

import (
	"context"
	"errors"
	"log/slog"
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
	// maxRetryAfter bounds how long a server can make a plan wait. Beyond this bound, the
	// call fails and the person decides.
	maxRetryAfter = time.Minute
	// maxGuess is the longest pause that the client chooses after a refusal for coming too
	// soon: an hourly limit can't be waited for, and it need not be what refused.
	maxGuess = 15 * time.Second
	// maxReset is the longest documented limit: a reset later than that is none.
	maxReset = time.Hour
)

func newPauses() *backoff.ExponentialBackOff {
	pauses := backoff.NewExponentialBackOff()
	pauses.InitialInterval = firstBackoff
	pauses.MaxInterval = maxBackoff
	pauses.Multiplier = 2
	pauses.RandomizationFactor = 1
	return pauses
}

// call makes a request, more than once where that is safe.
func (c *Client) call(ctx context.Context, op *Operation, params Params) (*reply, *Error) {
	request, failed := c.draft(ctx, op, params)
	if failed != nil {
		return nil, c.sign(op, failed)
	}
	var answered *reply
	took, failed := c.repeat(ctx, op, func(log *slog.Logger) *Error {
		var failed *Error
		answered, failed = c.attempt(ctx, request, log)
		return failed
	})
	if failed != nil {
		return nil, failed
	}
	answered.attempts, answered.object.waited = took.attempts, took.waited
	return answered, nil
}

// effort is what a call took.
type effort struct {
	attempts int
	// waited is how long the vendor's limits held up the call.
	waited time.Duration
}

// repeat makes attempts until one succeeds, one fails for good, the retries are used up or
// ctx ends.
func (c *Client) repeat(ctx context.Context, op *Operation, attempt func(*slog.Logger) *Error) (effort, *Error) {
	var took effort
	held := func(pause time.Duration) {
		took.waited += pause
		if pause > time.Second {
			c.log.InfoContext(ctx, "Waiting for the vendor's limit", "operation", op.Name, "seconds", math.Ceil(pause.Seconds()))
		}
	}
	pauses := newPauses()
	var before *Error
	for n := 1; ; n++ {
		if err := c.limits.wait(ctx, held, c.config.Dialect.Rate, op.Rate); err != nil {
			return took, c.interrupted(ctx, op, before, took.attempts)
		}
		took.attempts = n
		log := c.log.With("operation", op.Name, "attempt", n)
		failed := attempt(log)
		if failed == nil {
			return took, nil
		}
		failed = c.sign(op, failed)
		failed.Attempts = n
		log.DebugContext(ctx, "The attempt failed", "error", failed.Error())
		asked := c.askedPause(op, failed)
		if n > c.config.MaxRetries || !retryable(op.Class, failed) || asked > maxRetryAfter || endsBefore(ctx, asked) {
			return took, failed.after(before)
		}
		pause := pauses.NextBackOff()
		if asked > 0 {
			pause = asked
		}
		if failed.IsThrottled() {
			held(pause)
		}
		if !sleep(ctx, pause) {
			return took, c.interrupted(ctx, op, failed, n)
		}
		before = failed
	}
}

// askedPause is the pause that the server asked for, or that the vendor's limit makes
// sensible; 0 leaves it to the client.
func (c *Client) askedPause(op *Operation, failed *Error) time.Duration {
	rate := op.Rate
	if rate == nil {
		rate = c.config.Dialect.Rate
	}
	switch {
	case failed.RetryAfter != 0 || !failed.IsRateLimited():
	case failed.reset > 0:
		failed.RetryAfter = failed.reset
	case rate != nil:
		// Another process, such as the plan before this apply, has used the rate
		// up. A few of these pauses span the time in which it comes back.
		return min(rate.Per/4, maxGuess)
	}
	return failed.RetryAfter
}

// interrupted is the error of a call that ctx ended between two attempts. before is the
// failure of the earlier attempt, if there was one.
func (c *Client) interrupted(ctx context.Context, op *Operation, before *Error, attempts int) *Error {
	failed := c.sign(op, canceled(ctx))
	failed.Attempts = attempts
	// A write is retried only if it never left or was refused.
	failed.Sent = before != nil && before.Sent && op.Class == Read
	return failed.after(before)
}

// after adds to an interruption what had failed before it.
func (e *Error) after(before *Error) *Error {
	if e.Reason == ReasonCanceled && before != nil {
		e.Detail += "; the attempt before failed: " + before.Error()
	}
	return e
}

// sleep returns false if ctx ends first.
func sleep(ctx context.Context, pause time.Duration) bool {
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// endsBefore reports whether ctx leaves no time for a pause and another call: then the
// server's answer says more than a timeout would.
func endsBefore(ctx context.Context, pause time.Duration) bool {
	deadline, bounded := ctx.Deadline()
	return bounded && pause > 0 && time.Until(deadline) <= pause
}

func retryable(class Class, e *Error) bool {
	if class == Write {
		return e.Reason == ReasonUnreachable || e.Reason == ReasonHalfSent || e.Reason == ReasonProxy && e.IsTransient() || e.IsThrottled()
	}
	return e.IsTransient()
}

// resetIn reads when a limit that is used up comes back, from the headers that Voice Partner was
// seen to write; 0 if they do not say it. The time is in Unix seconds.
func resetIn(h http.Header, now time.Time) time.Duration {
	if left := strings.TrimSpace(h.Get("X-RateLimit-Remaining")); left != "" && left != "0" {
		return 0
	}
	seconds, err := strconv.ParseInt(strings.TrimSpace(h.Get("X-RateLimit-Reset")), 10, 64)
	if err != nil {
		return 0
	}
	reset := time.Unix(seconds, 0).Sub(now)
	if reset < 0 || reset > maxReset {
		return 0
	}
	return reset
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
