package main

import (
	"bytes"
	"context"
	"iter"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// gate stands between the probe and the simulator, and ends the run at a request.
type gate struct {
	mu       sync.Mutex
	requests int
	// writes are the requests that may change something.
	writes []int
	at     int
	// lost carries the request out and loses its answer. Without it, the answer arrives.
	lost bool
	end  context.CancelFunc
}

func (g *gate) before(api http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		g.mu.Lock()
		g.requests++
		ends := g.requests == g.at
		if r.Method != http.MethodGet || strings.HasSuffix(r.URL.Path, "/message-cancel") || strings.HasSuffix(r.URL.Path, "/delete") {
			g.writes = append(g.writes, g.requests)
		}
		g.mu.Unlock()
		if !ends {
			api.ServeHTTP(w, r)
			return
		}
		if !g.lost {
			api.ServeHTTP(w, r)
			g.end()
			return
		}
		api.ServeHTTP(httptest.NewRecorder(), r)
		g.end()
		panic(http.ErrAbortHandler)
	})
}

// runBehind runs the probe on a new account behind a gate.
func runBehind(t *testing.T, g *gate) (*account, outcome) {
	t.Helper()
	clock := &fakeClock{at: time.Date(2030, time.June, 5, 10, 0, 0, 0, time.UTC)}
	s := simulator.New(simulator.Options{
		APIKey: smsKey, VoiceAPIKey: voiceKey, MailAPIKey: mailKey, Now: clock.now, DeliveryDelay: time.Hour,
		// A contact that is not undone by itself stays.
		Variant: simulator.Variant{ContactForms: sms.ContactForms{GroupDeleteKeepsContacts: true}},
	})
	a := &account{s, &simulator.Server{}, clock}
	for url, api := range map[*string]http.Handler{
		&a.server.URL: s.API, &a.server.VoiceURL: s.Voice.API, &a.server.MailURL: s.Mail.API,
	} {
		server := httptest.NewServer(g.before(api))
		t.Cleanup(server.Close)
		*url = server.URL + simulator.BasePath
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	g.end = cancel
	return a, a.run(ctx, t, everything...)
}

func TestInterruptedAtEachRequest(t *testing.T) {
	t.Parallel()
	whole := &gate{}
	if _, o := runBehind(t, whole); o.code != exitDone {
		t.Fatalf("exit code %d:\n%s", o.code, o.report)
	}
	for _, lost := range []bool{true, false} {
		t.Run(map[bool]string{true: "answer lost", false: "answer arrived"}[lost], func(t *testing.T) {
			t.Parallel()
			at := whole.writes // After the answer to a read, the account is as before it.
			if lost {
				at = slices.Collect(numbersTo(whole.requests))
			}
			for _, n := range at {
				a, o := runBehind(t, &gate{at: n, lost: lost})
				a.expectClean(t)
				for _, sent := range a.Sent() {
					if !sent.Sandbox || !sent.Scheduled.IsZero() && !sent.Cancelled && !strings.Contains(o.report, "NOT undone") {
						t.Errorf("request %d: the message %s is left", n, sent.ID)
					}
				}
				lostID := o.code == exitLeftovers && strings.Contains(o.report, errNoID.Error())
				if o.code != exitInterrupted && !lostID {
					t.Errorf("request %d: exit code %d:\n%s", n, o.code, o.report[max(0, len(o.report)-400):])
				}
				if t.Failed() {
					return
				}
			}
		})
	}
}

func numbersTo(last int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for n := range last {
			if !yield(n + 1) {
				return
			}
		}
	}
}

func TestUndoFails(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ pattern, want string }{
		"group":    {"/group/delete", "contact group tf-probe-"},
		"contacts": {"/contact/delete", "contact in the group tf-probe-"},
		"stop":     {"/stop-sms/delete", "STOP entry of +<phone 1>"},
		"message":  {"/message-cancel", "scheduled sandbox message"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newAccount(t, simulator.Options{})
			steps := make([]simulator.Step, 200)
			for i := range steps {
				steps[i] = simulator.Step{Status: http.StatusBadGateway, Body: "down for " + ownNumber}
			}
			a.Script(test.pattern, steps...)
			o := a.run(t.Context(), t, everything...)
			_, left, _ := strings.Cut(o.report, "## NOT undone")
			if o.code != exitLeftovers || !strings.Contains(left, test.want) || !strings.Contains(left, "By hand: ") {
				t.Errorf("exit code %d, and the report ends with %q", o.code, left)
			}
			expectVeiled(t, o)
		})
	}
}

func TestStopEntryOfBeforeStays(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	a.AddStop(ownNumber)
	o := a.run(t.Context(), t, everything...)
	if len(a.StoppedNumbers()) != 1 || len(a.Requests("/stop-sms/delete")) > 0 || o.code != exitDone {
		t.Errorf("exit code %d, and on the STOP list are %v", o.code, a.StoppedNumbers())
	}
	if !strings.Contains(o.report, "was on the STOP list before") {
		t.Error("the report does not say that the entry was there before")
	}
}

func TestConsent(t *testing.T) {
	t.Parallel()
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	for name, test := range map[string]struct {
		ctx      context.Context //nolint:containedctx // One for each case.
		typed    string
		terminal bool
		asks     bool
	}{
		"yes": {t.Context(), "y\n", true, true}, "in full": {t.Context(), "YES\n", true, true},
		"no": {t.Context(), "n\n", true, false}, "nothing": {t.Context(), "\n", true, false},
		"end of input": {t.Context(), "", true, false}, "no terminal": {t.Context(), "y\n", false, false},
		"interrupted": {ended, "", true, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newAccount(t, simulator.Options{})
			o := a.runWith(test.ctx, t, console{stdin: strings.NewReader(test.typed), isTerminal: test.terminal}, "-own-number", ownNumber)
			if asked := len(a.Requests()) > 0; asked != test.asks || test.asks != (o.code == exitDone) {
				t.Errorf("asked: %t, exit code %d", asked, o.code)
			}
			if !strings.Contains(o.stderr, "Never: transfers") || !strings.Contains(o.stderr, "  1. credits") {
				t.Errorf("the plan is not told: %s", o.stderr)
			}
		})
	}
}

func TestProductWithoutKey(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	variables := a.variables()
	delete(variables, "VOICEPARTNER_API_KEY")
	delete(variables, "MAILPARTNER_API_KEY")
	o := a.runWith(t.Context(), t, console{
		stdin: &bytes.Buffer{}, variable: func(name string) string { return variables[name] },
	}, everything...)
	if n := len(a.Voice.Requests()) + len(a.Mail.Requests()); n > 0 || o.code != exitDone {
		t.Errorf("%d requests to products without a key, exit code %d", n, o.code)
	}
}
