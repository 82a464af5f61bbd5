package mail

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const key = "k"

// noon is when the clock of [atNoon] stands: a Monday.
var noon = time.Date(2030, time.September, 23, 12, 0, 0, 0, wire.Paris)

// atNoon is an account whose clock stands, but for [wire.API.Advance].
func atNoon(v Variant) *Account { return open(Options{Variant: v}) }

func open(o Options) *Account {
	o.APIKey, o.Now = key, func() time.Time { return noon }
	return New(o)
}

// post sends a body, and returns the answer in one line.
func post(t *testing.T, a *Account, path string, body any) string {
	t.Helper()
	b, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, wire.BasePath+path, strings.NewReader(string(b)))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	a.ServeHTTP(w, r)
	return strings.Join(strings.Fields(w.Body.String()), " ")
}

type (
	object = map[string]any
	list   = []any
)

// to are recipients as the samples have them.
func to(emails ...string) object {
	all := list{}
	for _, email := range emails {
		all = append(all, object{"email": email})
	}
	return object{"to": all}
}

// send asks for a mail to a@example.com, with changes. A nil removes a member.
func send(t *testing.T, a *Account, pairs ...any) string {
	t.Helper()
	members := object{"apiKey": key, "subject": "Bonjour", "htmlContent": "<p>Salut</p>", "params": to("a@example.com")}
	for pair := range slices.Chunk(pairs, 2) {
		name, _ := pair[0].(string)
		members[name] = pair[1]
	}
	maps.DeleteFunc(members, func(_ string, content any) bool { return content == nil })
	return post(t, a, "/send", members)
}

// at is when a mail is to leave.
func at(date string, hour, minute any) []any {
	return []any{"scheduledDeliveryDate", date, "time", hour, "minute", minute}
}

func cancel(t *testing.T, a *Account, id string) string {
	t.Helper()
	return get(t, a, "/message-cancel?apiKey="+key+"&messageId="+id)
}

func statuses(t *testing.T, a *Account, id string) string {
	t.Helper()
	return get(t, a, "/bulk-status?apiKey="+key+"&messageId="+id)
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

// sameJSON compares an answer with a document of the reference, whose id is xxx.
func sameJSON(t *testing.T, body, document string) {
	t.Helper()
	want, err := os.ReadFile("testdata/" + document) //nolint:gosec // a constant of the test
	if err != nil {
		t.Fatal(err)
	}
	var a, b any
	if err := json.Unmarshal([]byte(strings.ReplaceAll(body, `"300"`, `"xxx"`)), &a); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(want, &b); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(a, b) {
		t.Errorf("got %s, want %s", body, want)
	}
}

const (
	well  = `"success": true, "code": 200,`
	list9 = `{ "success": false, "code": 9, "error": [ { "elementId": "children[`
)
