package voice

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const (
	number  = "+33600000001"
	numbers = "+33600000001,0600000002"
)

// noon is when the clock of [atNoon] stands.
var noon = time.Date(2030, time.February, 1, 12, 0, 0, 0, wire.Paris)

// atNoon is an account whose clock stands, but for [wire.API.Advance].
func atNoon(v Variant) *Account {
	return New(Options{Options: wire.Options{APIKey: key, Now: func() time.Time { return noon }}, Variant: v})
}

// ask calls the handler without a network.
func ask(t *testing.T, a *Account, method, path, body string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, wire.BasePath+path, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	w := httptest.NewRecorder()
	a.ServeHTTP(w, r)
	return w
}

// members are those of a body, with pairs that are added. An empty text removes one.
func members(of map[string]any, pairs ...any) string {
	all := maps.Clone(of)
	for pair := range slices.Chunk(pairs, 2) {
		name, _ := pair[0].(string)
		all[name] = pair[1]
		if pair[1] == "" {
			delete(all, name)
		}
	}
	b, err := json.Marshal(all)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// deposit asks for the documented voice message, with changes.
func deposit(t *testing.T, a *Account, pairs ...any) (status int, body string) {
	t.Helper()
	w := ask(t, a, http.MethodPost, string(Deposit), members(map[string]any{
		"apiKey": key, "tokenAudio": audioToken, "emailForNotification": "ops@example.com", "phoneNumbers": number,
	}, pairs...))
	return w.Code, compact(w)
}

// speak asks for the documented voice SMS, with changes.
func speak(t *testing.T, a *Account, pairs ...any) (status int, body string) {
	t.Helper()
	w := ask(t, a, http.MethodPost, string(VoiceSMS), members(map[string]any{
		"apiKey": key, "phoneNumbers": number, "text": "Bonjour",
	}, pairs...))
	return w.Code, compact(w)
}

func cancel(t *testing.T, a *Account, id string) (status int, body string) {
	t.Helper()
	w := ask(t, a, http.MethodDelete, "/campaign/cancel/"+key+"/"+id, "")
	return w.Code, compact(w)
}

// compact writes an answer in one line.
func compact(w *httptest.ResponseRecorder) string {
	return strings.Join(strings.Fields(w.Body.String()), " ")
}

// contains looks for parts of an answer.
func contains(t *testing.T, body string, want ...string) {
	t.Helper()
	for _, part := range want {
		if !strings.Contains(body, part) {
			t.Errorf("no %s in %s", part, body)
		}
	}
}

func expect(t *testing.T, what string, got, want any) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

// violated wants exactly one violation, or none when it is to hold nothing.
func violated(t *testing.T, a *Account, want string) {
	t.Helper()
	got := a.Violations()
	if want == "" && len(got) == 0 || want != "" && len(got) == 1 && strings.Contains(got[0], want) {
		return
	}
	t.Errorf("violations are %q, want %q", got, want)
}
