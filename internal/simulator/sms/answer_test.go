package sms

import (
	"bytes"
	"encoding/json"
	"maps"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// expectDocumented compares an answer with the documentation's example, field
// for field and in its order; only blanks and line breaks may differ.
func expectDocumented(t *testing.T, body, name string) {
	t.Helper()
	expect(t, name, compact(t, body), compact(t, document(t, name)))
}

func compact(t *testing.T, body string) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Compact(&b, []byte(body)); err != nil {
		t.Fatalf("%v in %q", err, body)
	}
	return b.String()
}

// errorAnswer is how an error with a message is answered.
func errorAnswer(code, message string) string {
	return "{\n    \"success\": false,\n    \"code\": " + code + ",\n    \"message\": \"" + message + "\"\n}"
}

// refusal is a request and the words in which it is refused.
type refusal struct {
	query   url.Values
	body    string
	account int
	code    string
	french  string
	english string
}

// accountRefusals are the errors that every call has: a query is that of a GET,
// a body that of a POST.
func accountRefusals() map[string]refusal {
	return map[string]refusal{
		"key missing":      {query: query("apiKey", ""), body: `{}`, code: "1", french: "La Clé API est requise", english: "API key is required"},
		"key wrong":        {query: query("apiKey", "no"), body: `{"apiKey": "no"}`, code: "10", french: "Clé API incorrecte", english: "Invalid API key"},
		"account disabled": {query: query(), body: keyOnly, account: 20, code: "20", french: "Compte désactivé", english: "Account disabled"},
		"account blocked":  {query: query(), body: keyOnly, account: 30, code: "30", french: "Compte bloqué", english: "Account blocked"},
		"access denied":    {query: query(), body: keyOnly, account: 40, code: "40", french: "L'accès à l'API est refusé", english: "Access to the API is denied"},
		"IP address":       {query: query(), body: keyOnly, account: 96, code: "96", french: "L'IP n'est pas autorisée", english: "The IP is not authorized"},
	}
}

// keyOnly is a body with the right key and nothing else.
const keyOnly = `{"apiKey": "` + wire.DefaultAPIKey + `"}`

// expectRefusals drives one endpoint through its errors and those of every call.
func expectRefusals(t *testing.T, method, path string, own map[string]refusal) {
	t.Helper()
	all := accountRefusals()
	maps.Copy(all, own)
	for name, test := range all {
		for language, message := range map[bool]string{false: test.french, true: test.english} {
			t.Run(name+" "+message, func(t *testing.T) {
				t.Parallel()
				s := New(Options{Variant: Variant{Forms: wire.Forms{English: language}}})
				s.SetAccount(test.account)
				var status int
				var body string
				if method == http.MethodGet {
					status, body = get(t, s, path, test.query)
				} else {
					status, body = post(t, s, path, test.body)
				}
				expect(t, "status", status, http.StatusOK)
				expect(t, "body", body, errorAnswer(test.code, message))
			})
		}
	}
}

// expectRate wants so many calls in a minute, and no limit where it is lifted.
func expectRate(t *testing.T, requests int, call func(*Account) (status int, body string)) {
	t.Helper()
	c := newClock()
	s, free := New(Options{Options: wire.Options{Now: c.Now}}), New(Options{Options: wire.Options{Now: c.Now, NoRateLimits: true}})
	for range requests {
		status, _ := call(s)
		expect(t, "status below the limit", status, http.StatusOK)
		call(free)
	}
	status, body := call(s)
	expect(t, "status above the limit", status, http.StatusTooManyRequests)
	expect(t, "body above the limit", body, "")
	status, _ = call(free)
	expect(t, "status without limits", status, http.StatusOK)
	c.advance(time.Minute)
	status, _ = call(s)
	expect(t, "status a minute later", status, http.StatusOK)
}

// expectFields wants an answer that holds all of these.
func expectFields(t *testing.T, body string, want ...string) {
	t.Helper()
	for _, field := range want {
		if !strings.Contains(body, field) {
			t.Errorf("no %s in %s", field, body)
		}
	}
}
