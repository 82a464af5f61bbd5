package sending_test

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// untilJune is the time to what [inJune] says.
func untilJune(t *testing.T) time.Duration {
	t.Helper()
	moment, err := time.Parse(time.RFC3339, strings.Trim(inJune, `"`))
	if err != nil {
		t.Fatal(err)
	}
	return time.Until(moment)
}

// destroy runs a destroy, which must end as ok says, and returns what it printed.
func destroy(t *testing.T, w *engine.Workspace, ok bool) string {
	t.Helper()
	result, err := w.Run(t.Context(), "destroy", "-auto-approve", "-no-color")
	if err != nil {
		t.Fatal(err)
	}
	if result.OK() != ok {
		t.Fatalf("the destroy ended with %d:\n%s", result.ExitCode, result.Output)
	}
	if left := len(state(t, w)); (left == 0) != ok {
		t.Errorf("the destroy left %d resources", left)
	}
	return result.Output
}

const unableToCancel = "Unable to cancel message 1112"

// scheduled is a group of scheduled messages that are sent, one for each of the
// names, by which their accounts and message ids are returned: the ids differ, since
// an engine does not say of which resource a destroy warns.
func scheduled[T any](t *testing.T, tests map[string]T) (g *acctest.Group, accounts map[string]*acctest.Account, ids map[string]string) {
	t.Helper()
	g, accounts, ids = acctest.NewGroup(t), map[string]*acctest.Account{}, map[string]string{}
	for name := range tests {
		a := acctest.NewAccount(t, simulator.Options{})
		for range ids {
			a.AddMessage(simulator.Message{})
		}
		accounts[name], ids[name] = a, strconv.Itoa(1112+len(ids))
		g.Set(t, name, a.Provider("max_retries = 0")+plain("scheduled_delivery_date = "+inJune))
	}
	g.Must(t, "apply")
	return g, accounts, ids
}

// What is scheduled is cancelled with the resource, and nobody is asked about
// anything else.
func TestDestroy_Cancels(t *testing.T) {
	t.Parallel()
	g, accounts := acctest.NewGroup(t), map[string]*acctest.Account{}
	for _, w := range ways {
		if !w.isSMS() {
			continue // no call cancels it
		}
		accounts[w.name] = acctest.NewAccount(t, simulator.Options{})
		g.Set(t, w.name, accounts[w.name].Provider()+w.resource(w.full))
	}
	g.Must(t, "apply")
	g.Must(t, "destroy")
	if said := g.SaidAbout(""); said != "" {
		t.Errorf("it says:%s", said)
	}
	g.Each(t, func(t *testing.T, name string) {
		a, cancels := accounts[name], 0
		if sends(name).full["scheduled_delivery_date"] != "" {
			cancels = 1
		}
		cancelled := a.Requests("message-cancel")
		if len(cancelled) != cancels {
			t.Fatalf("%d requests to cancel, want %d", len(cancelled), cancels)
		}
		if cancels == 1 && (cancelled[0].Query.Get("messageId") != "1112" || !a.Sent()[0].Cancelled) {
			t.Errorf("cancelled %q: %v", cancelled[0].Query.Get("messageId"), a.Sent()[0])
		}
		a.WantRequests(t, 1+cancels)
	})
}

// A change replaces a scheduled message: the old one is cancelled, and the new
// one is sent.
func TestDestroy_ByReplacement(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := workspace(t, a, "variable \"text\" {}\n"+plain("scheduled_delivery_date = "+inJune, "triggers = { text = var.text }"))
	for _, text := range []string{"one", "two"} {
		acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color", "-var=text="+text)
	}
	sent := a.Sent()
	if len(sent) != 2 || !sent[0].Cancelled || sent[1].Cancelled {
		t.Errorf("sent %+v", sent)
	}
}

// What the vendor says of a cancellation: nothing is left to cancel, it is too
// late, or it gave no verdict. Only the last keeps the resource.
func TestDestroy_Verdicts(t *testing.T) {
	t.Parallel()
	const answered = "The answer (HTTP 200): "
	tests := map[string]struct {
		advance bool
		left    time.Duration
		script  []simulator.Step
		stays   bool
		want    []string
	}{
		"already cancelled": {script: []simulator.Step{refusal(5, "L'envoi du SMS a déjà été annulé")}},
		"not found": {script: []simulator.Step{refusal(4, "Message introuvable")}, want: []string{
			"Warning: Unable to cancel message", "knows no message with this id", answered + "code 4,", "it will still be sent, on 2040-06-01T09:30:00+02:00",
		}},
		"too late": {advance: true, left: 4 * time.Minute, want: []string{
			"Warning: Unable to cancel message", "The message is due in less than 5 minutes: it can no longer be cancelled.", answered + "code 6,", "It will be sent.",
		}},
		"already sent": {advance: true, left: -time.Minute, want: []string{
			"Warning: Unable to cancel message", "The message was sent already.", answered + "code 7,", "Nothing can call it back.",
		}},
		"dropped": {script: []simulator.Step{{Drop: simulator.DropBefore, Repeat: true}}, stays: true, want: []string{
			"Error: Unable to cancel message", "took the request, but the connection broke", "Run again.",
		}},
		"unavailable": {script: []simulator.Step{{Status: http.StatusServiceUnavailable}}, stays: true, want: []string{
			"Error: Unable to cancel message", "HTTP 503",
		}},
		"wrong key": {script: []simulator.Step{refusal(10, "Clé API incorrecte")}, stays: true, want: []string{
			"Error: Unable to cancel message", "does not accept the API key",
		}},
		"unknown code": {script: []simulator.Step{refusal(777, "Non")}, stays: true, want: []string{
			"Error: Unable to cancel message", answered + "code 777,",
		}},
	}
	g, accounts, ids := scheduled(t, tests)
	for name, test := range tests {
		if test.advance {
			accounts[name].Advance(untilJune(t) - test.left)
		}
		accounts[name].Script("message-cancel", test.script...)
	}
	if g.Run(t, "destroy") {
		t.Error("nothing stays")
	}
	g.Each(t, func(t *testing.T, name string) {
		test := tests[name]
		said := g.SaidAbout("Unable to cancel message " + ids[name])
		acctest.WantText(t, said, test.want...)
		if told := said != ""; told != (test.want != nil) {
			t.Errorf("it says:%s", said)
		}
		if stays := len(stateOf(t, g, name)) > 0; stays != test.stays {
			t.Errorf("stays: %t", stays)
		}
	})
	for _, a := range accounts {
		a.Script("message-cancel")
	}
	g.Must(t, "destroy")
	g.Each(t, func(t *testing.T, name string) {
		if tests[name].stays && !accounts[name].Sent()[0].Cancelled {
			t.Error("the second destroy did not cancel it")
		}
		wantSent(t, accounts[name], 1)
	})
}

// A cancellation whose answer is lost is tried again by the next destroy, which
// learns that it is done.
func TestDestroy_AnswerLost(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := workspace(t, a, plain("scheduled_delivery_date = "+inJune), "max_retries = 0")
	apply(t, w)
	a.Script("message-cancel", simulator.Step{Process: true, Status: http.StatusBadGateway})
	acctest.WantText(t, destroy(t, w, false), "Error: "+unableToCancel)
	destroy(t, w, true)
	if !a.Sent()[0].Cancelled {
		t.Error("not cancelled")
	}
}

// Without a connection nothing is forgotten.
func TestDestroy_NoConnection(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := acctest.Attached(t, fmt.Sprintf(`
variable "url" {
  default = %q
}

provider "smspartner" {
  api_key     = %q
  base_url    = var.url
  max_retries = 0
}
`, a.BaseURL, a.Key)+plain("scheduled_delivery_date = "+inJune))
	apply(t, w)
	environment := w.Env
	w.Env = append(slices.Clone(environment), "TF_VAR_url=http://127.0.0.1:1/v1") // nothing listens on port 1
	acctest.WantText(t, destroy(t, w, false), "Error: "+unableToCancel, "No connection to 127.0.0.1:1")
	w.Env = environment
	destroy(t, w, true)
	if !a.Sent()[0].Cancelled {
		t.Error("not cancelled")
	}
}

// A scheduled send whose id was lost with the answer can't be cancelled: the
// person reads by which tag to find it.
func TestDestroy_Unconfirmed(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	a.Script("send", simulator.Step{Process: true, Status: http.StatusBadGateway})
	w := workspace(t, a, plain("scheduled_delivery_date = "+inJune))
	apply(t, w)
	tag := state(t, w)[smsAddress].text("tag")
	acctest.WantText(t, destroy(t, w, true), "Warning: Unable to cancel SMS", "its message id is not known", "It will be sent.", `Look for the tag "`+tag+`"`)
	if n := len(a.Requests("message-cancel")); n != 0 {
		t.Errorf("%d requests to cancel", n)
	}
}

// A dry run sends nothing, so no warning says that it will be sent. The vendor may not know
// it any more, and no verdict leaves anything to do.
func TestDestroy_DryRun(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		send, cancel simulator.Step
		asked        int
	}{
		"not found":     {cancel: refusal(4, "Message introuvable"), asked: 1},
		"too late":      {cancel: refusal(6, "Trop tard"), asked: 1},
		"sent":          {cancel: refusal(7, "Déjà envoyé"), asked: 1},
		"without an id": {send: simulator.Step{Process: true, Status: http.StatusBadGateway}},
	}
	g, accounts := acctest.NewGroup(t), map[string]*acctest.Account{}
	for name, test := range tests {
		a := acctest.NewAccount(t, simulator.Options{})
		if test.send.Status != 0 {
			a.Script("send", test.send)
		}
		a.Script("message-cancel", test.cancel)
		accounts[name] = a
		g.Set(t, name, a.Provider()+plain("sandbox = true", "scheduled_delivery_date = "+inJune))
	}
	g.Must(t, "apply")
	g.Must(t, "destroy")
	if said := g.SaidAbout(""); said != "" {
		t.Errorf("it says:%s", said)
	}
	for name, test := range tests {
		if n := len(accounts[name].Requests("message-cancel")); n != test.asked {
			t.Errorf("%s: %d requests to cancel, want %d", name, n, test.asked)
		}
	}
}
