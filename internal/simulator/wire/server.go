package wire

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

// Server is a product on a listener.
type Server struct {
	// URL is the base URL: what a client takes as base URL.
	URL string

	http   *http.Server
	done   chan struct{}
	failed error
	open   sync.WaitGroup

	stopWebhooks func()
	webhooks     sync.WaitGroup
}

// Listen serves the product on a loopback address, such as 127.0.0.1:0. Other
// addresses are refused: whatever the account's key, it is an open door.
func (a *API) Listen(ctx context.Context, address string) (*Server, error) {
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
	return a.Serve(l), nil //nolint:contextcheck // The context is that of listening; the server ends with Close.
}

// Serve serves the product on a listener, and calls the webhooks that are due,
// until [Server.Close].
func (a *API) Serve(l net.Listener) *Server {
	server := &Server{URL: "http://" + l.Addr().String() + BasePath, done: make(chan struct{})}
	server.http = &http.Server{
		Handler:           a,
		ReadHeaderTimeout: 10 * time.Second,
		ErrorLog:          log.New(io.Discard, "", 0),
		ConnState: func(_ net.Conn, state http.ConnState) {
			switch state {
			case http.StateNew:
				a.connections.Add(1)
				server.open.Add(1)
			case http.StateClosed, http.StateHijacked:
				server.open.Done()
			case http.StateActive, http.StateIdle:
			}
		},
	}
	ctx, stop := context.WithCancel(context.Background())
	server.stopWebhooks = stop
	server.webhooks.Go(func() { a.callWebhooks(ctx) })
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
