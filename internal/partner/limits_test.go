package partner

import (
	"context"
	"errors"
	"testing"
	"time"

	"golang.org/x/time/rate"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// limited is an operation with the documented rate of 5 a minute.
func limited() *Operation {
	op := status
	op.Name = "limited"
	op.Rate = &Rate{Limit: rate.Every(12 * time.Second), Burst: 5}
	return &op
}

// spend uses up the calls that are allowed at once.
func spend(t *testing.T, w *world, op *Operation) {
	t.Helper()
	for range op.Rate.Burst {
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
		for number := range 3 {
			if _, err := call(t.Context(), w.client, op); err != nil {
				t.Fatal(err)
			}
			expect(t, "time", w.elapsed(), time.Duration(number+1)*12*time.Second)
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
		spend(t, w, op)
		w.Script(op.Path, simulator.Step{Status: 503})
		if _, err := call(t.Context(), w.client, op); err != nil {
			t.Fatal(err)
		}
		expect(t, "time", w.elapsed(), 24*time.Second)
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
				expect(t, "requests", len(w.Requests()), op.Rate.Burst)
			})
		})
	}
}
