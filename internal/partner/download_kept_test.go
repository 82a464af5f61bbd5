package partner

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// fileOp is a download.
var fileOp = Operation{Name: "location/file/download", Method: http.MethodGet, Path: "/location/file/download", Class: Write}

// An answer that is probably no file may still be the only copy of one: it is written and
// reported. A refusal is reported only.
func TestDownload_Kept(t *testing.T) {
	t.Parallel()
	broken := func(body string) string { return "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + body }
	for name, test := range map[string]struct {
		raw, want string
		reason    Reason // 0 for a file
	}{
		"sign-in page":           {ok("<html>Sign in"), "<html>Sign in", ReasonUnreadable},
		"XML of another":         {ok("<?xml version=\"1.0\"?><numbers/>"), "<?xml version=\"1.0\"?><numbers/>", ReasonUnreadable},
		"gateway":                {ok(degraded), degraded, ReasonUnreadable},
		"success, another code":  {ok(`{"success": true, "code": 34}`), `{"success": true, "code": 34}`, ReasonIncomplete},
		"code 200 and numbers":   {ok(`{"code": 200, "numbers": ["+33600000001"]}`), `{"code": 200, "numbers": ["+33600000001"]}`, ReasonVendor},
		"success and numbers":    {ok(`{"success": true, "code": 200, "numbers": ["+33600000001"]}`), `{"success": true, "code": 200, "numbers": ["+33600000001"]}`, 0},
		"broken in a page":       {broken("<html>Si"), "<html>Si", ReasonDropped},
		"broken in JSON":         {broken(`{"success": fal`), `{"success": fal`, ReasonDropped},
		"broken before a byte":   {broken(""), "", ReasonDropped},
		"blank":                  {ok(" \r\n"), "", ReasonIncomplete},
		"refusal":                {ok(`{"success": false, "code": 34}`), "", ReasonVendor},
		"refusal without words":  {ok(`{"success": false}`), "", ReasonIncomplete},
		"refusal with a list":    {ok(`{"success": false, "numbers": []}`), "", ReasonIncomplete},
		"refusal in XML":         {ok("<result><entry>false</entry><entry>34</entry><entry>Non</entry></result>"), "", ReasonVendor},
		"refusal, then broken":   {broken(`{"success": false, "code": 34}`), "", ReasonDropped},
		"another HTTP status":    {"HTTP/1.1 500 Oops\r\n\r\n+33600000001", "", ReasonStatus},
		"no code of the vendor":  {ok(`{"code": 404, "message": "Non"}`), "", ReasonVendor},
		"redirect with contents": {"HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n+33600000001", "", ReasonRedirect},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble(t, nil, says(test.raw), func(t *testing.T, w *world) {
				var file strings.Builder
				n, err := Download(t.Context(), w.client, &fileOp, nil, &file)
				expect(t, "file", file.String(), test.want)
				expect(t, "bytes", n, int64(len(test.want)))
				failed, _ := errors.AsType[*Error](err)
				if test.reason == 0 {
					expect(t, "error", failed, nil)
					return
				}
				if failed == nil {
					t.Fatal("it passes for a file")
				}
				expect(t, "reason", failed.Reason, test.reason)
			})
		})
	}
}

// A download is asked for again only if the request never left, or was refused for coming
// too soon.
func TestDownload_Attempts(t *testing.T) {
	t.Parallel()
	tooSoon := simulator.Step{Status: 429, Header: http.Header{"Retry-After": {"4"}}}
	file := simulator.Step{Body: "+33600000001\n"}
	for name, test := range map[string]struct {
		steps    []simulator.Step
		dial     dialer
		want     string
		reason   Reason
		requests int
		unknown  bool
	}{
		"429, then a file":     {[]simulator.Step{tooSoon, file}, nil, file.Body, 0, 2, false},
		"429, always":          {[]simulator.Step{always(simulator.Step{Status: 429})}, nil, "", ReasonStatus, 3, false},
		"429, a long pause":    {[]simulator.Step{{Status: 429, Header: http.Header{"Retry-After": {"7200"}}}}, nil, "", ReasonStatus, 1, false},
		"refused twice":        {[]simulator.Step{file}, refuseTwice, file.Body, 0, 1, false},
		"refused":              {nil, refuse, "", ReasonUnreachable, 0, false},
		"dropped":              {[]simulator.Step{{Drop: simulator.DropBefore}}, nil, "", ReasonDropped, 1, true},
		"500":                  {[]simulator.Step{{Status: 500}}, nil, "", ReasonStatus, 1, true},
		"503 with Retry-After": {[]simulator.Step{{Status: 503, Header: http.Header{"Retry-After": {"1"}}}}, nil, "", ReasonStatus, 1, true},
		"no answer":            {[]simulator.Step{{Hang: true}}, nil, "", ReasonTimeout, 1, true},
		"no connection made":   {nil, hangs, "", ReasonUnreachable, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble(t, retries(2), test.dial, func(t *testing.T, w *world) {
				w.Script(fileOp.Path, test.steps...)
				var got strings.Builder
				_, err := Download(t.Context(), w.client, &fileOp, nil, &got)
				expect(t, "file", got.String(), test.want)
				expect(t, "requests", len(w.Requests()), test.requests)
				expect(t, "the outcome is unknown", OutcomeUnknown(err), test.unknown)
				if failed, ok := errors.AsType[*Error](err); ok {
					expect(t, "reason", failed.Reason, test.reason)
				} else if test.want == "" {
					t.Error("it succeeded")
				}
			})
		})
	}
}

// hangs is a dialer that takes longer than an attempt may.
func hangs(context.Context, int64, simulator.Dial) (net.Conn, error) {
	time.Sleep(15 * time.Second)
	return nil, io.EOF
}

// An interrupt before the request leaves ends the call. One after it does not cut off the
// file, which may not come again.
func TestDownload_Interrupted(t *testing.T) {
	t.Parallel()
	half := strings.Repeat("+33600000\n", 10_000)
	slowly := func(interrupt func()) dialer {
		return func(context.Context, int64, simulator.Dial) (net.Conn, error) {
			ours, theirs := net.Pipe()
			go func() {
				defer theirs.Close() //nolint:errcheck // the end of the exchange
				if _, err := http.ReadRequest(bufio.NewReader(theirs)); err != nil {
					return
				}
				_, _ = io.WriteString(theirs, "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n"+half)
				interrupt()
				time.Sleep(5 * time.Second)
				_, _ = io.WriteString(theirs, half)
			}()
			return ours, nil
		}
	}
	ctx, interrupt := context.WithCancel(t.Context())
	bubble(t, nil, slowly(interrupt), func(t *testing.T, w *world) {
		var file strings.Builder
		_, err := Download(ctx, w.client, &fileOp, nil, &file)
		expect(t, "error", err, nil)
		expect(t, "file", file.String(), half+half)
	})
	bubble(t, nil, nil, func(t *testing.T, w *world) {
		_, err := Download(ctx, w.client, &fileOp, nil, &strings.Builder{})
		expect(t, "interrupted", errors.Is(err, context.Canceled), true)
		expect(t, "the outcome is unknown", OutcomeUnknown(err), false)
		expect(t, "requests", len(w.Requests()), 0)
	})
}
