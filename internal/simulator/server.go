package simulator

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"time"
)

// Server is a simulator on a listener.
type Server struct {
	// URL is the base URL: what a provider takes as base_url.
	URL string

	http   *http.Server
	done   chan struct{}
	failed error
	open   sync.WaitGroup

	stopWebhooks func()
	webhooks     sync.WaitGroup
}

// Listen serves the simulator on a loopback address, such as 127.0.0.1:0. Other
// addresses are refused: whatever the account's key, it is an open door.
func (s *Simulator) Listen(ctx context.Context, address string) (*Server, error) {
	resolved, err := net.ResolveTCPAddr("tcp", address)
	if err != nil {
		return nil, fmt.Errorf("resolve the address to listen on: %w", err)
	}
	if !resolved.IP.IsLoopback() {
		return nil, fmt.Errorf("only loopback addresses are served, not %q", address)
	}
	var config net.ListenConfig
	l, err := config.Listen(ctx, "tcp", resolved.String())
	if err != nil {
		return nil, fmt.Errorf("listen: %w", err)
	}
	return s.Serve(l), nil //nolint:contextcheck // The context is that of listening; the server ends with Close.
}

// Serve serves the simulator on a listener, and calls the webhooks that are due,
// until [Server.Close].
func (s *Simulator) Serve(l net.Listener) *Server {
	server := &Server{URL: "http://" + l.Addr().String() + BasePath, done: make(chan struct{})}
	server.http = &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 10 * time.Second,
		ErrorLog:          log.New(io.Discard, "", 0),
		ConnState: func(_ net.Conn, state http.ConnState) {
			switch state {
			case http.StateNew:
				s.connections.Add(1)
				server.open.Add(1)
			case http.StateClosed, http.StateHijacked:
				server.open.Done()
			case http.StateActive, http.StateIdle:
			}
		},
	}
	ctx, stop := context.WithCancel(context.Background())
	server.stopWebhooks = stop
	server.webhooks.Go(func() { s.callWebhooks(ctx) })
	go func() {
		defer close(server.done)
		if err := server.http.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			server.failed = err
		}
	}()
	return server
}

// Done is closed when the server no longer accepts connections.
func (s *Server) Done() <-chan struct{} {
	return s.done
}

// Close breaks all connections, which ends what hangs on them, and returns when
// none is left, with the error that ended the server before if there was one.
func (s *Server) Close() error {
	err := s.http.Close()
	<-s.done
	// Again, for a connection that was being accepted meanwhile.
	err = errors.Join(s.failed, err, s.http.Close())
	s.open.Wait()
	s.stopWebhooks()
	s.webhooks.Wait()
	return err
}

// TB is the part of [testing.TB] that [Start] needs.
type TB interface {
	Helper()
	Cleanup(func())
	Context() context.Context
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

// Start serves a new simulator on loopback for the length of a test and returns
// it with its base URL.
func Start(t TB, o Options) (*Simulator, string) {
	t.Helper()
	s := New(o)
	server, err := s.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatalf("start the simulator: %v", err)
	}
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Errorf("stop the simulator: %v", err)
		}
	})
	return s, server.URL
}
