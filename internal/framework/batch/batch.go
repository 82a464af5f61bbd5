// Package batch splits long lists into requests of the size that the vendor allows, and
// makes several at once.
package batch

import (
	"context"
	"errors"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/crash"
)

// Plan says how to split.
type Plan struct {
	// Size is the most items of one request.
	Size int
	// AtOnce is the most requests under way.
	AtOnce int
	// GoOn reports whether the other requests are worth making after an error.
	// Nil means never.
	GoOn func(error) bool
}

// Run calls do for each stretch [from, to) of n items. The error is that of the first
// stretch that failed for good, or else those of all failed stretches. It is nil only when
// all are done. Run raises a panic of do again, so that the caller can recover from it.
func (p Plan) Run(ctx context.Context, n int, do func(ctx context.Context, from, to int) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(p.AtOnce)
	var mu sync.Mutex
	var passing []error
	var crashed *crash.Report
	for from := 0; from < n; from += p.Size {
		group.Go(func() (err error) {
			defer func() {
				if recovered := recover(); recovered != nil {
					report := crash.New(recovered)
					mu.Lock()
					defer mu.Unlock()
					crashed, err = &report, errCrashed // this error ends the others
				}
			}()
			// What is left out must not pass for done.
			if err := ctx.Err(); err != nil {
				return err
			}
			err = do(ctx, from, min(from+p.Size, n))
			if err == nil || p.GoOn == nil || !p.GoOn(err) {
				return err
			}
			mu.Lock()
			defer mu.Unlock()
			passing = append(passing, err)
			return nil
		})
	}
	err := group.Wait()
	if crashed != nil {
		panic(*crashed)
	}
	if err != nil {
		return err
	}
	return errors.Join(passing...)
}

var errCrashed = errors.New("a request panicked")
