package sms

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// piped runs a test with a client of an in-memory server under a fake clock.
// The bubble fails the test when a goroutine of the server is left.
func piped(t *testing.T, o Options, test func(t *testing.T, s *Account, c *pipeClient)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		s := New(o)
		server, dial := s.Pipe()
		transport := &http.Transport{DialContext: dial}
		test(t, s, &pipeClient{http: &http.Client{Transport: transport}, server: server, start: time.Now()})
		transport.CloseIdleConnections()
		if err := server.Close(); err != nil {
			t.Error(err)
		}
	})
}

type pipeClient struct {
	http   *http.Client
	server *wire.Server
	start  time.Time
}

func (c *pipeClient) elapsed() time.Duration { return time.Since(c.start) }

// do returns the status and body of a call, or the error of either.
func (c *pipeClient) do(ctx context.Context, method, path, query, body string) (status int, answer string, err error) {
	r, err := http.NewRequestWithContext(ctx, method, c.server.URL+path+"?"+query, strings.NewReader(body))
	if err != nil {
		return 0, "", err
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	response, err := c.http.Do(r)
	if err != nil {
		return 0, "", err
	}
	defer func() { _ = response.Body.Close() }()
	b, err := io.ReadAll(response.Body)
	return response.StatusCode, string(b), err
}

func (c *pipeClient) status(ctx context.Context) (status int, answer string, err error) {
	return c.do(ctx, http.MethodGet, "/message-status", statusQuery().Encode(), "")
}

func TestScript_StepsInOrder(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.Script("/message-status",
		wire.Step{Status: 503, Body: "<html>", Header: http.Header{"Retry-After": {"3"}}},
		wire.Step{Body: ` {"success": false}`},
		wire.Step{Body: `[1]`},
		wire.Step{Body: `{}`, Header: http.Header{"Content-Type": {"text/plain"}}},
	)
	target := messageStatusPath + "?" + statusQuery().Encode()
	r := ask(t, s, http.MethodGet, target, "")
	expect(t, "status", r.Code, 503)
	expect(t, "body", r.Body.String(), "<html>")
	expect(t, "header", r.Header().Get("Retry-After"), "3")
	expect(t, "other path", func() int { status, _ := post(t, s, sendPath, sendBody(t)); return status }(), 200)
	r = ask(t, s, http.MethodGet, target, "")
	expect(t, "status", r.Code, 200)
	expect(t, "body", r.Body.String(), ` {"success": false}`)
	expect(t, "type of a list", ask(t, s, http.MethodGet, target, "").Header().Get("Content-Type"), "application/json")
	expect(t, "type as scripted", ask(t, s, http.MethodGet, target, "").Header().Get("Content-Type"), "text/plain")
	_, body := get(t, s, messageStatusPath, statusQuery())
	expect(t, "body after the script", body, document(t, "message_status.json"))
	expect(t, "requests", len(s.Requests("/message-status")), 5)
	expectNoViolations(t, s)
}

func TestScript_StillChecked(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.Script(messageStatusPath, wire.Step{Status: 500})
	get(t, s, messageStatusPath, statusQuery("unknown", "1"))
	expectViolation(t, s, "GET", `unknown parameter "unknown"`)
}

func TestScript_AnyPath(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.Script("/later", wire.Step{Status: 418})
	status, _ := get(t, s, wire.BasePath+"/later", nil)
	expect(t, "status", status, 418)
}

func TestScript_RepeatAndReplace(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.Script("/message-status", wire.Step{Status: 500}, wire.Step{Status: 502, Repeat: true}, wire.Step{Status: 503})
	for _, want := range []int{500, 502, 502, 502} {
		status, _ := get(t, s, messageStatusPath, statusQuery())
		expect(t, "status", status, want)
	}
	s.Script("/message-status")
	status, _ := get(t, s, messageStatusPath, statusQuery())
	expect(t, "status after the end", status, 200)
}

func TestScript_ProcessThenFail(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.Script("/send", wire.Step{Status: 502}, wire.Step{Status: 502, Process: true})
	post(t, s, sendPath, sendBody(t))
	if got := statut(t, s, "1112", "0600000001"); !strings.Contains(got, `"code": 4`) {
		t.Errorf("a step without Process queued the message: %s", got)
	}
	status, body := post(t, s, sendPath, sendBody(t))
	expect(t, "status", status, 502)
	expect(t, "body", body, "")
	expect(t, "status of the message", statut(t, s, "1112", "0600000001"), "Delivered")
}

func TestScript_ProcessAndDelay(t *testing.T) {
	t.Parallel()
	piped(t, Options{Options: wire.Options{Latency: time.Second}}, func(t *testing.T, s *Account, c *pipeClient) {
		s.Script("/message-status", wire.Step{Process: true, Delay: 2 * time.Second})
		_, body, err := c.status(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		expect(t, "body", body, document(t, "message_status.json"))
		expect(t, "time with delay and latency", c.elapsed(), 3*time.Second)
		if _, _, err = c.status(t.Context()); err != nil {
			t.Fatal(err)
		}
		expect(t, "time with latency", c.elapsed(), 4*time.Second)
	})
}

func TestScript_DropBefore(t *testing.T) {
	t.Parallel()
	piped(t, Options{}, func(t *testing.T, s *Account, c *pipeClient) {
		s.Script("/send", wire.Step{Drop: wire.DropBefore, Process: true})
		_, _, err := c.do(t.Context(), http.MethodPost, "/send", "", sendBody(t))
		if !errors.Is(err, io.EOF) {
			t.Errorf("the call ended with %v, want EOF", err)
		}
		expect(t, "status of the message", statut(t, s, "1112", "0600000001"), "Delivered")
	})
}

func TestScript_DropDuring(t *testing.T) {
	t.Parallel()
	piped(t, Options{}, func(t *testing.T, s *Account, c *pipeClient) {
		s.Script("/message-status", wire.Step{Body: "whole"}, wire.Step{Body: `{"success": true,`, Drop: wire.DropDuring})
		if _, body, err := c.status(t.Context()); err != nil || body != "whole" {
			t.Errorf("a step without drop answers %q, %v", body, err)
		}
		status, body, err := c.status(t.Context())
		if !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Fatalf("the call ended with %v, want an unexpected EOF", err)
		}
		expect(t, "status", status, 200)
		expect(t, "what came", body, `{"success": true,`)
	})
}

// TestWaiting_EndsWithTheClient has a client give up on every kind of waiting:
// the handler must end with it, long before the server is closed.
func TestWaiting_EndsWithTheClient(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		latency time.Duration
		step    []wire.Step
	}{
		"hang":    {step: []wire.Step{{Hang: true}}},
		"delay":   {step: []wire.Step{{Delay: time.Hour}}},
		"latency": {latency: time.Hour},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var log bytes.Buffer
			o := Options{Options: wire.Options{Latency: test.latency, Log: slog.New(slog.NewTextHandler(&log, nil))}}
			piped(t, o, func(t *testing.T, s *Account, c *pipeClient) {
				s.Script("/send", test.step...)
				ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
				defer cancel()
				_, _, err := c.do(ctx, http.MethodPost, "/send", "", sendBody(t))
				if !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("the call ended with %v", err)
				}
				synctest.Wait()
				expect(t, "time", c.elapsed(), time.Minute)
				expect(t, "requests ended", strings.Count(log.String(), "status=0"), 1)
			})
		})
	}
}

func TestClose_EndsWaiting(t *testing.T) {
	t.Parallel()
	piped(t, Options{}, func(t *testing.T, s *Account, c *pipeClient) {
		s.Script("/message-status", wire.Step{Hang: true})
		ended := make(chan error)
		go func() {
			_, _, err := c.status(t.Context())
			ended <- err
		}()
		if err := s.Await(t.Context(), 1); err != nil {
			t.Fatal(err)
		}
		if err := c.server.Close(); err != nil {
			t.Error(err)
		}
		if err := <-ended; !errors.Is(err, io.EOF) {
			t.Errorf("the call ended with %v, want EOF", err)
		}
		if _, _, err := c.status(t.Context()); err == nil {
			t.Error("a closed server answers")
		}
	})
}

// held is a log that keeps a request from ending.
type held struct {
	slog.Handler
	release chan struct{}
}

func (h held) Enabled(context.Context, slog.Level) bool { return true }

func (h held) Handle(context.Context, slog.Record) error {
	<-h.release
	return nil
}

func TestClose_WaitsForRequests(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		log := held{slog.DiscardHandler, make(chan struct{})}
		server, dial := New(Options{Options: wire.Options{Log: slog.New(log)}}).Pipe()
		transport := &http.Transport{DialContext: dial}
		c := &pipeClient{http: &http.Client{Transport: transport}, server: server}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		// Its log line is written after the answer, but before the end.
		go func() { _, _, _ = c.status(ctx) }()
		synctest.Wait()
		closed := make(chan error, 1)
		go func() { closed <- server.Close() }()
		synctest.Wait()
		select {
		case err := <-closed:
			t.Errorf("closed (%v) with a request under way", err)
		default:
		}
		close(log.release)
		if err := <-closed; err != nil {
			t.Error(err)
		}
		transport.CloseIdleConnections()
	})
}
