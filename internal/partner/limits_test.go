package partner

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// limited is an operation with the documented rate of 5 a minute.
func limited() *Operation {
	op := status
	op.Name = "limited"
	op.Rate = &Rate{Count: 5, Per: time.Minute}
	return &op
}

// spend uses up the calls that are allowed at once.
func spend(t *testing.T, w *world, op *Operation) {
	t.Helper()
	for range op.Rate.Count {
		if _, err := call(t.Context(), w.client, op); err != nil {
			t.Fatal(err)
		}
	}
	expect(t, "time of the first calls", w.elapsed(), 0)
}

func TestRate_Kept(t *testing.T) {
	t.Parallel()
	bubble(t, nil, nil, func(t *testing.T, w *world) {
		op := limited()
		spend(t, w, op)
		// Never more than five in a minute: not even right after the first five.
		for number := range 7 {
			if _, err := call(t.Context(), w.client, op); err != nil {
				t.Fatal(err)
			}
			expect(t, "time", w.elapsed().Round(time.Second), time.Duration(number/5+1)*time.Minute)
		}
		before := w.elapsed()
		if _, err := call(t.Context(), w.client, &status); err != nil {
			t.Fatal(err)
		}
		expect(t, "time of an operation without a rate", w.elapsed(), before)
	})
}

// TestRate_Retries proves that a retry waits its turn too.
func TestRate_Retries(t *testing.T) {
	t.Parallel()
	bubble(t, retries(1), nil, func(t *testing.T, w *world) {
		op := limited()
		op.Rate.Count = 1
		spend(t, w, op)
		w.Script(op.Path, simulator.Step{Status: 503})
		if _, err := call(t.Context(), w.client, op); err != nil {
			t.Fatal(err)
		}
		expect(t, "time", w.elapsed().Round(time.Second), 2*time.Minute)
	})
}

// TestRate_UsedUpByOthers proves that a refusal is waited out, though the server
// does not say how long.
func TestRate_UsedUpByOthers(t *testing.T) {
	t.Parallel()
	bubble(t, retries(4), nil, func(t *testing.T, w *world) {
		op := limited()
		refusal := simulator.Step{Status: 429}
		w.Script(op.Path, refusal, refusal, refusal, refusal)
		if _, err := call(t.Context(), w.client, op); err != nil {
			t.Fatal(err)
		}
		expect(t, "time", w.elapsed(), time.Minute)
	})
}

func TestRate_EndsWithContext(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		end    func(context.Context) (context.Context, context.CancelFunc)
		want   error
		detail string
		time   time.Duration
	}{
		"canceled": {
			end: func(ctx context.Context) (context.Context, context.CancelFunc) {
				ctx, cancel := context.WithCancel(ctx)
				time.AfterFunc(3*time.Second, cancel)
				return ctx, cancel
			},
			want: context.Canceled, detail: "interrupted", time: 3 * time.Second,
		},
		// A deadline that the wait can't meet needs no waiting for.
		"deadline": {
			end: func(ctx context.Context) (context.Context, context.CancelFunc) {
				return context.WithTimeout(ctx, 5*time.Second)
			},
			want: context.DeadlineExceeded, detail: "the vendor's rate limit leaves no time for it", time: 0,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble(t, retries(5), nil, func(t *testing.T, w *world) {
				op := limited()
				spend(t, w, op)
				ctx, cancel := test.end(t.Context())
				defer cancel()
				failed := failure(ctx, t, w.client, op)
				expect(t, "ended by the context", errors.Is(failed, test.want), true)
				expect(t, "reason", failed.Reason, ReasonCanceled)
				expect(t, "detail", failed.Detail, test.detail)
				expect(t, "attempts", failed.Attempts, 0)
				expect(t, "sent", failed.Sent, false)
				expect(t, "time", w.elapsed(), test.time)
				expect(t, "requests", len(w.Requests()), op.Rate.Count)
			})
		})
	}
}

// TestRate_Shared lets operations with the same limit wait for each other, and all for
// that of their product.
func TestRate_Shared(t *testing.T) {
	t.Parallel()
	for name, share := range map[string]func(a, b *Operation, c *Config){
		"operations": func(a, b *Operation, _ *Config) { b.Rate = a.Rate },
		"product":    func(a, _ *Operation, c *Config) { c.Dialect.Rate, a.Rate = a.Rate, nil },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			one, other := limited(), limited()
			change := func(c *Config) { share(one, other, c) }
			other.Rate = nil
			bubble(t, change, nil, func(t *testing.T, w *world) {
				for range 5 {
					if _, err := call(t.Context(), w.client, one); err != nil {
						t.Fatal(err)
					}
				}
				expect(t, "nothing waited", w.elapsed() == 0, true)
				if _, err := call(t.Context(), w.client, other); err != nil {
					t.Fatal(err)
				}
				expect(t, "the other one waited", w.elapsed() > 0, true)
			})
		})
	}
}
