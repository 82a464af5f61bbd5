package voice

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const key = "AbC1-dEf2GhI3-jKl4MnO5-pQr6-StU7vWx8"

// start serves an account, and returns a client with a key and what the client logs.
func start(t *testing.T, key string) (*simulator.Simulator, *Client, *bytes.Buffer) {
	t.Helper()
	s, server := simulator.StartAll(t, simulator.Options{VoiceAPIKey: key})
	var log bytes.Buffer
	handler := slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: partner.LevelTrace})
	return s, New(partner.Config{BaseURL: server.VoiceURL, APIKey: key, Logger: slog.New(handler)}), &log
}

func TestCredits(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ body, want string }{
		"documented":      {"", "27 € 4h12m30s 2h5m10s 14 []"},
		"as a number":     {`{"success": true, "credit": 27.5, "currency": "€"}`, "27.5 € - - - []"},
		"without success": {`{"credit": "27"}`, "27 - - - - []"},
		"more seconds":    {`{"credit": "27", "details": {"tts": {"h": 0, "m": 1, "s": 66}}}`, "27 - 2m6s - - []"},
		"unread":          {`{"credit": "27", "details": {"tts": {"h": "x", "m": 1, "s": 6}}}`, `27 - - - - ["details.tts.h" holds "x", which is not a whole number]`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c, _ := start(t, key)
			if test.body != "" {
				s.Voice.Script("/me/{apiKey}", simulator.Step{Body: test.body})
			}
			got, err := c.Credits(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			text := fmt.Sprintf("%s %s %s %s %s %v", got.Credit.Text('f', -1), or(got.Currency), or(got.TTS), or(got.TTSFixe), or(got.VoiceMessages), got.Unread)
			if text != test.want {
				t.Errorf("got %s, want %s", text, test.want)
			}
		})
	}
}

func or[T any](value *T) string {
	if value == nil {
		return "-"
	}
	return fmt.Sprint(*value)
}

// The key is part of the path: of an error and a log line it is not.
func TestCredits_Errors(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		step simulator.Step
		want string
		bad  bool // the key is wrong
	}{
		"code":        {simulator.Step{Body: `{"success": false, "code": 10, "message": "Cl\u00e9 API incorrecte"}`}, "code 10: Clé API incorrecte", true},
		"error":       {simulator.Step{Status: http.StatusUnauthorized, Body: `{"error": 10}`}, "HTTP 401: code 10", true},
		"word":        {simulator.Step{Body: `{"success": false, "message": "NOT_CREDIT"}`}, "code NOT_CREDIT", false},
		"echoed":      {simulator.Step{Status: http.StatusNotFound, Body: "<html>no /v1/me/" + key}, "no /v1/me/[REDACTED]", false},
		"redirected":  {simulator.Step{Status: http.StatusFound, Header: http.Header{"Location": {"https://elsewhere.example/v1/me/" + key}}}, "https://elsewhere.example/v1/me/[REDACTED]", false},
		"no credit":   {simulator.Step{Body: `{"success": true, "currency": "€"}`}, `has no "credit"`, false},
		"no success":  {simulator.Step{Body: `{"success": false, "credit": "27"}`}, `has neither "credit" nor an error code`, false},
		"broken JSON": {simulator.Step{Body: `{"success": "` + key}, "breaks off", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c, log := start(t, key)
			s.Voice.Script("GET /me/{apiKey}", test.step)
			_, err := c.Credits(t.Context())
			failed, ok := errors.AsType[*partner.Error](err)
			if !ok || !strings.Contains(failed.Error(), test.want) || failed.IsInvalidKey() != test.bad || failed.Product != "Voice Partner" {
				t.Errorf("got %#v", err)
			}
			if seen := fmt.Sprintf("%v %+v %#v %s", err, err, err, log); strings.Contains(seen, key[:10]) || !strings.Contains(seen, "/me/[REDACTED]") {
				t.Errorf("the key is seen, or nothing: %s", seen)
			}
			if len(s.Voice.Violations()) > 0 {
				t.Error(s.Voice.Violations())
			}
		})
	}
}

func TestCredits_Key(t *testing.T) {
	t.Parallel()
	s, server := simulator.StartAll(t, simulator.Options{VoiceAPIKey: key})
	_, err := New(partner.Config{BaseURL: server.VoiceURL, APIKey: "another/key?"}).Credits(t.Context())
	if failed, ok := errors.AsType[*partner.Error](err); !ok || !failed.IsInvalidKey() {
		t.Errorf("got %v", err)
	}
	if n := len(s.Voice.Requests("/me/{apiKey}")); n != 1 {
		t.Errorf("%d requests", n)
	}
}

// A run does not ask more often than the vendor allows: the sixth call waits, here in vain.
func TestCredits_Rate(t *testing.T) {
	t.Parallel()
	s, c, _ := start(t, key)
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	for range 5 {
		if _, err := c.Credits(ctx); err != nil {
			t.Fatal(err)
		}
	}
	_, err := c.Credits(ctx)
	if err == nil || !strings.Contains(err.Error(), "the vendor's rate limit leaves no time for it") {
		t.Errorf("got %v", err)
	}
	if n := len(s.Voice.Requests()); n != 5 {
		t.Errorf("%d requests", n)
	}
}
