package mail

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// listing is an account with a clock, and calls of its list of unsubscribed addresses.
type listing struct {
	*Account
	t *testing.T
}

func newListing(t *testing.T, forms UnsubscribeForms) listing {
	t.Helper()
	now := time.Date(2026, time.July, 1, 12, 0, 0, 0, wire.Paris)
	return listing{New(Options{
		Options: wire.Options{APIKey: "k", Now: func() time.Time { return now }}, Variant: Variant{UnsubscribeForms: forms},
	}), t}
}

// call returns an answer, in one line.
func (l listing) call(method, path, body string) string {
	l.t.Helper()
	r := httptest.NewRequestWithContext(l.t.Context(), method, wire.BasePath+path, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	w := httptest.NewRecorder()
	l.ServeHTTP(w, r)
	return strings.Join(strings.Fields(w.Body.String()), " ")
}

func (l listing) add(email string) string {
	l.t.Helper()
	return l.call(http.MethodPost, "/unsubscribe/add", `{"apiKey": "k", "email": "`+email+`"}`)
}

func (l listing) list() string {
	l.t.Helper()
	return l.call(http.MethodGet, "/unsubscribe/list?apiKey=k", "")
}

func (l listing) remove(id string) string {
	l.t.Helper()
	return l.call(http.MethodGet, "/unsubscribe/delete?apiKey=k&id="+id, "")
}

func (l listing) want(answer string, parts ...string) {
	l.t.Helper()
	for _, part := range parts {
		if !strings.Contains(answer, part) {
			l.t.Errorf("no %s in %s", part, answer)
		}
	}
}

// wantDocumented compares an answer with a sample of the documentation.
func (l listing) wantDocumented(answer, sample string) {
	l.t.Helper()
	document, err := os.ReadFile("testdata/" + sample) //nolint:gosec // a constant of the test
	if err != nil {
		l.t.Fatal(err)
	}
	var got, want any
	if err := json.Unmarshal([]byte(answer), &got); err != nil {
		l.t.Fatal(err)
	}
	if err := json.Unmarshal(document, &want); err != nil {
		l.t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		l.t.Errorf("got %s, want %s", answer, document)
	}
}

func (l listing) wantUnsubscribed(want string) {
	l.t.Helper()
	if got := strings.Join(l.Unsubscribed(), " "); got != want {
		l.t.Errorf("the list has %q, want %q", got, want)
	}
}

func TestUnsubscribe_Answers(t *testing.T) {
	t.Parallel()
	l := newListing(t, UnsubscribeForms{})
	l.want(l.list(), `"nbData": 0, "data": []`)
	l.wantDocumented(l.add("ada@example.com"), "unsubscribe_add.json")
	l.wantUnsubscribed("ada@example.com")
	l.wantDocumented(l.remove("300"), "unsubscribe_delete.json")
	l.wantUnsubscribed("")
	l.PutUnsubscribe(Unsubscribe{ID: 19, Email: "x@example.com", Created: time.Date(2015, time.July, 20, 10, 19, 45, 0, wire.Paris)})
	l.wantDocumented(l.list(), "unsubscribe_list.json")
	l.want(l.call(http.MethodGet, "/unsubscribe/list?apiKey=k&_format=xml", ""), "<![CDATA[x@example.com]]>")
	l.RemoveUnsubscribe(19)
	l.want(l.list(), `"nbData": 0`)
	if got := l.Violations(); len(got) > 0 {
		t.Errorf("violations are %q", got)
	}
}

func TestUnsubscribe_Refusals(t *testing.T) {
	t.Parallel()
	l := newListing(t, UnsubscribeForms{})
	if id := l.AddUnsubscribe("Ada@example.com"); id != l.AddUnsubscribe("ada@EXAMPLE.com") {
		t.Errorf("the address has two entries")
	}
	for _, test := range []struct{ answer, code, words string }{
		{l.add(""), "2", "Le mail est requis"},
		{l.add("ada@example.com"), "3", "Le mail est déjà dans la liste"},
		{l.add("ada"), "9", "Le mail est invalide"},
		{l.add("Ada <ada@example.com>"), "9", "Le mail est invalide"},
		{l.remove(""), "3", "L'ID du mail est requis"},
		{l.remove("19"), "4", "L'ID du mail introuvable"},
		{l.call(http.MethodPost, "/unsubscribe/add", `{"email": "x@example.com"}`), "1", "La Clé API est requise"},
		{l.call(http.MethodPost, "/unsubscribe/add", `{"apiKey": "x", "email": "x@example.com"}`), "10", "Clé API incorrecte"},
		{l.call(http.MethodGet, "/unsubscribe/list", ""), "1", "La Clé API est requise"},
		{l.call(http.MethodGet, "/unsubscribe/list?apiKey=x", ""), "10", "Clé API incorrecte"},
		{l.call(http.MethodGet, "/unsubscribe/delete?id=300", ""), "1", "La Clé API est requise"},
		{l.call(http.MethodGet, "/unsubscribe/delete?apiKey=x&id=300", ""), "10", "Clé API incorrecte"},
	} {
		l.want(test.answer, `"success": false, "code": `+test.code+`, "message": "`+test.words+`"`)
	}
	l.wantUnsubscribed("Ada@example.com")
}

func TestUnsubscribe_IsUnsubscribed(t *testing.T) {
	t.Parallel()
	l := newListing(t, UnsubscribeForms{UnsubscribeListDelay: time.Hour})
	want := func(want bool) {
		t.Helper()
		l.mu.Lock()
		defer l.mu.Unlock()
		if l.isUnsubscribed("ADA@example.com") != want {
			t.Errorf("the address is unsubscribed: %t", !want)
		}
	}
	want(false)
	l.add("ada@example.com")
	want(true) // whatever the list shows
	l.remove("300")
	want(false)
}

func TestUnsubscribe_Forms(t *testing.T) {
	t.Parallel()
	l := newListing(t, UnsubscribeForms{
		OtherUnsubscribeIDs: true, UnsubscribeIDInRefusal: true, UnsubscribeListLimit: 1, UnsubscribeListDelay: time.Minute, UnsubscribeLowerCase: true,
	})
	l.want(l.add("Ada@Example.com"), `"stopId": 1300`)
	l.want(l.add("ada@example.com"), `"code": 3`, "Le mail est déjà dans la liste", `"stopId": 1300`)
	l.want(l.list(), `"nbData": 0`)
	l.wantUnsubscribed("ada@example.com")
	l.add("bob@example.com")
	l.Advance(time.Minute)
	list := l.list()
	l.want(list, `"nbData": 2`, `"id": 300, "email": "ada@example.com"`)
	if strings.Contains(list, `"id": 301`) {
		t.Errorf("the list is not cut: %s", list)
	}
	l.remove("300")
	l.want(l.list(), `"id": 300`)
	l.Advance(time.Minute)
	l.want(l.list(), `"nbData": 1`, `"id": 301`)
}

func TestUnsubscribe_ByCase(t *testing.T) {
	t.Parallel()
	l := newListing(t, UnsubscribeForms{UnsubscribeByCase: true})
	l.want(l.add("Ada@example.com"), `"stopId": 300`)
	l.want(l.add("ada@example.com"), `"stopId": 301`)
	l.wantUnsubscribed("Ada@example.com ada@example.com")
}

// The forms that the vendor's pages print, and that no sample has.
func TestUnsubscribe_Printed(t *testing.T) {
	t.Parallel()
	l := newListing(t, UnsubscribeForms{UnsubscribeListAtStatus: true, UnsubscribeDeleteByPost: true})
	l.AddUnsubscribe("ada@example.com")
	for name, answer := range map[string]string{"the list": l.list(), "the deletion": l.remove("300")} {
		if strings.Contains(answer, `"success"`) {
			t.Errorf("%s is answered with %s", name, answer)
		}
	}
	l.want(l.call(http.MethodGet, "/bulk-status?apiKey=k", ""), `"nbData": 1`, "ada@example.com")
	l.want(l.call(http.MethodPost, "/unsubscribe/delete", `{"apiKey": "k", "id": 300}`), `"success": true`)
	l.wantUnsubscribed("")
	if got := l.Violations(); len(got) > 0 {
		t.Errorf("violations are %q", got)
	}
}
