package partner

import (
	"context"
	"errors"
	"net"
	"net/http"
	"syscall"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// fault is a way in which a call goes wrong.
type fault struct {
	step   simulator.Step
	dial   dialer
	tls    bool
	reason Reason
	// unsent says that the request did not reach the server.
	unsent bool
}

// passing faults are gone a moment later: reads are retried.
var passing = map[string]fault{
	"refused connection": {dial: refuse, reason: ReasonUnreachable, unsent: true},
	"TLS broken off":     {dial: hangUp, tls: true, reason: ReasonUnreachable, unsent: true},
	"dropped before":     {step: simulator.Step{Drop: simulator.DropBefore}, reason: ReasonDropped},
	"dropped during":     {step: simulator.Step{Drop: simulator.DropDuring, Body: delivered}, reason: ReasonDropped},
	"timeout":            {step: simulator.Step{Hang: true}, reason: ReasonTimeout},
	"HTTP 429":           {step: simulator.Step{Status: 429}, reason: ReasonStatus},
	"HTTP 500":           {step: simulator.Step{Status: 500, Body: "{}"}, reason: ReasonStatus},
	"HTTP 503":           {step: simulator.Step{Status: 503, Body: "<html>"}, reason: ReasonStatus},
}

// lasting faults do not go away by asking again.
var lasting = map[string]fault{
	"HTTP 400":            {step: simulator.Step{Status: 400}, reason: ReasonStatus},
	"HTTP 404":            {step: simulator.Step{Status: 404, Body: "<html>"}, reason: ReasonStatus},
	"HTTP 404 vendor":     {step: simulator.Step{Status: 404, Body: `{"success": false, "code": 4}`}, reason: ReasonVendor},
	"HTTP 500 wrong key":  {step: simulator.Step{Status: 500, Body: `{"success": false, "code": 10}`}, reason: ReasonVendor},
	"vendor error":        {step: simulator.Step{Body: `{"success": false, "code": 10}`}, reason: ReasonVendor},
	"unknown vendor code": {step: simulator.Step{Body: `{"success": false, "code": "NEW"}`}, reason: ReasonVendor},
	"no data":             {step: simulator.Step{Body: degraded}, reason: ReasonIncomplete},
	"HTML":                {step: simulator.Step{Body: "<html>"}, reason: ReasonUnreadable},
	"truncated JSON":      {step: simulator.Step{Body: "{"}, reason: ReasonUnreadable},
	"redirect":            {step: simulator.Step{Status: 302, Header: http.Header{"Location": {"/v1/me"}}}, reason: ReasonRedirect},
	"redirect to a text":  {step: simulator.Step{Status: 302, Header: http.Header{"Location": {"https://%zz"}}}, reason: ReasonRedirect},
}

// refuse is a dialer that meets nobody.
func refuse(context.Context, int64, simulator.Dial) (net.Conn, error) {
	return nil, &net.OpError{Op: "dial", Net: "tcp", Addr: &net.TCPAddr{IP: net.IPv4(192, 0, 2, 1), Port: 443}, Err: syscall.ECONNREFUSED}
}

// hangUp is a dialer whose connections end when TLS begins.
func hangUp(context.Context, int64, simulator.Dial) (net.Conn, error) {
	ours, theirs := net.Pipe()
	go func() { _, _ = theirs.Read(make([]byte, 1)); _ = theirs.Close() }()
	return ours, nil
}

func (f fault) config(maxRetries int) func(*Config) {
	return func(c *Config) {
		c.MaxRetries = maxRetries
		if f.tls {
			c.BaseURL = "https://sms.example/v1"
		}
	}
}

// meet makes a call that meets the fault each time.
func (f fault) meet(t *testing.T, w *world, op *Operation) *Error {
	t.Helper()
	w.Script(op.Path, always(f.step))
	failed := failure(t.Context(), t, w.client, op)
	expect(t, "reason", failed.Reason, f.reason)
	expect(t, "sent", failed.Sent, !f.unsent)
	return failed
}

func (f fault) requests(w *world) int {
	if f.unsent {
		return int(w.dials.Load())
	}
	return len(w.Requests())
}

func TestRead_Retried(t *testing.T) {
	t.Parallel()
	for name, fault := range passing {
		for _, maxRetries := range []int{0, 1, 3} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				bubble(t, fault.config(maxRetries), fault.dial, func(t *testing.T, w *world) {
					failed := fault.meet(t, w, &status)
					expect(t, "requests", fault.requests(w), maxRetries+1)
					expect(t, "attempts", failed.Attempts, maxRetries+1)
					expect(t, "transient", failed.IsTransient(), true)
				})
			})
		}
	}
}

func TestRead_NotRetried(t *testing.T) {
	t.Parallel()
	for name, fault := range lasting {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble(t, retries(3), nil, func(t *testing.T, w *world) {
				failed := fault.meet(t, w, &status)
				expect(t, "requests", fault.requests(w), 1)
				expect(t, "attempts", failed.Attempts, 1)
				expect(t, "transient", failed.IsTransient(), false)
				expect(t, "time", w.elapsed(), 0)
			})
		})
	}
}

func TestRead_Recovers(t *testing.T) {
	t.Parallel()
	for name, fault := range passing {
		if fault.dial != nil {
			continue // see TestWrite_RetriedUnlessSent
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble(t, retries(2), nil, func(t *testing.T, w *world) {
				w.Script(status.Path, fault.step, fault.step)
				got, err := call(t.Context(), w.client, &status)
				if err != nil {
					t.Fatal(err)
				}
				expect(t, "statut", *got.statut, "Delivered")
			})
		})
	}
}

// TestRead_LastErrorKept proves that the error is that of the last attempt.
func TestRead_LastErrorKept(t *testing.T) {
	t.Parallel()
	bubble(t, retries(2), nil, func(t *testing.T, w *world) {
		w.Script(status.Path, simulator.Step{Status: 500}, simulator.Step{Drop: simulator.DropDuring}, simulator.Step{Status: 503})
		failed := failure(t.Context(), t, w.client, &status)
		expect(t, "HTTP status", failed.HTTPStatus, 503)
		w.Script(status.Path, simulator.Step{Status: 500}, simulator.Step{Body: `{"success": false, "code": 4}`})
		failed = failure(t.Context(), t, w.client, &status)
		expect(t, "not found", failed.IsNotFound(), true)
		expect(t, "attempts", failed.Attempts, 2)
	})
}

// TestRead_BoundedByContext also keeps what the attempt before the end met.
func TestRead_BoundedByContext(t *testing.T) {
	t.Parallel()
	bubble(t, retries(100), nil, func(t *testing.T, w *world) {
		w.Script(status.Path, simulator.Step{Status: 503, Header: http.Header{"Retry-After": {"2"}}}, always(simulator.Step{Hang: true}))
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		failed := failure(ctx, t, w.client, &status)
		expect(t, "time", w.elapsed(), 3*time.Second)
		expect(t, "requests", len(w.Requests()), 2)
		expect(t, "attempts", failed.Attempts, 2)
		expect(t, "reason", failed.Reason, ReasonCanceled)
		expect(t, "deadline", errors.Is(failed, context.DeadlineExceeded), true)
		expect(t, "detail", failed.Detail, "the time for it ran out; the attempt before failed: message-status: HTTP 503: the answer is empty")
	})
}

// Where the server asks to wait beyond the end, what it said is the error.
func TestRead_NoTimeForPause(t *testing.T) {
	t.Parallel()
	bubble(t, retries(100), nil, func(t *testing.T, w *world) {
		w.Script(status.Path, always(simulator.Step{Status: 429, Header: http.Header{"Retry-After": {"3"}}}))
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		failed := failure(ctx, t, w.client, &status)
		expect(t, "time", w.elapsed(), 0)
		expect(t, "rate limited", failed.IsRateLimited(), true)
		expect(t, "pause", failed.RetryAfter, 3*time.Second)
	})
}

// TestCancel proves that an interrupt ends a call at once, wherever it is.
func TestCancel(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		step   simulator.Step
		detail string
	}{
		"in a request": {simulator.Step{Hang: true}, "interrupted"},
		"in a pause": {
			simulator.Step{Status: 503, Header: http.Header{"Retry-After": {"30"}}},
			"interrupted; the attempt before failed: message-status: HTTP 503: the answer is empty",
		},
	} {
		for _, cause := range []error{nil, errors.New("the engine stopped")} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				bubble(t, retries(5), nil, func(t *testing.T, w *world) {
					w.Script(status.Path, always(test.step))
					ctx, cancel := context.WithCancelCause(t.Context())
					go func() { time.Sleep(3 * time.Second); cancel(cause) }()
					failed := failure(ctx, t, w.client, &status)
					expect(t, "time", w.elapsed(), 3*time.Second)
					expect(t, "canceled", errors.Is(failed, context.Canceled), true)
					expect(t, "reason", failed.Reason, ReasonCanceled)
					expect(t, "detail", failed.Detail, test.detail)
					expect(t, "transient", failed.IsTransient(), false)
					expect(t, "sent", failed.Sent, true)
					expect(t, "requests", len(w.Requests()), 1)
				})
			})
		}
	}
}

func TestCancel_Before(t *testing.T) {
	t.Parallel()
	bubble(t, retries(5), nil, func(t *testing.T, w *world) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		failed := failure(ctx, t, w.client, &status)
		expect(t, "canceled", errors.Is(failed, context.Canceled), true)
		expect(t, "sent", failed.Sent, false)
		expect(t, "requests", len(w.Requests()), 0)
	})
}
