package sending_test

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// gate stands before a simulator: what is sent goes through, but the answer waits
// until the gate opens.
type gate struct {
	account *acctest.Account
	opened  chan struct{}
	open    func()
	// gone gets each client that does not wait for its answer.
	gone chan struct{}
}

func newGate(t *testing.T, a *acctest.Account) *gate {
	t.Helper()
	g := &gate{account: a, opened: make(chan struct{}), gone: make(chan struct{}, 1)}
	g.open = sync.OnceFunc(func() { close(g.opened) })
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer := httptest.NewRecorder()
		a.ServeHTTP(answer, r)
		if r.Method == http.MethodPost {
			select {
			case <-g.opened:
			case <-r.Context().Done():
				g.gone <- struct{}{}
				return
			}
		}
		maps.Copy(w.Header(), answer.Header())
		w.WriteHeader(answer.Code)
		_, _ = w.Write(answer.Body.Bytes())
	}))
	t.Cleanup(server.Close)
	t.Cleanup(g.open)
	a.BaseURL = server.URL + simulator.BasePath
	return g
}

// await returns once a send is at the gate.
func (g *gate) await(t *testing.T) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if err := g.account.Await(ctx, 1, "send"); err != nil {
		t.Fatal(err)
	}
}

// tagOf is the tag in the request to send with this index.
func tagOf(t *testing.T, a *acctest.Account, i int) string {
	t.Helper()
	requests := a.Requests("send")
	if len(requests) <= i {
		t.Fatalf("%d requests to send", len(requests))
	}
	var body struct{ Tag string }
	if err := json.Unmarshal(requests[i].Body, &body); err != nil {
		t.Fatal(err)
	}
	return body.Tag
}
