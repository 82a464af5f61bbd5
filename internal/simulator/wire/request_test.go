package wire

import (
	"net/http"
	"strings"
	"testing"
)

// TestRequests_TooLarge also stands for a body that breaks off: there is
// nothing to answer.
func TestRequests_TooLarge(t *testing.T) {
	t.Parallel()
	a := New(product(Route{Method: http.MethodPost, Path: "/send"}), Options{})
	defer func() {
		expect(t, "panic", recover(), any(http.ErrAbortHandler))
		expect(t, "requests", len(a.Requests()), 0)
	}()
	ask(t, a, http.MethodPost, "/send", strings.Repeat(" ", maxBody+1))
}

// A large body is read to its end, and recorded in part.
func TestRequests_Large(t *testing.T) {
	t.Parallel()
	a := New(product(Route{Method: http.MethodPost, Path: "/send", Parameters: []Parameter{KeyParameter, {Name: "text"}}}), Options{APIKey: "k"})
	body := `{"text": "` + strings.Repeat("x", maxKept) + `", "apiKey": "k"}`
	for _, sent := range []string{body, body[:len(body)-2]} {
		_, answer := ask(t, a, http.MethodPost, "/send", sent)
		expect(t, "success", strings.Contains(answer, `"success": true`), sent == body)
	}
	recorded := a.Requests("/send")[0]
	expect(t, "kept", string(recorded.Body), body[:maxKept])
	expect(t, "room kept", cap(a.requests[0].Body) < len(body), true)
	expect(t, "length", recorded.Length, len(body))
}
