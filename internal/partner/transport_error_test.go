package partner

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
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
		"closed at once":     {io.EOF, "message-status: the connection was closed before a request could be made"},
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

// TestBroken is what a person is told of an answer that is none, and of one that
// ends too early: only the latter may be better the next time.
func TestBroken(t *testing.T) {
	t.Parallel()
	const (
		compressed = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
		notGzip    = "message-status: the answer says that it is compressed, but can't be decompressed"
		tooLong    = "message-status: the headers of the answer are too long"
		wrong      = "message-status: the answer is not correct HTTP: "
		dropped    = "message-status: the connection broke before the answer was complete"
	)
	packed := zipped(t, delivered)
	damaged := []byte(packed)
	damaged[len(damaged)-8] ^= 1 // in the checksum
	for name, test := range map[string]struct {
		raw    string
		reason Reason
		want   string
	}{
		"text, called compressed":  {compressed + delivered, ReasonUnreadable, notGzip},
		"damaged":                  {compressed + string(damaged), ReasonUnreadable, notGzip},
		"damaged inside":           {compressed + packed[:10] + "\xff" + packed[11:], ReasonUnreadable, notGzip},
		"endless headers":          {"HTTP/1.1 200 OK\r\n" + strings.Repeat("X: "+strings.Repeat("x", 1000)+"\r\n", 12_000), ReasonUnreadable, tooLong},
		"another protocol":         {"SSH-2.0-OpenSSH_9.6\r\n", ReasonUnreadable, wrong + `malformed HTTP response "SSH-2.0-OpenSSH_9.6"`},
		"another protocol, UTF-16": {utf16Text("apiKey="+simulator.DefaultAPIKey) + "\r\n", ReasonUnreadable, wrong + "(no text)"},
		"no status":                {"HTTP/1.1 OK\r\n\r\n", ReasonUnreadable, wrong + `malformed HTTP status code "OK"`},
		"no header":                {"HTTP/1.1 200 OK\r\napiKey=" + simulator.DefaultAPIKey + "\r\n\r\n", ReasonUnreadable, wrong + `malformed MIME header: missing colon: "apiKey=[REDACTED]"`},
		"no length":                {"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", ReasonUnreadable, wrong + `bad Content-Length "x"`},
		"no chunk":                 {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", ReasonUnreadable, wrong + "invalid byte in chunk length"},
		"unknown encoding":         {"HTTP/1.1 200 OK\r\nTransfer-Encoding: x\r\n\r\n", ReasonUnreadable, wrong + `unsupported transfer encoding: "x"`},
		"nothing":                  {"", ReasonDropped, dropped},
		"half the headers":         {"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n", ReasonDropped, dropped},
		"half a body":              {"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", ReasonDropped, dropped},
		"half a compressed body":   {compressed + packed[:len(packed)/2], ReasonDropped, dropped},
	} {
		for _, class := range []Class{Read, Write} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				op := status
				op.Class = class
				bubble(t, retries(1), says(test.raw), func(t *testing.T, w *world) {
					failed := failure(t.Context(), t, w.client, &op)
					expect(t, "error", failed.Error(), test.want)
					expect(t, "reason", failed.Reason, test.reason)
					expect(t, "sent", failed.Sent, true)
					expect(t, "transient", failed.IsTransient(), test.reason == ReasonDropped)
					retried := class == Read && test.reason == ReasonDropped
					expect(t, "retried", failed.Attempts == 2, retried)
				})
			})
		}
	}
}

// TestBroken_Cause proves that what broke a connection is told where it is more
// than its end.
func TestBroken_Cause(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		err  error
		want string
	}{
		"reset":  {&net.OpError{Op: "read", Net: "tcp", Err: syscall.ECONNRESET}, ""},
		"no way": {&net.OpError{Op: "read", Net: "tcp", Err: syscall.EHOSTUNREACH}, ": read tcp: no route to host"},
		"NUL":    {errors.New("proxy: \x00k\x00e\x00y"), ": (no text)"},
		"words":  {errors.New("proxy: \x1b[31mapiKey=" + simulator.DefaultAPIKey), ": proxy: \ufffd[31mapiKey=[REDACTED]"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			failing := func(ctx context.Context, _ int64, open simulator.Dial) (net.Conn, error) {
				conn, err := open(ctx, "", "")
				return failingConn{conn, test.err}, err
			}
			bubble(t, nil, failing, func(t *testing.T, w *world) {
				failed := failure(t.Context(), t, w.client, &status)
				expect(t, "reason", failed.Reason, ReasonDropped)
				expect(t, "error", failed.Error(), "message-status: the connection broke before the answer was complete"+test.want)
			})
		})
	}
}

// failingConn fails when it is read.
type failingConn struct {
	net.Conn
	err error
}

func (c failingConn) Read([]byte) (int, error) { return 0, c.err }

func zipped(t *testing.T, text string) string {
	t.Helper()
	var b strings.Builder
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
