//go:build unix

package sending_test

import (
	"bytes"
	"context"
	"net/http"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// executable is workspace with the provider in a process of its own, as at a user's:
// an interrupt reaches it too.
func executable(t *testing.T, a *acctest.Account, config string, more ...string) *engine.Workspace {
	t.Helper()
	return a.Workspace(t, acctest.RequiredProviders+a.Provider(more...)+config)
}

// interrupted runs an apply that is interrupted, with its provider, when reached
// returns, and lets after happen then. It returns what was printed.
func interrupted(t *testing.T, w *engine.Workspace, reached func(context.Context) error, after func()) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	run := w.Command(ctx, "apply", "-auto-approve", "-no-color")
	printed := &watched{seen: make(chan struct{})}
	run.Stdout, run.Stderr = printed, printed
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	if err := reached(ctx); err != nil {
		t.Fatalf("it was not reached: %v\n%s", err, printed.String())
	}
	if err := engine.Interrupt(run); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- run.Wait() }()
	select {
	case <-printed.seen:
	case err := <-ended:
		// The provider got the signal first, and the engine had nothing left to do.
		ended <- err
	case <-ctx.Done():
		t.Error("the engine did not take the interrupt")
	}
	after()
	t.Logf("ended with %v", <-ended)
	return printed.String()
}

// watched tells when an engine says that it was interrupted.
type watched struct {
	printed bytes.Buffer
	seen    chan struct{}
	told    bool
}

func (w *watched) String() string { return w.printed.String() }

func (w *watched) Write(p []byte) (int, error) {
	n, err := w.printed.Write(p)
	if !w.told && bytes.Contains(w.printed.Bytes(), []byte("Interrupt received.")) {
		w.told = true
		close(w.seen)
	}
	return n, err
}

// Ctrl-C before a request leaves ends the apply, and nothing is sent.
func TestInterrupt_Before(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	a.Script("send", simulator.Step{Status: http.StatusTooManyRequests, Header: http.Header{"Retry-After": {"50"}}})
	w := executable(t, a, plain())
	printed := interrupted(t, w, func(ctx context.Context) error { return a.Await(ctx, 1, "send") }, func() {})
	want{1, 0, "", []string{unableToSend, nothingSent, "did not finish: interrupted; the attempt before failed: send: HTTP 429"}}.check(t, a, w, printed)
	wantPlan(t, w, true)
}

// Ctrl-C during a send lets its answer come, and keeps it. What was to be sent
// after it is not.
func TestInterrupt_During(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	g := newGate(t, a)
	w := executable(t, a, plain()+`
resource "smspartner_sms" "next" {
  phone_numbers = ["0600000002"]
  message       = "All is well."
  depends_on    = [`+smsAddress+`]
}
`)
	printed := interrupted(t, w, func(ctx context.Context) error { return a.Await(ctx, 1, "send") }, func() {
		select {
		case <-g.gone:
			t.Error("the send was cut off")
		case <-time.After(time.Second): // for the engine to pass the interrupt on
		}
		g.open()
	})
	want{1, 1, "accepted", []string{smsAddress + ": Creation complete"}}.check(t, a, w, printed)
	want{2, 2, "accepted", []string{"1 added, 0 changed, 0 destroyed"}}.check(t, a, w, apply(t, w))
}

// Ctrl-C during a send whose answer is lost does not end the search for it.
func TestInterrupt_DuringLost(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		sent bool
		want want
	}{
		"sent":     {true, want{1, 1, "unconfirmed", found("")}},
		"not sent": {false, want{1, 0, "", lost("")}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			a.Script("send", simulator.Step{Hang: true, Process: test.sent})
			w := executable(t, a, plain(), `request_timeout = "5s"`)
			printed := interrupted(t, w, func(ctx context.Context) error { return a.Await(ctx, 1, "send") }, func() {})
			test.want.check(t, a, w, printed)
			wantPlan(t, w, test.want.outcome == "")
		})
	}
}

// Nothing can be searched for an RCS whose answer is lost: the error that says so is not lost
// with the run.
func TestInterrupt_DuringLostRCS(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	a.Script("rcs/send", simulator.Step{Hang: true, Process: true})
	way := sends("rcs_message")
	w := executable(t, a, way.resource(way.required()), `request_timeout = "5s"`)
	printed := interrupted(t, w, func(ctx context.Context) error { return a.Await(ctx, 1, "rcs/send") }, func() {})
	want{1, 1, "", []string{"Error: Unable to tell whether the RCS was sent", "an RCS has no tag", "Look in the dashboard for an RCS to ", sendsAgain}}.check(t, a, w, printed)
}

// Ctrl-C after a send finds it in the state.
func TestInterrupt_After(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{DeliveryDelay: time.Hour})
	w := executable(t, a, plain()+`
data "smspartner_message_status" "test" {
  message_id   = smspartner_sms.test.message_id
  phone_number = "0600000001"
  wait         = {}
}
`)
	printed := interrupted(t, w, func(ctx context.Context) error { return a.Await(ctx, 1, "message-status") }, func() {})
	want{1, 1, "accepted", []string{smsAddress + ": Creation complete"}}.check(t, a, w, printed)
}
