package wire

import (
	"context"
	"net"
	"sync"
)

// Dial opens a connection, as [net/http.Transport] wants it.
type Dial func(ctx context.Context, network, address string) (net.Conn, error)

// Pipe serves the product in memory, see [NewPipe].
func (a *API) Pipe() (*Server, Dial) {
	l, dial := NewPipe()
	return a.Serve(l), dial
}

// NewPipe returns a listener in memory. A client whose transport dials with the
// returned function reaches it, whatever the address. Unlike a socket, this
// works under the fake clock of [testing/synctest].
func NewPipe() (net.Listener, Dial) {
	l := &pipeListener{accepted: make(chan net.Conn), closed: make(chan struct{})}
	return l, l.dial
}

type pipeListener struct {
	accepted chan net.Conn
	closed   chan struct{}
	once     sync.Once
}

func (l *pipeListener) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	client, server := net.Pipe()
	select {
	case l.accepted <- server:
		return client, nil
	case <-l.closed:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (l *pipeListener) Accept() (net.Conn, error) {
	select {
	case c := <-l.accepted:
		return c, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

func (l *pipeListener) Close() error {
	l.once.Do(func() { close(l.closed) })
	return nil
}

// Addr is on loopback, where plain http is allowed, and nothing listens there.
func (l *pipeListener) Addr() net.Addr {
	return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 1}
}
