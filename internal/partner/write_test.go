package partner

import (
	"context"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// writes are operations that must never reach the server twice. The vendor
// cancels and deletes with GET.
var writes = map[string]Operation{
	"POST": {Name: "send", Method: http.MethodPost, Path: "/send", Class: Write, Data: "statut", Layout: status.Layout},
	"GET":  {Name: "message-cancel", Method: http.MethodGet, Path: "/message-cancel", Class: Write, Data: "statut", Layout: status.Layout},
}

// TestWrite_SentOnce runs every fault that leaves the outcome open on a fresh
// connection, and on one that an earlier call has used: there net/http would
// repeat a GET by itself.
func TestWrite_SentOnce(t *testing.T) {
	t.Parallel()
	for method, op := range writes {
		for _, faults := range []map[string]fault{passing, lasting} {
			for name, fault := range faults {
				if fault.unsent || fault.step.Status == http.StatusTooManyRequests {
					continue
				}
				for _, before := range []int{0, 3} {
					t.Run(method+" "+name, func(t *testing.T) {
						t.Parallel()
						bubble(t, retries(5), nil, func(t *testing.T, w *world) {
							w.Script(op.Path, always(simulator.Step{Body: delivered}))
							for range before {
								if _, err := call(t.Context(), w.client, &op); err != nil {
									t.Fatal(err)
								}
							}
							failed := fault.meet(t, w, &op)
							expect(t, "requests", len(w.Requests()), before+1)
							expect(t, "attempts", failed.Attempts, 1)
						})
					})
				}
			}
		}
	}
}

// TestWrite_AfterReads proves that a write never takes over a read's
// connection, which may be about to break.
func TestWrite_AfterReads(t *testing.T) {
	t.Parallel()
	for method, op := range writes {
		t.Run(method, func(t *testing.T) {
			t.Parallel()
			bubble(t, retries(5), nil, func(t *testing.T, w *world) {
				if _, err := call(t.Context(), w.client, &status); err != nil {
					t.Fatal(err)
				}
				_ = passing["dropped before"].meet(t, w, &op)
				expect(t, "requests", len(w.Requests(op.Path)), 1)
				expect(t, "connections", w.Connections(), 2)
			})
		})
	}
}

func TestWrite_RetriedUnlessSent(t *testing.T) {
	t.Parallel()
	for method, op := range writes {
		for name, fault := range passing {
			if !fault.unsent {
				continue
			}
			t.Run(method+" "+name, func(t *testing.T) {
				t.Parallel()
				bubble(t, fault.config(2), fault.dial, func(t *testing.T, w *world) {
					failed := fault.meet(t, w, &op)
					expect(t, "connections tried", fault.requests(w), 3)
					expect(t, "attempts", failed.Attempts, 3)
				})
			})
		}
		t.Run(method+", refused twice", func(t *testing.T) {
			t.Parallel()
			bubble(t, retries(2), refuseTwice, func(t *testing.T, w *world) {
				w.Script(op.Path, simulator.Step{Body: delivered})
				if _, err := call(t.Context(), w.client, &op); err != nil {
					t.Fatal(err)
				}
				expect(t, "requests", len(w.Requests()), 1)
			})
		})
	}
}

func refuseTwice(ctx context.Context, number int64, open simulator.Dial) (net.Conn, error) {
	if number <= 2 {
		return refuse(ctx, number, open)
	}
	return open(ctx, "", "")
}

// TestWrite_TooManyRequests is retried: the server says that it did nothing.
func TestWrite_TooManyRequests(t *testing.T) {
	t.Parallel()
	for method, op := range writes {
		t.Run(method, func(t *testing.T) {
			t.Parallel()
			bubble(t, retries(2), nil, func(t *testing.T, w *world) {
				refused := simulator.Step{Status: 429, Header: http.Header{"Retry-After": {"4"}}}
				w.Script(op.Path, refused, refused, simulator.Step{Body: delivered})
				if _, err := call(t.Context(), w.client, &op); err != nil {
					t.Fatal(err)
				}
				expect(t, "requests", len(w.Requests()), 3)
				expect(t, "time", w.elapsed(), 8*time.Second)
				for _, request := range w.Requests() {
					expect(t, "method", request.Method, method)
				}
			})
		})
	}
}

// TestWrite_TooManyRequestsButDone is not retried: what else the answer says is
// that the server did something.
func TestWrite_TooManyRequestsButDone(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		`{"success": true, "statut": "Waiting"}`, `{"success": true}`, `{"success": false, "code": 200}`, `{"code": 200}`,
		`{"success": false, "code": 429, "statut": "Waiting"}`,
	} {
		for method, op := range writes {
			t.Run(method+" "+body, func(t *testing.T) {
				t.Parallel()
				bubble(t, retries(2), nil, func(t *testing.T, w *world) {
					w.Script(op.Path, always(simulator.Step{Status: 429, Body: body}))
					failed := failure(t.Context(), t, w.client, &op)
					expect(t, "requests", len(w.Requests()), 1)
					expect(t, "throttled", failed.IsThrottled(), false)
				})
			})
		}
	}
}
