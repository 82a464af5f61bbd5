// Package wait polls for an outcome, and reports what it saw if the outcome does not come.
package wait

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"
)

// Outcome is what one read means for the wait.
type Outcome int

// The outcomes of a read. Pending is the zero value, so anything not known to be final may
// still change.
const (
	Pending Outcome = iota
	Success
	Failure
)

// Poll describes a wait for a value of type T.
type Poll[T any] struct {
	// Timeout is when the last read is made; its answer has 5 seconds more.
	Timeout time.Duration
	// Interval is the time between two reads, shortened at random by up to a
	// fifth so that many waits do not read all at once.
	Interval time.Duration
	// Read asks once.
	Read func(context.Context) (T, error)
	// Outcome says what a value means. State describes the value to people, as a clause in
	// the past tense: `the status was "Waiting"`.
	Outcome func(T) Outcome
	State   func(T) string
	// Transient reports whether reading on after an error can help.
	Transient func(error) bool
	// NotBefore returns the shortest pause that a failed read asks for; nil if reads ask
	// for none.
	NotBefore func(error) time.Duration
}

// lastAnswer is the time after the deadline for the answer to the last read. It is the
// same for a short wait, whose one read may well be the last: a slow answer is better
// than none.
const lastAnswer = 5 * time.Second

// ErrFailed means that a read found another final outcome than the one waited for.
var ErrFailed = errors.New("failed")

// TimeoutError says what a wait saw until its time ran out.
type TimeoutError struct {
	Waited time.Duration
	Reads  int
	// LastState is the clause for the last value; empty when no read succeeded.
	LastState string
	// LastErr is the error of the last read; nil if that succeeded.
	LastErr error
}

// Error is a sentence without its full stop.
func (e *TimeoutError) Error() string {
	reads := "1 read"
	if e.Reads != 1 {
		reads = fmt.Sprintf("%d reads", e.Reads)
	}
	text := fmt.Sprintf("after %s and %s, ", e.Waited.Round(100*time.Millisecond), reads)
	if e.LastState == "" {
		text += "no status could be read"
	} else {
		text += e.LastState
	}
	if e.LastErr != nil {
		text += ", and the last read failed"
	}
	return text
}

// Unwrap returns the error of the last read.
func (e *TimeoutError) Unwrap() error { return e.LastErr }

// Until reads at once, then at each interval and a last time when the time is over, until a
// read is a success. The value is that of the last successful read, even with an error:
// ErrFailed, a [*TimeoutError], the error of a read that is not transient, or that of ctx.
func (p Poll[T]) Until(ctx context.Context) (T, error) {
	began := time.Now()
	deadline := began.Add(p.Timeout)
	bounded, cancel := context.WithDeadline(ctx, deadline.Add(lastAnswer))
	defer cancel()

	var last T
	timeout := &TimeoutError{}
	for {
		asked := time.Now()
		value, err := p.Read(bounded)
		timeout.Reads++
		if ctx.Err() != nil {
			return last, ctx.Err()
		}
		timeout.LastErr = err
		switch {
		case err == nil:
			last, timeout.LastState = value, p.State(value)
			switch p.Outcome(value) {
			case Failure:
				return last, ErrFailed
			case Success:
				return last, nil
			case Pending:
			}
		case bounded.Err() == nil && !p.Transient(err):
			return last, err
		}

		if !asked.Before(deadline) || bounded.Err() != nil {
			timeout.Waited = time.Since(began)
			return last, timeout
		}
		timer := time.NewTimer(min(p.pause(err), time.Until(deadline)))
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return last, ctx.Err()
		}
	}
}

// pause returns the time to the next read after one that ended with err.
func (p Poll[T]) pause(err error) time.Duration {
	pause := p.Interval - time.Duration(rand.Int64N(int64(p.Interval)/5+1)) //nolint:gosec // jitter is no secret
	if err != nil && p.NotBefore != nil {
		pause = max(pause, p.NotBefore(err))
	}
	return pause
}
