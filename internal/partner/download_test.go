package partner

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// TestDownload has a file, what is none, and what ends too early.
func TestDownload(t *testing.T) {
	t.Parallel()
	op := Operation{Name: "location/file/download", Method: http.MethodGet, Path: "/location/file/download", Class: Write}
	const contradiction = `{"success": true, "code": 34, "message": "Non"}`
	for name, test := range map[string]struct {
		raw    string
		want   string
		reason Reason // where it is no file
	}{
		"text":          {ok("+33600000001\n+33600000002\n"), "+33600000001\n+33600000002\n", 0},
		"JSON":          {ok(`[{"phone": "+33600000001"}]`), `[{"phone": "+33600000001"}]`, 0},
		"JSON, object":  {ok(`{"success": true, "numbers": []}`), `{"success": true, "numbers": []}`, 0},
		"JSON, code":    {ok(`{"success": true, "code": 200, "numbers": []}`), `{"success": true, "code": 200, "numbers": []}`, 0},
		"empty":         {ok(""), "", ReasonIncomplete},
		"sign-in page":  {ok("<html>Sign in"), "", ReasonUnreadable},
		"gateway":       {ok(degraded), "", ReasonUnreadable},
		"code alone":    {ok(`{"code": 404, "message": "Non"}`), "", ReasonVendor},
		"long":          {ok(strings.Repeat("0123456789", 20_000)), strings.Repeat("0123456789", 20_000), 0},
		"refusal":       {ok(`{"success": false, "code": 34, "message": "d\u00e9j\u00e0 utilis\u00e9"}`), "", ReasonVendor},
		"success false": {ok(`{"success": false}`), "", ReasonIncomplete},
		"contradiction": {ok(contradiction), "", ReasonIncomplete},
		"success alone": {ok(`{"success": true}`), "", ReasonUnreadable},
		"HTML, 502":     {"HTTP/1.1 502 Bad\r\n\r\n<html>", "", ReasonStatus},
		"redirect":      {"HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n", "", ReasonRedirect},
		"broken off":    {"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + strings.Repeat("0", 90_000), "", ReasonDropped},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble(t, nil, says(test.raw), func(t *testing.T, w *world) {
				var file strings.Builder
				n, err := Download(t.Context(), w.client, &op, nil, &file)
				if err == nil {
					expect(t, "file", file.String(), test.want)
					expect(t, "bytes", n, int64(len(test.want)))
					expect(t, "no file", test.reason, 0)
					return
				}
				failed, _ := err.(*Error) //nolint:errorlint // it is not wrapped
				expect(t, "reason", failed.Reason, test.reason)
				expect(t, "bytes", n, int64(file.Len()))
				if name == "broken off" && file.Len() == 0 {
					t.Error("the bytes that came are lost")
				}
				if name == "contradiction" {
					expect(t, "kept", file.String(), contradiction)
				}
			})
		})
	}
}

// A file that comes slowly, but comes, is read to its end; what came before a break is kept;
// and a writer that fails is not blamed on the server.
func TestDownload_Slowly(t *testing.T) {
	t.Parallel()
	op := Operation{Name: "location/file/download", Method: http.MethodGet, Path: "/location/file/download", Class: Write}
	slowly := func(context.Context, int64, simulator.Dial) (net.Conn, error) {
		ours, theirs := net.Pipe()
		go func() {
			defer theirs.Close() //nolint:errcheck // the end of the exchange
			if _, err := http.ReadRequest(bufio.NewReader(theirs)); err != nil {
				return
			}
			_, _ = io.WriteString(theirs, "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n")
			for range 3 {
				time.Sleep(8 * time.Second)
				_, _ = io.WriteString(theirs, "+33600000\n")
			}
		}()
		return ours, nil
	}
	bubble(t, nil, slowly, func(t *testing.T, w *world) {
		var file strings.Builder
		n, err := Download(t.Context(), w.client, &op, nil, &file)
		expectContains(t, "error", fmt.Sprint(err), "the connection broke")
		expect(t, "bytes", n, int64(30))
		expect(t, "file", file.String(), strings.Repeat("+33600000\n", 3))
	})
	full := errors.New("no space left")
	bubble(t, nil, says(ok("+33600000001")), func(t *testing.T, w *world) {
		_, err := Download(t.Context(), w.client, &op, nil, failing{full})
		expect(t, "error", err, full)
	})
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// TestDownload_Stalls ends a file of which nothing more comes, and no other.
func TestDownload_Stalls(t *testing.T) {
	t.Parallel()
	op := Operation{Name: "location/file/download", Method: http.MethodGet, Path: "/location/file/download", Class: Write}
	silent := func(context.Context, int64, simulator.Dial) (net.Conn, error) {
		ours, theirs := net.Pipe()
		go func() { _, _ = io.Copy(io.Discard, theirs) }()
		return ours, nil
	}
	bubble(t, nil, silent, func(t *testing.T, w *world) {
		_, err := Download(t.Context(), w.client, &op, nil, &strings.Builder{})
		expectContains(t, "error", err.Error(), "no part of the file came within 10s")
		expect(t, "time", w.elapsed(), w.client.config.RequestTimeout)
	})
}

// TestDownload_NoConnection ends a download that never began, and says so.
func TestDownload_NoConnection(t *testing.T) {
	t.Parallel()
	op := Operation{Name: "location/file/download", Method: http.MethodGet, Path: "/location/file/download", Class: Write}
	refuse := func(context.Context, int64, simulator.Dial) (net.Conn, error) { return nil, errors.New("refused") }
	bubble(t, nil, refuse, func(t *testing.T, w *world) {
		_, err := Download(t.Context(), w.client, &op, nil, &strings.Builder{})
		failed, _ := err.(*Error) //nolint:errorlint // it is not wrapped
		expect(t, "reason", failed.Reason, ReasonUnreachable)
		expect(t, "sent", failed.Sent, false)
	})
}
