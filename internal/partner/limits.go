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
	mu      sync.Mutex
	windows map[*Rate]*window
}

// window lets Count calls pass in any span of Per. A single limiter with a burst
// of Count would let nearly twice as many pass in its first span, so each place
// in the window is a limiter of its own, and the calls take them in turn.
type window struct {
	places []*rate.Limiter
	next   int
}

func newLimiters() *limiters {
	return &limiters{windows: map[*Rate]*window{}}
}

// wait returns when all of these rates allow a call, or with an error when ctx ends, or
// would end, before. It calls held with each pause, before the pause. A nil rate is no limit.
func (l *limiters) wait(ctx context.Context, held func(time.Duration), rates ...*Rate) error {
	for _, limit := range rates {
		if limit == nil || ctx.Err() != nil {
			continue
		}
		turn := l.place(limit).Reserve()
		pause := turn.Delay()
		if pause == 0 {
			continue
		}
		if endsBefore(ctx, pause) {
			turn.Cancel()
			return context.DeadlineExceeded
		}
		held(pause)
		if !sleep(ctx, pause) {
			turn.Cancel()
		}
	}
	return ctx.Err()
}

func (l *limiters) place(limit *Rate) *rate.Limiter {
	l.mu.Lock()
	defer l.mu.Unlock()
	w, ok := l.windows[limit]
	if !ok {
		w = &window{places: make([]*rate.Limiter, limit.Count)}
		for i := range w.places {
			w.places[i] = rate.NewLimiter(rate.Every(limit.Per), 1)
		}
		l.windows[limit] = w
	}
	place := w.places[w.next]
	w.next = (w.next + 1) % len(w.places)
	return place
}
