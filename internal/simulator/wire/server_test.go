package wire

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
)

func TestListen_RefusesOtherAddresses(t *testing.T) {
	t.Parallel()
	s := New(Product{}, Options{})
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
	server := New(Product{}, Options{}).Serve(broken{})
	<-server.Done()
	if err := server.Close(); !errors.Is(err, io.ErrNoProgress) {
		t.Errorf("Close returned %v", err)
	}
}

func TestPipe(t *testing.T) {
	t.Parallel()
	server, dial := New(Product{}, Options{}).Pipe()
	expect(t, "base URL", server.URL, "http://127.0.0.1:1/v1")
	if err := server.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := dial(t.Context(), "tcp", "x"); !errors.Is(err, net.ErrClosed) {
		t.Errorf("a closed pipe dials with %v", err)
	}
	_, dial = NewPipe()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := dial(ctx, "tcp", "x"); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled dial returns %v", err)
	}
}
