package mail

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

func get(t *testing.T, a *Account, path string) string {
	t.Helper()
	w := httptest.NewRecorder()
	a.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, wire.BasePath+path, nil))
	return strings.Join(strings.Fields(w.Body.String()), " ")
}

func TestMe(t *testing.T) {
	t.Parallel()
	a := New(Options{Options: wire.Options{APIKey: "k"}})
	a.SetCredits(Credits{Username: "u@example.com", Mails: 3, Balance: "0.5", Currency: "USD"})
	for _, test := range []struct{ path, want string }{
		{"/me?apiKey=k", `{ "success": true, "code": 200, "user": { "username": "u@example.com" }, ` +
			`"credits": { "creditMail": 3, "currency": "USD", "balance": "0.5" } }`},
		{"/me?apiKey=k&_format=xml", `<![CDATA[0.5]]>`},
		{"/me?apiKey=wrong", `{ "success": false, "code": 10, "message": "Clé API incorrecte" }`},
		{"/me", `{ "success": false, "code": 1, "message": "La Clé API est requise" }`},
	} {
		if body := get(t, a, test.path); !strings.Contains(body, test.want) {
			t.Errorf("%s is answered with %s, want %s", test.path, body, test.want)
		}
	}
	if got := a.Violations(); len(got) > 0 {
		t.Errorf("violations are %q", got)
	}
}

func TestMe_Rate(t *testing.T) {
	t.Parallel()
	a := New(Options{Options: wire.Options{APIKey: "k", Now: func() time.Time { return time.Unix(0, 0) }}})
	const well = `"code": 200,`
	for n := range 2000 {
		if body := get(t, a, "/me?apiKey=k"); !strings.Contains(body, well) {
			t.Fatalf("call %d is answered with %s", n+1, body)
		}
	}
	if body := get(t, a, "/me?apiKey=k"); !strings.Contains(body, `"success": false, "code": 429,`) {
		t.Errorf("a call too many is answered with %s", body)
	}
	a.Advance(time.Minute)
	if body := get(t, a, "/me?apiKey=k"); !strings.Contains(body, well) {
		t.Errorf("a minute later, a call is answered with %s", body)
	}
}
