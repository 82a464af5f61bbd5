package status

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// A request that fails is made again alone.
func TestPairReader_RetriesAlone(t *testing.T) {
	t.Parallel()
	for name, step := range map[string]simulator.Step{
		"unavailable":    {Status: http.StatusServiceUnavailable},
		"no answer":      {Drop: simulator.DropBefore},
		"half an answer": {Body: `{"success":true`, Drop: simulator.DropDuring},
		"never ends":     {Hang: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{Latency: latency}, func(t *testing.T, w *bubble.World) {
				w.Script("multi-status", step)
				r := newReader(sms.New(w.Config(1)), 1200)
				if _, err := r.read(t.Context()); err != nil {
					t.Fatal(err)
				}
				requests := w.Requests()
				expectList(t, "requests at once", waves(requests), []int{3, 1})
				expectOnce(t, requests[:3], 1200)
				repeated := asked(t, requests[3])
				if !slices.ContainsFunc(requests[:3], func(r simulator.Request) bool { return slices.Equal(asked(t, r), repeated) }) {
					t.Errorf("the last request is none of the first three, of %d pairs", len(repeated))
				}
			})
		})
	}
}

// After a read that failed for a moment, the next one asks for what is missing.
func TestPairReader_KeepsWhatItRead(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{Latency: latency}, func(t *testing.T, w *bubble.World) {
		unavailable := simulator.Step{Status: http.StatusServiceUnavailable}
		w.Script("multi-status", unavailable, simulator.Step{Process: true}, unavailable)
		r := newReader(sms.New(w.Config(0)), 2000)
		send(w, r.pairs)
		_, err := r.read(t.Context())
		expect(t, "is transient", isTransient(err), true)
		expectOnce(t, w.Requests(), 2000)
		missing := map[sms.Pair]bool{}
		for i, d := range r.list {
			if !d.Listed {
				missing[r.pairs[i]] = true
			}
		}
		expect(t, "missing", len(missing), 2*sms.MaxPerRequest)
		if _, err := r.read(t.Context()); err != nil {
			t.Fatal(err)
		}
		again := w.Requests()[4:]
		expect(t, "requests", len(again), 2)
		for p := range times(t, again) {
			if !missing[p] {
				t.Errorf("%v was read again", p)
			}
		}
	})
}

// A wrong key is not tried out with all the requests.
func TestPairReader_GivesUp(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{APIKey: "another", Latency: latency}, func(t *testing.T, w *bubble.World) {
		_, err := newReader(sms.New(w.Config(4)), 10000).read(t.Context())
		failed, ok := errors.AsType[*partner.Error](err)
		if !ok || !failed.IsInvalidKey() {
			t.Fatalf("the error is %v", err)
		}
		if n := len(w.Requests()); n > 8 {
			t.Errorf("%d requests", n)
		}
	})
}

// Where nothing is read again, a server that fails is not asked for the rest.
func TestPairReader_GivesUpOnce(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{Latency: latency}, func(t *testing.T, w *bubble.World) {
		w.Script("multi-status", simulator.Step{Status: http.StatusServiceUnavailable, Repeat: true})
		r := newReader(sms.New(w.Config(0)), 10000)
		r.again = false
		if _, err := r.read(t.Context()); !isTransient(err) {
			t.Fatalf("the error is %v", err)
		}
		if n := len(w.Requests()); n > listsAtOnce {
			t.Errorf("%d requests", n)
		}
	})
}

// An interruption ends it within a moment, with an error.
func TestPairReader_Interrupted(t *testing.T) {
	t.Parallel()
	for name, after := range map[string]time.Duration{"before": 0, "while requests hang": time.Second} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				w.Script("multi-status", simulator.Step{Hang: true, Repeat: true})
				ctx, cancel := context.WithCancel(t.Context())
				defer time.AfterFunc(after, cancel).Stop()
				if after == 0 {
					cancel()
				}
				_, err := newReader(sms.New(w.Config(4)), 10000).read(ctx)
				expect(t, "is canceled", errors.Is(err, context.Canceled), true)
				expect(t, "time", w.Elapsed(), after)
				if n := len(w.Requests()); n > 8 {
					t.Errorf("%d requests", n)
				}
			})
		})
	}
}

// The vendor may answer a request about unknown messages only with code 4. Of several
// requests, this says nothing about the messages of the others.
func TestPairReader_OneRequestUnknown(t *testing.T) {
	t.Parallel()
	unknown := simulator.Step{Body: `{"success":false,"code":4,"message":"Message introuvable"}`}
	for name, test := range map[string]struct {
		pairs   int
		refused bool
	}{
		"one of three":       {1200, false},
		"the only one":       {300, true},
		"the only, full one": {500, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{Latency: latency}, func(t *testing.T, w *bubble.World) {
				w.Script("multi-status", unknown)
				r := newReader(sms.New(w.Config(0)), test.pairs)
				r.again = false
				send(w, r.pairs)
				list, err := r.read(t.Context())
				expect(t, "is refused as not found", partner.IsNotFound(err), test.refused)
				if test.refused {
					return
				}
				if err != nil {
					t.Fatal(err)
				}
				counts := list.Counts()
				if n := counts.NotFound; n != 500 && n != 200 || counts.Total != 1200 {
					t.Errorf("counts %+v", counts)
				}
			})
		})
	}
}
