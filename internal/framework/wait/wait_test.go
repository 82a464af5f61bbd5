package wait_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
)

var (
	errTransient = errors.New("service unavailable")
	errPermanent = errors.New("wrong key")
)

// answer is what one read finds. The last one of a poll repeats.
type answer struct {
	status string
	err    error
	takes  time.Duration
}

var (
	waiting   = answer{status: "Waiting"}
	delivered = answer{status: "Delivered"}
	failed    = answer{status: "Not delivered"}
)

// poll is a Poll of answers that notes when each read began.
type poll struct {
	wait.Poll[string]
	began []time.Duration
}

func newPoll(timeout, interval time.Duration, answers ...answer) *poll {
	start := time.Now()
	p := &poll{}
	p.Poll = wait.Poll[string]{
		Timeout:  timeout,
		Interval: interval,
		Read: func(ctx context.Context) (string, error) {
			next := answers[min(len(p.began), len(answers)-1)]
			p.began = append(p.began, time.Since(start))
			select {
			case <-time.After(next.takes):
				return next.status, next.err
			case <-ctx.Done():
				return "", ctx.Err()
			}
		},
		Outcome: func(status string) wait.Outcome {
			return map[string]wait.Outcome{"Delivered": wait.Success, "Not delivered": wait.Failure}[status]
		},
		State:     func(status string) string { return "the status was " + strconv.Quote(status) },
		Transient: func(err error) bool { return errors.Is(err, errTransient) },
	}
	return p
}

// run tells what a poll came to and how long it took.
func (p *poll) run(ctx context.Context) (status string, took time.Duration, err error) {
	start := time.Now()
	status, err = p.Until(ctx)
	return status, time.Since(start), err
}

func (p *poll) wantReads(t *testing.T, want int) {
	t.Helper()
	if len(p.began) != want {
		t.Errorf("%d reads at %v, want %d", len(p.began), p.began, want)
	}
}

// wantTimeout asserts that err is a TimeoutError with this text.
func wantTimeout(t *testing.T, err error, want string) {
	t.Helper()
	timeout, ok := errors.AsType[*wait.TimeoutError](err)
	if !ok {
		t.Fatalf("got %v, want a timeout", err)
	}
	if timeout.Error() != want {
		t.Errorf("got  %s\nwant %s", timeout, want)
	}
}

func TestUntil_EndsAtOnce(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		answer answer
		status string
		err    error
	}{
		"success":         {delivered, "Delivered", nil},
		"failure":         {failed, "Not delivered", wait.ErrFailed},
		"permanent error": {answer{err: errPermanent}, "", errPermanent},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				p := newPoll(5*time.Minute, 5*time.Second, test.answer)
				status, took, err := p.run(t.Context())
				if status != test.status || !errors.Is(err, test.err) || took != 0 {
					t.Errorf("%q, %v after %s", status, err, took)
				}
				p.wantReads(t, 1)
			})
		})
	}
}

func TestUntil_ReadsOn(t *testing.T) {
	t.Parallel()
	transient := answer{err: errTransient}
	for name, test := range map[string]struct {
		answers []answer
		status  string
		err     error
	}{
		"until success":         {[]answer{waiting, waiting, delivered}, "Delivered", nil},
		"until failure":         {[]answer{waiting, waiting, failed}, "Not delivered", wait.ErrFailed},
		"until permanent error": {[]answer{waiting, waiting, {err: errPermanent}}, "Waiting", errPermanent},
		"after transient error": {[]answer{transient, waiting, delivered}, "Delivered", nil},
		"after two of them":     {[]answer{transient, transient, delivered}, "Delivered", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				p := newPoll(5*time.Minute, 5*time.Second, test.answers...)
				status, took, err := p.run(t.Context())
				if status != test.status || !errors.Is(err, test.err) {
					t.Errorf("%q, %v", status, err)
				}
				p.wantReads(t, 3)
				if took < 8*time.Second || took > 10*time.Second {
					t.Errorf("took %s, want two pauses of 4 to 5 seconds", took)
				}
			})
		})
	}
}

// Pauses spread over the last fifth of the interval, and never beyond.
func TestUntil_Jitter(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p := newPoll(20*time.Minute, 10*time.Second, waiting)
		_, _, _ = p.run(t.Context())
		shortest, longest := time.Hour, time.Duration(0)
		for i := 1; i < len(p.began)-1; i++ { // the last one is made at the deadline
			gap := p.began[i] - p.began[i-1]
			shortest, longest = min(shortest, gap), max(longest, gap)
		}
		if shortest < 8*time.Second || shortest > 9*time.Second || longest < 9*time.Second || longest > 10*time.Second {
			t.Errorf("pauses from %s to %s, want about 8s to 10s", shortest, longest)
		}
	})
}

func TestUntil_TimesOut(t *testing.T) {
	t.Parallel()
	hanging := answer{takes: time.Hour}
	for name, test := range map[string]struct {
		answers []answer
		status  string
		took    time.Duration
		text    string
		cause   error
	}{
		// Pauses of 32 to 40 seconds: the second would end after the deadline, so the
		// last read is made at it.
		"status stays":      {[]answer{waiting}, "Waiting", time.Minute, `after 1m0s and 3 reads, the status was "Waiting"`, nil},
		"errors go on":      {[]answer{{err: errTransient}}, "", time.Minute, "after 1m0s and 3 reads, no status could be read, and the last read failed", errTransient},
		"status, then none": {[]answer{waiting, {err: errTransient}}, "Waiting", time.Minute, `after 1m0s and 3 reads, the status was "Waiting", and the last read failed`, errTransient},
		"read hangs":        {[]answer{hanging}, "", 65 * time.Second, "after 1m5s and 1 read, no status could be read, and the last read failed", context.DeadlineExceeded},
		"second read hangs": {[]answer{waiting, hanging}, "Waiting", 65 * time.Second, `after 1m5s and 2 reads, the status was "Waiting", and the last read failed`, context.DeadlineExceeded},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				p := newPoll(time.Minute, 40*time.Second, test.answers...)
				status, took, err := p.run(t.Context())
				if status != test.status || took != test.took {
					t.Errorf("%q after %s, want %q after %s", status, took, test.status, test.took)
				}
				wantTimeout(t, err, test.text)
				if test.cause != nil && !errors.Is(err, test.cause) {
					t.Errorf("%v does not wrap %v", err, test.cause)
				}
			})
		})
	}
}

// However long the reads take, the last one is made at the deadline, or as soon after
// as the one before has ended, and its answer has five seconds.
func TestUntil_AsksAtTheDeadline(t *testing.T) {
	t.Parallel()
	for _, takes := range []time.Duration{0, 900 * time.Millisecond, 3 * time.Second, 11 * time.Second} {
		for _, interval := range []time.Duration{time.Second, 7 * time.Second, 20 * time.Second} {
			t.Run(fmt.Sprintf("read %s, interval %s", takes, interval), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					p := newPoll(20*time.Second, interval, answer{status: "Waiting", takes: takes})
					_, took, err := p.run(t.Context())
					if timeout, ok := errors.AsType[*wait.TimeoutError](err); !ok || timeout.Waited != took || timeout.Reads != len(p.began) {
						t.Errorf("got %v after %s and %d reads", err, took, len(p.began))
					}
					if took > 25*time.Second {
						t.Errorf("took %s", took)
					}
					last, before := p.began[len(p.began)-1], p.began[len(p.began)-2]
					cutOff := last+takes > 25*time.Second && took == 25*time.Second
					if !cutOff && last != max(20*time.Second, before+takes) || before >= 20*time.Second {
						t.Errorf("the last reads began at %s and %s, want 20s", before, last)
					}
				})
			})
		}
	}
}

// What comes about just before the time is over is seen.
func TestUntil_LateSuccess(t *testing.T) {
	t.Parallel()
	for _, timeout := range []time.Duration{time.Second, 3 * time.Second, time.Minute} {
		synctest.Test(t, func(t *testing.T) {
			p := newPoll(timeout, timeout, waiting)
			start := time.Now()
			p.Read = func(context.Context) (string, error) {
				if time.Since(start) >= timeout*99/100 {
					return "Delivered", nil
				}
				return "Waiting", nil
			}
			if status, _, err := p.run(t.Context()); err != nil || status != "Delivered" {
				t.Errorf("%q, %v", status, err)
			}
		})
	}
}

// A server that asks to wait is not asked before, but once at the deadline.
func TestUntil_NotBefore(t *testing.T) {
	t.Parallel()
	for asked, want := range map[time.Duration][]time.Duration{
		25 * time.Second: {0, 25 * time.Second, 50 * time.Second, time.Minute},
		time.Hour:        {0, time.Minute},
	} {
		synctest.Test(t, func(t *testing.T) {
			p := newPoll(time.Minute, 10*time.Second, answer{err: errTransient})
			p.NotBefore = func(error) time.Duration { return asked }
			_, _, err := p.run(t.Context())
			if !slices.Equal(p.began, want) || !errors.Is(err, errTransient) {
				t.Errorf("%v, reads at %v, want %v", err, p.began, want)
			}
		})
	}
}

// The answer to the last read of a short wait has as long as that of a long one.
func TestUntil_ShortTimeout(t *testing.T) {
	t.Parallel()
	slow := answer{status: "Delivered", takes: 4 * time.Second}
	for name, answers := range map[string][]answer{"only read": {slow}, "second read": {waiting, slow}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				p := newPoll(time.Second, time.Second, answers...)
				if status, took, err := p.run(t.Context()); err != nil || status != "Delivered" {
					t.Errorf("%q, %v after %s", status, err, took)
				}
				p.wantReads(t, len(answers))
			})
		})
	}
}

func TestUntil_CanceledAtOnce(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		interval time.Duration
		answers  []answer
		status   string
		reads    int
	}{
		"in a pause":         {time.Minute, []answer{waiting}, "Waiting", 1},
		"in a read":          {time.Second, []answer{{takes: time.Hour}}, "", 1},
		"in the second read": {time.Second, []answer{waiting, {takes: time.Hour}}, "Waiting", 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				time.AfterFunc(2*time.Second, cancel)
				p := newPoll(5*time.Minute, test.interval, test.answers...)
				status, took, err := p.run(ctx)
				if status != test.status || took != 2*time.Second || !errors.Is(err, context.Canceled) {
					t.Errorf("%q, %v after %s", status, err, took)
				}
				p.wantReads(t, test.reads)
			})
		})
	}
}
