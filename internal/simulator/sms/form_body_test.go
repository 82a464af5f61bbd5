package sms

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// postForm posts a body under the content type of a form.
func postForm(t *testing.T, s *Account, path, body string) string {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, path, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Body.String()
}

func TestFormBodies(t *testing.T) {
	t.Parallel()
	form := url.Values{
		"apiKey": {wire.DefaultAPIKey}, "phoneNumbers": {"+33600000001,0600000002"}, "message": {"Hé & + b"}, "tag": {"t"},
	}.Encode()
	for name, test := range map[string]struct {
		on         bool
		path, body string
		want       string
		violations int
	}{
		"read":              {true, sendPath, form, `"nb_sms": 2`, 1},
		"not read":          {false, sendPath, form, `"code": 90`, 1},
		"JSON all the same": {true, sendPath, "\n" + sendBody(t), `"nb_sms": 1`, 1},
		"malformed":         {true, sendPath, form + "&a=%zz", `"code": 90`, 1},
		"no list":           {true, multiStatusPath, "apiKey=" + wire.DefaultAPIKey + "&SMSStatut_List=1", `"code": 6`, 2},
		"empty":             {true, sendPath, "", `"code": 1,`, 1},
		"wrong key":         {true, sendPath, "apiKey=no", `"code": 10`, 1},
		"repeated":          {true, sendPath, form + "&tag=u", `"nb_sms": 2`, 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(Options{Variant: Variant{Forms: wire.Forms{FormBodies: test.on}}})
			expectFields(t, postForm(t, s, test.path, test.body), test.want)
			expect(t, "violations", len(s.Violations()), test.violations)
			expectFields(t, strings.Join(s.Violations(), "\n"), "the content type of a body is not application/json")
		})
	}
	s := New(Options{Variant: Variant{Forms: wire.Forms{FormBodies: true}}})
	postForm(t, s, sendPath, form)
	expect(t, "text", s.Sent()[0].Texts[0].Posted, "Hé & + b")
	expect(t, "number", s.Sent()[0].Texts[1].Number, "+33600000002")
	expect(t, "tag", s.Sent()[0].Tag, "t")
}
