package partner

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"syscall"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// TestUnreachable is what a person is told when no connection could be made.
func TestUnreachable(t *testing.T) {
	t.Parallel()
	dialing := func(err error) *net.OpError { return &net.OpError{Op: "dial", Net: "tcp", Err: err} }
	for name, test := range map[string]struct {
		err  error
		want string
	}{
		"unknown host": {
			dialing(&net.DNSError{Err: "no such host", Name: "sms.example", IsNotFound: true}),
			`message-status: there is no host named "sms.example"`,
		},
		"failed lookup": {
			dialing(&net.DNSError{Err: "server misbehaving", Name: "sms.example", Server: "192.0.2.53:53"}),
			`message-status: the name "sms.example" could not be looked up: server misbehaving`,
		},
		"proxy that refuses": {
			&net.OpError{Op: "proxyconnect", Net: "tcp", Err: &net.OpError{
				Op: "dial", Net: "tcp", Addr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 9}, Err: syscall.ECONNREFUSED,
			}},
			"message-status: the proxy could not be used: 127.0.0.1:9 refused the connection",
		},
		"refusal without an address": {
			&net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED}, "message-status: dial tcp: connection refused",
		},
		"control characters": {errors.New("proxy: \x1b[31mBAD\nError: fake\u202e"), "message-status: proxy: \ufffd[31mBAD Error: fake\ufffd"},
		"no route":           {dialing(errors.New("no route to host")), "message-status: dial tcp: no route to host"},
		"key in the words": {
			errors.New("proxy: GET /v1/me?apiKey=" + simulator.DefaultAPIKey), "message-status: proxy: GET /v1/me?apiKey=[REDACTED]",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			failing := func(context.Context, int64, simulator.Dial) (net.Conn, error) { return nil, test.err }
			bubble(t, nil, failing, func(t *testing.T, w *world) {
				failed := failure(t.Context(), t, w.client, &status)
				expect(t, "reason", failed.Reason, ReasonUnreachable)
				expect(t, "error", failed.Error(), test.want)
				expect(t, "sent", failed.Sent, false)
			})
		})
	}
}

func TestUntrustedCertificate(t *testing.T) {
	t.Parallel()
	server := httptest.NewUnstartedServer(http.NotFoundHandler())
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	defer server.Close()
	c := New(Config{Product: "SMS Partner", BaseURL: server.URL, MaxRetries: 3})
	for _, class := range []Class{Read, Write} {
		op := status
		op.Class = class
		failed := failure(t.Context(), t, c, &op)
		expect(t, "reason", failed.Reason, ReasonUntrusted)
		expect(t, "attempts", failed.Attempts, 1)
		expect(t, "sent", failed.Sent, false)
		expect(t, "transient", failed.IsTransient(), false)
		expectContains(t, "error", failed.Error(), "certificate signed by unknown authority")
	}
}

// TestTimeout bounds each attempt by itself, from dialing to the last byte.
func TestTimeout(t *testing.T) {
	t.Parallel()
	stuck := func(context.Context, int64, simulator.Dial) (net.Conn, error) {
		time.Sleep(6 * time.Second)
		return nil, net.ErrClosed
	}
	for name, test := range map[string]struct {
		step simulator.Step
		dial dialer
		want string
	}{
		"no answer":       {step: simulator.Step{Hang: true}, want: "message-status: no complete answer within 5s"},
		"late answer":     {step: simulator.Step{Delay: 6 * time.Second, Body: delivered}, want: "message-status: no complete answer within 5s"},
		"no connection":   {dial: stuck, want: "message-status: nothing answered within 5s"},
		"unfinished body": {dial: afterHeaders(6 * time.Second), want: "message-status: no complete answer within 5s"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			change := func(c *Config) { c.RequestTimeout = 5 * time.Second }
			bubble(t, change, test.dial, func(t *testing.T, w *world) {
				w.Script(status.Path, always(test.step))
				failed := failure(t.Context(), t, w.client, &status)
				expect(t, "error", failed.Error(), test.want)
				expect(t, "transient", failed.IsTransient(), true)
				expect(t, "time", w.elapsed(), 5*time.Second)
			})
		})
	}
}

// afterHeaders is a dialer to a server that waits between the headers and the
// body of its answer.
func afterHeaders(pause time.Duration) dialer {
	return func(context.Context, int64, simulator.Dial) (net.Conn, error) {
		ours, theirs := net.Pipe()
		go func() {
			_, _ = theirs.Read(make([]byte, 4096))
			_, _ = io.WriteString(theirs, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")
			time.Sleep(pause)
			_ = theirs.Close()
		}()
		return ours, nil
	}
}
