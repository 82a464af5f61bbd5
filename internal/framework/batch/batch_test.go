package batch_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/batch"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/crash"
)

var (
	errPassing   = errors.New("service unavailable")
	errPermanent = errors.New("wrong key")
)

func isPassing(err error) bool { return errors.Is(err, errPassing) }

// takes is how long each stretch takes.
const takes = time.Second

// work notes the stretches that were begun and the most that were under way.
type work struct {
	mu        sync.Mutex
	stretches []int
	names     []string
	now, most int
	// failing tells the error of the stretch that begins at an item.
	failing map[int]error
}

func (w *work) do(ctx context.Context, from, to int) error {
	w.change(func() {
		w.stretches = append(w.stretches, from)
		w.names = append(w.names, fmt.Sprintf("%d-%d", from, to))
		w.now++
		w.most = max(w.most, w.now)
	})
	defer w.change(func() { w.now-- })
	select {
	case <-time.After(takes):
		return w.failing[from]
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (w *work) change(change func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	change()
}

// run tells what a plan came to under a fake clock.
func (w *work) run(t *testing.T, plan batch.Plan, n int, begin func(*testing.T) context.Context) (took time.Duration, err error) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		ctx := begin(t)
		began := time.Now()
		err = plan.Run(ctx, n, w.do)
		took = time.Since(began)
	})
	return took, err
}

func untilEnd(t *testing.T) context.Context { return t.Context() }

// canceledAfter is a context that ends after a time.
func canceledAfter(d time.Duration) func(*testing.T) context.Context {
	return func(t *testing.T) context.Context {
		ctx, cancel := context.WithCancel(t.Context())
		t.Cleanup(cancel)
		if d == 0 {
			cancel()
		} else {
			time.AfterFunc(d, cancel)
		}
		return ctx
	}
}

func expect[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func TestRun_Stretches(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		n, size int
		want    string
	}{
		"nothing":          {0, 500, ""},
		"one":              {1, 500, "0-1"},
		"all but one":      {499, 500, "0-499"},
		"exactly full":     {500, 500, "0-500"},
		"one more":         {501, 500, "0-500 500-501"},
		"several":          {1200, 500, "0-500 500-1000 1000-1200"},
		"one item at once": {3, 1, "0-1 1-2 2-3"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := &work{}
			_, err := w.run(t, batch.Plan{Size: test.size, AtOnce: 1}, test.n, untilEnd)
			expect(t, "error", err, nil)
			expect(t, "stretches", strings.Join(w.names, " "), test.want)
		})
	}
}

func TestRun_AtOnce(t *testing.T) {
	t.Parallel()
	for atOnce, want := range map[int]time.Duration{1: 20 * takes, 8: 3 * takes, 16: 2 * takes, 30: takes} {
		t.Run(fmt.Sprint(atOnce), func(t *testing.T) {
			t.Parallel()
			w := &work{}
			took, err := w.run(t, batch.Plan{Size: 1, AtOnce: atOnce}, 20, untilEnd)
			expect(t, "error", err, nil)
			expect(t, "time", took, want)
			expect(t, "most at once", w.most, min(atOnce, 20))
		})
	}
}

// An error that may pass leaves the others to be made, all of them once.
func TestRun_GoOn(t *testing.T) {
	t.Parallel()
	other := fmt.Errorf("again: %w", errPassing)
	w := &work{failing: map[int]error{0: errPassing, 4: other}}
	took, err := w.run(t, batch.Plan{Size: 2, AtOnce: 2, GoOn: isPassing}, 12, untilEnd)
	expect(t, "time", took, 3*takes)
	slices.Sort(w.stretches)
	expect(t, "stretches", fmt.Sprint(w.stretches), "[0 2 4 6 8 10]")
	if !errors.Is(err, other) || !strings.HasPrefix(err.Error(), errPassing.Error()+"\n") {
		t.Errorf("the error is %v, want both", err)
	}
}

// Any other error ends the work: what is under way is cut off, the rest is not
// begun, and the error is that one.
func TestRun_Stops(t *testing.T) {
	t.Parallel()
	for name, goOn := range map[string]func(error) bool{"never go on": nil, "not with this": isPassing} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := &work{failing: map[int]error{0: errPassing, 2: errPermanent}}
			if goOn == nil {
				w.failing = map[int]error{0: errPermanent}
			}
			took, err := w.run(t, batch.Plan{Size: 1, AtOnce: 2, GoOn: goOn}, 100, untilEnd)
			expect(t, "error", err, errPermanent)
			if n := len(w.stretches); n > 5 || took > 2*takes {
				t.Errorf("%d stretches in %s, want no more after the error", n, took)
			}
		})
	}
}

// Work that was interrupted is never taken for work that is done.
func TestRun_Canceled(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		after time.Duration
		begun int
	}{
		"before the start": {0, 0},
		"at work":          {takes + takes/2, 4},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := &work{}
			took, err := w.run(t, batch.Plan{Size: 1, AtOnce: 2, GoOn: isPassing}, 100, canceledAfter(test.after))
			expect(t, "is canceled", errors.Is(err, context.Canceled), true)
			expect(t, "time", took, test.after)
			if n := len(w.stretches); n > test.begun+1 {
				t.Errorf("%d stretches were begun, want %d", n, test.begun)
			}
		})
	}
}

// A panic in one of the requests reaches who asked for all of them, with its
// place, and ends the others.
func TestRun_Panics(t *testing.T) {
	t.Parallel()
	defer func() {
		report, ok := recover().(crash.Report)
		if !ok || !strings.Contains(report.String(), "index out of range") || !strings.Contains(report.String(), "batch_test.go") {
			t.Errorf("recovered %v", report)
		}
	}()
	var none []int
	err := batch.Plan{Size: 1, AtOnce: 2}.Run(t.Context(), 2, func(ctx context.Context, from, _ int) error {
		if from == 0 {
			none[from]++
		}
		<-ctx.Done()
		return ctx.Err()
	})
	t.Errorf("it ended with %v", err)
}
