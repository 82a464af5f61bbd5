package partner

import (
	"bufio"
	"crypto/tls"
	"encoding/binary"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// offering starts a server that offers HTTP/2 and HTTP/1.1, and returns it with a
// transport that trusts it and would take HTTP/2.
func offering(t *testing.T, handler http.Handler) (*httptest.Server, *http.Transport) {
	t.Helper()
	server := httptest.NewUnstartedServer(handler)
	server.EnableHTTP2 = true
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	t.Cleanup(server.Close)
	transport, ok := server.Client().Transport.(*http.Transport)
	if !ok {
		t.Fatal("the test server's client has another transport")
	}
	return server, transport
}

func clientOf(url string, transport *http.Transport) *Client {
	return New(Config{
		Product: "SMS Partner", BaseURL: url + simulator.BasePath, APIKey: plainKey,
		RequestTimeout: 30 * time.Second, Transport: transport,
	})
}

// TestWrite_OverHTTP1 asks a server that offers HTTP/2: reads take it, writes do
// not.
func TestWrite_OverHTTP1(t *testing.T) {
	t.Parallel()
	for method, op := range writes {
		t.Run(method, func(t *testing.T) {
			t.Parallel()
			var protocol atomic.Int64
			server, transport := offering(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				protocol.Store(int64(r.ProtoMajor))
				_, _ = io.WriteString(w, delivered)
			}))
			client := clientOf(server.URL, transport)
			for _, ask := range []struct {
				op   *Operation
				want int64
			}{{&status, 2}, {&op, 1}, {&status, 2}} {
				if _, err := call(t.Context(), client, ask.op); err != nil {
					t.Fatal(err)
				}
				expect(t, ask.op.Name+" protocol", protocol.Load(), ask.want)
			}
		})
	}
}

// TestWrite_ResetIsNotRepeated sends to a server that takes each request whole
// and then resets it, in a way after which HTTP/2 has net/http send it again.
func TestWrite_ResetIsNotRepeated(t *testing.T) {
	t.Parallel()
	for method, op := range writes {
		t.Run(method, func(t *testing.T) {
			t.Parallel()
			trusted, transport := offering(t, http.NotFoundHandler())
			listener, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{
				MinVersion: tls.VersionTLS12, Certificates: trusted.TLS.Certificates, NextProtos: []string{"h2", "http/1.1"},
			})
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = listener.Close() }()
			var requests atomic.Int64
			go resetAll(listener, &requests)
			failed := failure(t.Context(), t, clientOf("https://"+listener.Addr().String(), transport), &op)
			expect(t, "reason", failed.Reason, ReasonDropped)
			expect(t, "requests", requests.Load(), 1)
		})
	}
}

// TestWrite_BodyCannotBeSentAgain keeps from net/http what it would repeat a
// request with.
func TestWrite_BodyCannotBeSentAgain(t *testing.T) {
	t.Parallel()
	for method, op := range writes {
		d, failed := New(Config{}).draft(t.Context(), &op, nil)
		if failed != nil {
			t.Fatal(failed)
		}
		from, err := d.body.reader()
		if err != nil {
			t.Fatal(err)
		}
		req, err := d.request(t.Context(), from)
		if err != nil {
			t.Fatal(err)
		}
		if req.GetBody != nil {
			t.Errorf("%s: net/http can send the body again", method)
		}
	}
}

func resetAll(listener net.Listener, requests *atomic.Int64) {
	for {
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		secure, ok := conn.(*tls.Conn)
		if !ok || secure.Handshake() != nil { //nolint:noctx // it ends with the test
			continue
		}
		go func() {
			defer func() { _ = secure.Close() }()
			if secure.ConnectionState().NegotiatedProtocol == "h2" {
				resetStreams(secure, requests)
				return
			}
			if req, err := http.ReadRequest(bufio.NewReader(secure)); err == nil {
				_, _ = io.Copy(io.Discard, req.Body)
				requests.Add(1)
			}
		}()
	}
}

// resetStreams reads HTTP/2 by hand, as no server library resets a request that
// it has read (RFC 9113, section 6).
func resetStreams(conn io.ReadWriter, requests *atomic.Int64) {
	const (
		preface                        = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
		data, headers, reset, settings = 0, 1, 3, 4
		ended, acknowledged            = 1, 1
		refusedStream                  = 7
	)
	frame := func(kind, flags byte, stream uint32, payload []byte) error {
		head := binary.BigEndian.AppendUint32(nil, uint32(len(payload))<<8|uint32(kind)) //nolint:gosec // 4 bytes at most
		head = binary.BigEndian.AppendUint32(append(head, flags), stream)
		_, err := conn.Write(append(head, payload...))
		return err
	}
	_, err := io.CopyN(io.Discard, conn, int64(len(preface)))
	err = errors.Join(err, frame(settings, 0, 0, nil))
	for err == nil {
		var head [9]byte
		if _, err = io.ReadFull(conn, head[:]); err != nil {
			return
		}
		length := binary.BigEndian.Uint32(head[:4]) >> 8
		if _, err = io.CopyN(io.Discard, conn, int64(length)); err != nil {
			return
		}
		kind, flags := head[3], head[4]
		switch {
		case kind == settings && flags&acknowledged == 0:
			err = frame(settings, acknowledged, 0, nil)
		case (kind == headers || kind == data) && flags&ended != 0:
			requests.Add(1)
			err = frame(reset, 0, binary.BigEndian.Uint32(head[5:]), binary.BigEndian.AppendUint32(nil, refusedStream))
		}
	}
}
