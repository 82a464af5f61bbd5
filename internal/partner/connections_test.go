package partner

import (
	"sync"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// TestConnections_Reused makes 300 reads in N workers: N connections do.
func TestConnections_Reused(t *testing.T) {
	t.Parallel()
	for _, workers := range []int{1, 10, 100} {
		// The delay has all workers ask before the first is answered.
		bubble(t, nil, nil, func(t *testing.T, w *world) {
			w.Script(status.Path, always(simulator.Step{Process: true, Delay: time.Second}))
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

// TestNew_CopiesTransport proves that clients do not change what they share.
func TestNew_CopiesTransport(t *testing.T) {
	t.Parallel()
	bubble(t, func(c *Config) {
		first, second := New(*c), New(*c)
		if first.reads == second.reads || first.reads == c.Transport || first.writes == c.Transport {
			t.Error("clients share a transport")
		}
		expect(t, "idle connections", c.Transport.MaxIdleConnsPerHost, 0)
		expect(t, "keep-alives disabled", c.Transport.DisableKeepAlives, false)
	}, nil, func(*testing.T, *world) {})
}
