package sms

import (
	"encoding/json"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// query are the parameters of a call with the right key; pairs are added, and
// an empty value removes one.
func query(pairs ...string) url.Values {
	q := url.Values{"apiKey": {wire.DefaultAPIKey}}
	for pair := range slices.Chunk(pairs, 2) {
		q.Set(pair[0], pair[1])
		if pair[1] == "" {
			q.Del(pair[0])
		}
	}
	return q
}

// statusQuery asks for the documented message.
func statusQuery(pairs ...string) url.Values {
	return query(append([]string{"messageId", "1111", "phoneNumber", "0600000000"}, pairs...)...)
}

// ask calls the handler without a network.
func ask(t *testing.T, s *Account, method, target, body string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, target, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func get(t *testing.T, s *Account, path string, q url.Values) (status int, body string) {
	t.Helper()
	w := ask(t, s, http.MethodGet, path+"?"+q.Encode(), "")
	return w.Code, w.Body.String()
}

func post(t *testing.T, s *Account, path, body string) (status int, answer string) {
	t.Helper()
	w := ask(t, s, http.MethodPost, path, body)
	return w.Code, w.Body.String()
}

// fields decodes an answer; numbers keep their spelling.
func fields(t *testing.T, body string) map[string]any {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(body))
	d.UseNumber()
	var m map[string]any
	if err := d.Decode(&m); err != nil {
		t.Fatalf("%v in %q", err, body)
	}
	return m
}

func expect(t *testing.T, what string, got, want any) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

func expectNoViolations(t *testing.T, s *Account) {
	t.Helper()
	if v := s.Violations(); len(v) > 0 {
		t.Errorf("unexpected violations: %q", v)
	}
}

// document reads a file of testdata without its last line break.
func document(t *testing.T, name string) string {
	t.Helper()
	b, err := fs.ReadFile(os.DirFS("testdata"), name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(string(b), "\n")
}

// clock is a clock that stands still until it is moved.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock {
	return &clock{now: time.Date(2026, time.July, 1, 12, 0, 0, 0, wire.Paris)}
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
