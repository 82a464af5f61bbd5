package voice

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// keys have the form of Voice Partner's, and one that every escape changes. A key of letters,
// digits and dashes looks the same in all spellings.
var keys = []string{key, `Ab1/cD+e F2"g\é%h&Jk-3<4`}

// spelled is a key in the spellings in which addresses, bodies and errors have it.
func spelled(t *testing.T, key string) map[string]string {
	t.Helper()
	inJSON, err := json.Marshal(key)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{
		"raw": key, "in a query": url.QueryEscape(key), "in a path": url.PathEscape(key), "in JSON": strings.Trim(string(inJSON), `"`),
		"quoted": strings.Trim(fmt.Sprintf("%q", key), `"`), "in an address": (&url.URL{Path: "/" + key}).EscapedPath()[1:],
	}
}

// witness keeps all that a call lets out: log lines, and every printed form of the error and
// of what it wraps.
type witness struct{ seen strings.Builder }

func (w *witness) logger() *slog.Logger {
	return slog.New(slog.NewJSONHandler(&w.seen, &slog.HandlerOptions{
		Level: partner.LevelTrace,
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			w.seen.WriteString(a.Value.String() + "\n")
			return a
		},
	}))
}

// expectNoKey asserts that the call failed, was logged, and let out no spelling of the key.
func (w *witness) expectNoKey(t *testing.T, err error, key string) {
	t.Helper()
	if err == nil {
		t.Error("the call did not fail")
	}
	if !strings.Contains(w.seen.String(), "Asking the vendor") {
		t.Errorf("the log has nothing: %s", w.seen.String())
	}
	for ; err != nil; err = errors.Unwrap(err) {
		fmt.Fprintf(&w.seen, "%v\n%+v\n%#v\n%q\n", err, err, err, err.Error())
		if failed, ok := errors.AsType[*partner.Error](err); ok {
			fmt.Fprintf(&w.seen, "%+v %s\n", *failed, failed.Words())
		}
	}
	for spelling, text := range spelled(t, key) {
		if strings.Contains(w.seen.String(), text) {
			t.Errorf("the key is seen %s, as %s, in %s", spelling, text, w.seen.String())
		}
	}
}

// TestSecret_Network drives every operation into failures of real connections, with the
// client's own transport.
func TestSecret_Network(t *testing.T) {
	t.Parallel()
	encrypted := httptest.NewUnstartedServer(http.NotFoundHandler())
	encrypted.Config.ErrorLog = log.New(io.Discard, "", 0)
	encrypted.StartTLS()
	t.Cleanup(encrypted.Close)
	for name, test := range map[string]struct {
		base   string
		reason partner.Reason
	}{
		"unknown host":          {"https://voice.invalid/v1", partner.ReasonUnreachable},
		"refused connection":    {"http://127.0.0.1:1/v1", partner.ReasonUnreachable},
		"untrusted certificate": {encrypted.URL + "/v1", partner.ReasonUntrusted},
	} {
		for operation, r := range eachOperation {
			for _, key := range keys {
				t.Run(name+"/"+operation, func(t *testing.T) {
					t.Parallel()
					var w witness
					err := r.call(t.Context(), New(partner.Config{BaseURL: test.base, APIKey: key, RequestTimeout: 10 * time.Second, Logger: w.logger()}))
					expect(t, "sent", failure(t, err, operation, test.reason).Sent, false)
					w.expectNoKey(t, err, key)
				})
			}
		}
	}
}

// echoes are answers that repeat the key, in one of its spellings.
func echoes(spelling string) map[string]simulator.Step {
	inJSON, _ := json.Marshal("GET /v1/me/" + spelling) // a text can always be written
	steps := map[string]simulator.Step{
		"redirect":          {Status: http.StatusFound, Header: http.Header{"Location": {"https://elsewhere.example/v1/me/" + url.PathEscape(spelling)}}},
		"redirect, raw":     {Status: http.StatusMovedPermanently, Header: http.Header{"Location": {"/v1/me/" + spelling}}},
		"broken JSON":       {Body: `{"success": "` + spelling},
		"HTML":              {Body: "<html><body>No /v1/me/" + spelling + " here"},
		"HTML, 404":         {Status: http.StatusNotFound, Body: "<html><body>No /v1/me/" + spelling + " here"},
		"HTML, 502":         {Status: http.StatusBadGateway, Body: "<html><body>" + spelling},
		"a text":            {Body: spelling},
		"a word of its own": {Body: `{"success": false, "error": "INVALID", "message": ` + string(inJSON) + `}`},
		"values":            {Body: `{"success": true, "code": 7, "credit": $, "datas": [{"token": $, "name": $}], "tokenAudio": $}`},
		"wrong key":         {Status: http.StatusForbidden, Body: `{"success": false, "code": 10, "message": $}`},
		"dropped":           {Drop: simulator.DropDuring, Body: spelling},
	}
	for _, word := range words {
		for i, form := range refusals {
			steps[fmt.Sprintf("%s, form %d", word, i)] = simulator.Step{Body: strings.TrimSuffix(fmt.Sprintf(form, word), "}") + `, "echo": $}`}
		}
	}
	for name, step := range steps {
		step.Body = strings.ReplaceAll(step.Body, "$", string(inJSON))
		steps[name] = step
	}
	return steps
}

// TestSecret_Answers drives every operation into answers that repeat the key, and into none.
func TestSecret_Answers(t *testing.T) {
	t.Parallel()
	for operation, r := range eachOperation {
		for _, key := range keys {
			t.Run(operation, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					s := simulator.New(simulator.Options{VoiceAPIKey: key, NoRateLimits: true})
					server, open := s.Voice.Pipe()
					defer func() {
						if err := server.Close(); err != nil {
							t.Error(err)
						}
					}()
					meet := func(t *testing.T, step simulator.Step) {
						t.Helper()
						var w witness
						transport := &http.Transport{DialContext: open}
						defer transport.CloseIdleConnections()
						s.Voice.Script(r.pattern, step)
						c := New(partner.Config{BaseURL: server.URL, APIKey: key, RequestTimeout: 10 * time.Second, Logger: w.logger(), Transport: transport})
						w.expectNoKey(t, r.call(t.Context(), c), key)
					}
					meet(t, simulator.Step{Hang: true})
					for _, spelling := range spelled(t, key) {
						for _, step := range echoes(spelling) {
							meet(t, step)
						}
					}
				})
			})
		}
	}
}

// TestSecret_Witness proves that the tests above would see a key.
func TestSecret_Witness(t *testing.T) {
	t.Parallel()
	for operation, r := range eachOperation {
		var w witness
		s, server := simulator.StartAll(t, simulator.Options{VoiceAPIKey: key})
		c := New(partner.Config{BaseURL: server.VoiceURL, APIKey: key, Logger: w.logger()})
		if err := r.call(t.Context(), c); err != nil {
			t.Errorf("%s: %v", operation, err)
		}
		path := s.Voice.Requests()[0].Path
		if shown := strings.ReplaceAll(path, key, "[REDACTED]"); !strings.Contains(w.seen.String(), shown) {
			t.Errorf("the log does not have %s: %s", shown, w.seen.String())
		}
	}
}
