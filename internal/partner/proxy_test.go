package partner

import (
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// TestProxy_Refuses has a proxy answer in the server's place: it is named, and only what
// may pass is tried again.
func TestProxy_Refuses(t *testing.T) {
	t.Parallel()
	for answered, transient := range map[int]bool{204: false, 302: false, 401: false, 403: false, 407: false, 429: true, 502: true, 503: true} {
		for _, class := range []Class{Read, Write} {
			t.Run(http.StatusText(answered), func(t *testing.T) {
				t.Parallel()
				proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					expect(t, "method", r.Method, http.MethodConnect)
					w.Header().Set("Retry-After", "0")
					w.WriteHeader(answered)
				}))
				defer proxy.Close()
				op := status
				op.Class = class
				failed := failure(t.Context(), t, behind(t, proxy, 1), &op)
				host := strings.TrimPrefix(proxy.URL, "http://")
				expect(t, "reason", failed.Reason, ReasonProxy)
				expect(t, "HTTP status", failed.HTTPStatus, answered)
				expect(t, "detail", failed.Detail, "the proxy "+host+" did not connect")
				expect(t, "sent", failed.Sent, false)
				expect(t, "transient", failed.IsTransient(), transient)
				expect(t, "passing", IsPassing(failed), transient)
				expect(t, "retried", failed.Attempts == 2, transient)
				expect(t, "host", failed.Host, "sms.invalid")
			})
		}
	}
}

// behind is a client that goes through a proxy, whose password is told to nobody.
func behind(t *testing.T, proxy *httptest.Server, retries int) *Client {
	t.Helper()
	address, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	address.User = url.UserPassword("user", "secret")
	proxy.Config.ErrorLog = log.New(io.Discard, "", 0)
	return New(Config{
		Product: "SMS Partner", BaseURL: "https://sms.invalid/v1", APIKey: simulator.DefaultAPIKey, MaxRetries: retries,
		RequestTimeout: 10 * time.Second,
		Transport:      &http.Transport{Proxy: http.ProxyURL(address)},
	})
}

// TestProxy_Pause keeps how long a proxy asks to wait.
func TestProxy_Pause(t *testing.T) {
	t.Parallel()
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "120")
		w.WriteHeader(http.StatusServiceUnavailable)
	}))
	defer proxy.Close()
	failed := failure(t.Context(), t, behind(t, proxy, 3), &status)
	expect(t, "pause", failed.RetryAfter, 2*time.Minute)
	expect(t, "attempts", failed.Attempts, 1)
}

// TestProxy_Silent has a proxy end the connection without a word.
func TestProxy_Silent(t *testing.T) {
	t.Parallel()
	proxy := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }))
	defer proxy.Close()
	failed := failure(t.Context(), t, behind(t, proxy, 0), &status)
	expect(t, "reason", failed.Reason, ReasonUnreachable)
	expect(t, "error", failed.Error(), "message-status: the connection was closed before a request could be made")
}
