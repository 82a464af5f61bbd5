package partner

import (
	"context"
	"net"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// slowDials makes each connection take another time than the one before, so that
// some reads could have another's while their own is being made.
func slowDials(c *Config) {
	dial := c.Transport.DialContext
	var dials atomic.Int64
	c.Transport.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		<-time.After(time.Duration(dials.Add(1)%7) * 40 * time.Millisecond)
		return dial(ctx, network, address)
	}
}

// TestConnections_Reused makes 300 reads in N workers: N connections do.
func TestConnections_Reused(t *testing.T) {
	t.Parallel()
	for _, workers := range []int{1, 10, 100} {
		// The delay has all workers ask before the last is answered.
		bubble(t, slowDials, nil, func(t *testing.T, w *world) {
			w.Script(status.Path, always(simulator.Step{Process: true, Delay: 50 * time.Millisecond}))
			calls := make(chan struct{}, 300)
			for range cap(calls) {
				calls <- struct{}{}
			}
			close(calls)
			var group sync.WaitGroup
			for range workers {
				group.Go(func() {
					for range calls {
						if _, err := call(t.Context(), w.client, &status); err != nil {
							t.Error(err)
						}
					}
				})
			}
			group.Wait()
			expect(t, "requests", len(w.Requests()), 300)
			expect(t, "connections", w.Connections(), workers)
		})
	}
}

// TestConnections_AfterFailures proves that an answer that is an error leaves
// its connection to the next call.
func TestConnections_AfterFailures(t *testing.T) {
	t.Parallel()
	bubble(t, nil, nil, func(t *testing.T, w *world) {
		for _, step := range []simulator.Step{
			{Status: 503, Body: "<html>"}, {Status: 302}, {Body: "{"}, {Body: `{"success": false, "code": 4}`},
		} {
			w.Script(status.Path, step)
			_ = failure(t.Context(), t, w.client, &status)
		}
		expect(t, "requests", len(w.Requests()), 4)
		expect(t, "connections", w.Connections(), 1)
	})
}

// TestConnections_LateDial proves that a connection which is made when its read
// has failed is not kept beside that of the reads to come.
func TestConnections_LateDial(t *testing.T) {
	t.Parallel()
	var open atomic.Int64
	lateOnce := func(ctx context.Context, number int64, dial simulator.Dial) (net.Conn, error) {
		if number == 1 {
			<-time.After(30 * time.Second)
			ctx = context.WithoutCancel(ctx)
		}
		conn, err := dial(ctx, "", "")
		open.Add(1)
		return &closingConn{Conn: conn, closed: sync.OnceFunc(func() { open.Add(-1) })}, err
	}
	bubble(t, nil, lateOnce, func(t *testing.T, w *world) {
		expect(t, "reason", failure(t.Context(), t, w.client, &status).Reason, ReasonUnreachable)
		failedAt := w.elapsed()
		for range 3 {
			if _, err := call(t.Context(), w.client, &status); err != nil {
				t.Fatal(err)
			}
			expect(t, "waited for the late connection", w.elapsed()-failedAt, 0)
		}
		<-time.After(25 * time.Second) // the simulator closes what is idle for 30 seconds
		expect(t, "connections made", w.dials.Load(), 2)
		expect(t, "connections open", open.Load(), 1)
	})
}

// closingConn tells when it is closed.
type closingConn struct {
	net.Conn
	closed func()
}

func (c *closingConn) Close() error {
	c.closed()
	return c.Conn.Close()
}

// TestNew_CopiesTransport proves that clients do not change what they share.
func TestNew_CopiesTransport(t *testing.T) {
	t.Parallel()
	bubble(t, func(c *Config) {
		first, second := New(*c), New(*c)
		if first.reads.take() == second.reads.take() || first.reads.take() == c.Transport || first.writes == c.Transport {
			t.Error("clients share a transport")
		}
		expect(t, "keep-alives disabled", c.Transport.DisableKeepAlives, false)
	}, nil, func(*testing.T, *world) {})
}
