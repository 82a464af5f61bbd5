package voice

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const key = "aB3d-Ef5h-Jk7m"

func get(t *testing.T, a *Account, path string) (status int, body string) {
	t.Helper()
	w := httptest.NewRecorder()
	a.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, wire.BasePath+path, nil))
	return w.Code, strings.Join(strings.Fields(w.Body.String()), " ")
}

func TestMe(t *testing.T) {
	t.Parallel()
	a := New(Options{Options: wire.Options{APIKey: key}})
	a.SetCredits(Credits{
		Balance: "1.5", Currency: "EUR",
		Mobile: SpeechTime{Hours: 1, Minutes: 2, Seconds: 66}, Landline: SpeechTime{Seconds: 3}, Deposits: 4,
	})
	for path, want := range map[string]string{
		"/me/" + key: `{ "success": true, "credit": "1.5", "currency": "EUR", "details": { "tts": { "h": 1, "m": 2, "s": 66 }, ` +
			`"tts_fixe": { "h": 0, "m": 0, "s": 3 }, "voice": { "message": 4 } } }`,
		"/me/" + key + "?_format=xml": `<![CDATA[1.5]]>`,
		"/me/wrong":                   `{ "success": false, "code": 10, "message": "Clé API incorrecte" }`,
		"/me?apiKey=" + key:           "404 Not Found",
	} {
		if _, body := get(t, a, path); !strings.Contains(body, want) {
			t.Errorf("%s is answered with %s, want %s", path, body, want)
		}
	}
	if got, want := a.Violations(), "GET /v1/me: unknown path"; len(got) != 1 || got[0] != want {
		t.Errorf("violations are %q, want %q", got, want)
	}
}

func TestMe_Rate(t *testing.T) {
	t.Parallel()
	a := New(Options{Options: wire.Options{APIKey: key, Now: func() time.Time { return time.Unix(0, 0) }}})
	for n := range 6 {
		want := http.StatusOK
		if n == 5 {
			want = http.StatusTooManyRequests
		}
		if status, _ := get(t, a, "/me/"+key); status != want {
			t.Errorf("call %d is answered with %d", n+1, status)
		}
	}
	a.Advance(time.Minute)
	if status, _ := get(t, a, "/me/"+key); status != http.StatusOK {
		t.Errorf("a minute later, a call is answered with %d", status)
	}
}
