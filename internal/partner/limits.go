package partner

import (
	"context"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Rate is the vendor's documented limit: Count calls in any span of Per.
type Rate struct {
	Count int
	Per   time.Duration
}

// limiters keeps the vendor's documented rates on our side, so that a large
// configuration waits its turn instead of being refused.
type limiters struct {
	mu     sync.Mutex
	byName map[string]*window
}

// window lets Count calls pass in any span of Per. A single limiter with a burst
// of Count would let nearly twice as many pass in its first span, so each place
// in the window is a limiter of its own, and the calls take them in turn.
type window struct {
	places []*rate.Limiter
	next   int
}

func newLimiters() *limiters {
	return &limiters{byName: map[string]*window{}}
}

// wait returns when the operation may be called, or with an error when ctx
// ends, or would end, before that.
func (l *limiters) wait(ctx context.Context, op *Operation) error {
	if op.Rate == nil {
		return ctx.Err()
	}
	return l.place(op).Wait(ctx)
}

func (l *limiters) place(op *Operation) *rate.Limiter {
	l.mu.Lock()
	defer l.mu.Unlock()
	w, ok := l.byName[op.Name]
	if !ok {
		w = &window{places: make([]*rate.Limiter, op.Rate.Count)}
		for i := range w.places {
			w.places[i] = rate.NewLimiter(rate.Every(op.Rate.Per), 1)
		}
		l.byName[op.Name] = w
	}
	place := w.places[w.next]
	w.next = (w.next + 1) % len(w.places)
	return place
}
