package wire

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// product is one whose routes answer a success, and whose account is in order.
func product(routes ...Route) Product {
	for i := range routes {
		routes[i].Handle = func(*Call) (Object, *Failure) { return Success(), nil }
	}
	return Product{
		Routes: routes,
		Admit:  func(c *Call, handle Handler) (Object, *Failure) { return handle(c) },
	}
}

// ask calls the handler without a network.
func ask(t *testing.T, a *API, method, path, body string) (status int, answer string) {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, BasePath+path, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	w := httptest.NewRecorder()
	a.ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

func get(t *testing.T, a *API, path string) (status int, answer string) {
	t.Helper()
	return ask(t, a, http.MethodGet, path, "")
}

func expect(t *testing.T, what string, got, want any) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

// clock is a clock that stands still until it is moved.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock {
	return &clock{now: time.Date(2026, time.July, 1, 12, 0, 0, 0, Paris)}
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}
