package partner

import (
	"context"
	"sync"

	"golang.org/x/time/rate"
)

// limiters keeps the vendor's documented rates on our side, one limiter for
// each operation that has one, so that a large configuration waits its turn
// instead of being refused.
type limiters struct {
	mu     sync.Mutex
	byName map[string]*rate.Limiter
}

func newLimiters() *limiters {
	return &limiters{byName: map[string]*rate.Limiter{}}
}

// wait returns when the operation may be called, or with an error when ctx
// ends, or would end, before that.
func (l *limiters) wait(ctx context.Context, op *Operation) error {
	if op.Rate == nil {
		return nil
	}
	l.mu.Lock()
	limiter, ok := l.byName[op.Name]
	if !ok {
		limiter = rate.NewLimiter(op.Rate.Limit, op.Rate.Burst)
		l.byName[op.Name] = limiter
	}
	l.mu.Unlock()
	return limiter.Wait(ctx)
}
