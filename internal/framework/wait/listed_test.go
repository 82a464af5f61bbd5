package wait_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

func TestListed(t *testing.T) {
	t.Parallel()
	down, page := &partner.Error{Reason: partner.ReasonDropped, Sent: true}, &partner.Error{Reason: partner.ReasonStatus, HTTPStatus: 404}
	blocked := &partner.Error{Reason: partner.ReasonVendor, Code: "30"}
	for name, test := range map[string]struct {
		// lag is when the list begins to show the object, and errs what the reads before the
		// last one end with, in turn.
		lag   time.Duration
		errs  []error
		found bool
		err   error
		took  time.Duration
	}{
		"at once":                  {0, nil, true, nil, 0},
		"at the last moment":       {10 * time.Second, nil, true, nil, 10 * time.Second},
		"too late":                 {11 * time.Second, nil, false, nil, 10 * time.Second},
		"after passing errors":     {0, []error{down, page, down}, true, nil, 6 * time.Second},
		"a refusal":                {0, []error{blocked}, false, blocked, 0},
		"not there, then an error": {time.Hour, []error{nil, nil, down, down, down, down, down, down, down}, false, down, 10 * time.Second},
		"an error, then not there": {time.Hour, []error{down, down}, false, nil, 10 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				began, reads := time.Now(), 0
				found, err := wait.Listed(t.Context(), func(context.Context) (bool, error) {
					reads++
					if reads <= len(test.errs) && test.errs[reads-1] != nil {
						return false, test.errs[reads-1]
					}
					return time.Since(began) >= test.lag, nil
				})
				if found != test.found || !errors.Is(err, test.err) || (err != nil) != (test.err != nil) {
					t.Errorf("got %v, %v; want %v, %v", found, err, test.found, test.err)
				}
				if took := time.Since(began); took > test.took || took < test.took-time.Second*2 {
					t.Errorf("it took %s, want about %s", took, test.took)
				}
			})
		})
	}
}

func TestListed_Interrupted(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		found, err := wait.Listed(ctx, func(context.Context) (bool, error) { return false, nil })
		if found || !errors.Is(err, context.DeadlineExceeded) || time.Since(began) != time.Second {
			t.Errorf("got %v, %v after %s", found, err, time.Since(began))
		}
	})
}
