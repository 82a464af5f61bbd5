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
