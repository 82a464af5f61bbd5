package simulator

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
)

// readDocumented asks a server for the documented message.
func readDocumented(t *testing.T, c *http.Client, baseURL string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, baseURL+"/message-status?"+statusQuery().Encode(), nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := c.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "body", string(body), document(t, "message_status.json"))
}

// spy is a test whose end a test can bring about.
type spy struct {
	*testing.T
	cleanups []func()
}

func (s *spy) Cleanup(f func()) { s.cleanups = append(s.cleanups, f) }

func TestStart(t *testing.T) {
	t.Parallel()
	inner := &spy{T: t}
	s, baseURL := Start(inner, Options{})
	if !strings.HasPrefix(baseURL, "http://127.0.0.1:") || !strings.HasSuffix(baseURL, "/v1") {
		t.Errorf("the base URL is %s", baseURL)
	}
	expect(t, "connections at the start", s.Connections(), 0)
	transport := &http.Transport{}
	c := &http.Client{Transport: transport}
	readDocumented(t, c, baseURL)
	readDocumented(t, c, baseURL)
	expect(t, "connections of one client", s.Connections(), 1)
	transport.CloseIdleConnections()
	readDocumented(t, c, baseURL)
	expect(t, "connections after closing it", s.Connections(), 2)
	transport.CloseIdleConnections()

	expect(t, "cleanups", len(inner.cleanups), 1)
	inner.cleanups[0]()
	var dialer net.Dialer
	address := strings.TrimSuffix(strings.TrimPrefix(baseURL, "http://"), BasePath)
	if conn, err := dialer.DialContext(t.Context(), "tcp", address); err == nil {
		_ = conn.Close()
		t.Error("the server outlives the test")
	}
}

func TestListen_RefusesOtherAddresses(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	for _, address := range []string{":0", "0.0.0.0:0", "[::]:0", "192.0.2.1:0", "127.0.0.1", "127.0.0.1:x"} {
		if server, err := s.Listen(t.Context(), address); err == nil {
			t.Errorf("listens on %q", address)
			_ = server.Close()
		}
	}
	server, err := s.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Listen(t.Context(), strings.TrimSuffix(strings.TrimPrefix(server.URL, "http://"), BasePath)); err == nil {
		t.Error("listens twice on one address")
	}
	if err := server.Close(); err != nil {
		t.Error(err)
	}
}

// broken is a listener that fails at once.
type broken struct{ net.Listener }

func (broken) Accept() (net.Conn, error) { return nil, io.ErrNoProgress }
func (broken) Close() error              { return nil }
func (broken) Addr() net.Addr            { return &net.TCPAddr{} }

func TestServe_BrokenListener(t *testing.T) {
	t.Parallel()
	server := New(Options{}).Serve(broken{})
	<-server.Done()
	if err := server.Close(); !errors.Is(err, io.ErrNoProgress) {
		t.Errorf("Close returned %v", err)
	}
}

func TestPipe(t *testing.T) {
	t.Parallel()
	server, dial := New(Options{}).Pipe()
	expect(t, "base URL", server.URL, "http://127.0.0.1:1/v1")
	if err := server.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := dial(t.Context(), "tcp", "x"); !errors.Is(err, net.ErrClosed) {
		t.Errorf("a closed pipe dials with %v", err)
	}
	l := &pipeListener{accepted: make(chan net.Conn), closed: make(chan struct{})}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.dial(ctx, "tcp", "x"); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled dial returns %v", err)
	}
}
