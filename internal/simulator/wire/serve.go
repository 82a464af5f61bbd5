package wire

import (
	"context"
	"net/http"
	"strings"
	"time"
)

// ServeHTTP answers a request to the API. It panics with
// [http.ErrAbortHandler], as a handler does to break a connection, when a
// script says so or when the client has gone.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	request, err := a.receive(w, r)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	x := a.exchange(request)
	started, sent := time.Now(), answer{}
	defer func() { a.log(x, sent, time.Since(started)) }()

	// Before any waiting: a call whose client gives up has been carried out.
	var own answer
	if !x.scripted || x.step.Process {
		own = a.answer(x.call, x.allowed)
	}
	pause(r.Context(), a.options.Latency+x.step.Delay)
	sent = x.send(r.Context(), w, own)
}

// exchange is one request with what was made of it.
type exchange struct {
	request Request
	// call is nil for a request that no route takes; allowed then names the
	// methods of its path.
	call     *Call
	allowed  []string
	step     Step
	scripted bool
	notes    int
}

// exchange records a request and reads it. Scripted requests are checked like
// all others.
func (a *API) exchange(r Request) *exchange {
	x := &exchange{request: r}
	x.step, x.scripted = a.arrived(r)
	route, inPath, allowed := a.route(r.Method, r.Path)
	x.allowed = allowed
	notes := []note{{format: "unknown path"}}
	switch {
	case route != nil && route.Absent:
		notes = nil
	case route != nil:
		x.call = read(&r, route, inPath, a.product.Forms)
		notes = x.call.notes
	case len(allowed) > 0:
		notes = []note{{format: "the method is not " + strings.Join(allowed, " or ")}}
	}
	x.notes = len(notes)
	keys := x.keys(a.options.APIKey)
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, n := range notes {
		a.violations = append(a.violations, r.Method+" "+redact(r.Path, keys...)+": "+n.text(keys...))
	}
	return x
}

// keys are the keys that must not show: the right one and what came for one.
func (x *exchange) keys(right string) []string {
	keys := append([]string{right}, x.request.Query["apiKey"]...)
	if x.call != nil {
		keys = append(keys, x.call.Text("apiKey"))
	}
	return keys
}

// pause waits, but not for a client that has gone.
func pause(ctx context.Context, d time.Duration) {
	if d <= 0 {
		return
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
		panic(http.ErrAbortHandler)
	}
}
