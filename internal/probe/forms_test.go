package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// TestUnknownForm has servers that answer as no simulator does: the report must not call that
// the documented form.
func TestUnknownForm(t *testing.T) {
	t.Parallel()
	page := func(http.Handler) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, "<html><body>Error 500</body></html>", http.StatusInternalServerError)
		}
	}
	renamed := func(api http.Handler) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			got := httptest.NewRecorder()
			api.ServeHTTP(got, r)
			if got.Code == http.StatusNotFound {
				w.WriteHeader(got.Code)
				return
			}
			w.Header().Set("Content-Type", got.Header().Get("Content-Type"))
			_, _ = w.Write(bytes.ReplaceAll(got.Body.Bytes(), []byte(`":`), []byte(`_new":`)))
		}
	}
	// The credits alone are as they were: the probe then goes on.
	but := func(other func(http.Handler) http.HandlerFunc) func(http.Handler) http.HandlerFunc {
		return func(api http.Handler) http.HandlerFunc {
			return func(w http.ResponseWriter, r *http.Request) {
				if strings.HasSuffix(r.URL.Path, "/me") || strings.Contains(r.URL.Path, "/me/") {
					api.ServeHTTP(w, r)
					return
				}
				other(api)(w, r)
			}
		}
	}
	for name, test := range map[string]struct {
		change  func(http.Handler) http.HandlerFunc
		credits bool
	}{
		"page": {page, false}, "renamed": {renamed, false}, "page but for credits": {but(page), true}, "renamed but for credits": {but(renamed), true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newAccount(t, simulator.Options{})
			a.behind(t, test.change)
			a.behindMail(t, test.change)
			voice := httptest.NewServer(test.change(a.Voice.API))
			t.Cleanup(voice.Close)
			a.server.VoiceURL = voice.URL + simulator.BasePath
			o := a.run(t.Context(), t, append([]string{"-group", "G77", "-message-id", "7"}, everything...)...)
			for line := range strings.Lines(o.forms()) {
				isCredits := strings.Contains(line, "| credits")
				if strings.Contains(line, documentedForm) && (!test.credits || !isCredits) {
					t.Errorf("the report says: %s", line)
				}
			}
		})
	}
}

func TestNoFormWithoutAnswer(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	if err := a.server.Close(); err != nil {
		t.Fatal(err)
	}
	if o := a.run(t.Context(), t, everything...); strings.Contains(o.forms(), documentedForm) || !strings.Contains(o.forms(), "no answer") {
		t.Errorf("the report says:\n%s", o.forms())
	}
}
