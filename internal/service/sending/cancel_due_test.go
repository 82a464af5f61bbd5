package sending_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-testing/plancheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// due changes when the message in a member's state is due, to a moment from now: a
// test can't wait for one.
func due(t *testing.T, g *acctest.Group, name string, in time.Duration) {
	t.Helper()
	g.Edit(t, name, smsAddress, "scheduled_delivery_date", time.Now().Add(in).UTC().Format(time.RFC3339))
}

// Whether it is too late to cancel is the vendor's to say: this machine's clock may
// be fast, and the vendor may hold a message back. A message that was due fails no
// destroy, and after a week nobody is asked.
func TestDestroy_WasDue(t *testing.T) {
	t.Parallel()
	const day, answered = 24 * time.Hour, "The answer (HTTP 200): "
	sent := func(t *testing.T, a *acctest.Account) { t.Helper(); a.Advance(untilJune(t)) }
	scripted := func(step simulator.Step) func(*testing.T, *acctest.Account) {
		return func(_ *testing.T, a *acctest.Account) { a.Script("message-cancel", step) }
	}
	tests := map[string]struct {
		ago       time.Duration
		vendor    func(*testing.T, *acctest.Account)
		asked     int
		cancelled bool
		want      []string
	}{
		"a minute ago, not sent yet":  {ago: time.Minute, asked: 1, cancelled: true},
		"nearly a week ago, not sent": {ago: 7*day - time.Hour, asked: 1, cancelled: true},
		"over a week ago":             {ago: 7*day + time.Hour, asked: 0},
		"sent":                        {ago: time.Hour, vendor: sent, asked: 1},
		"not found":                   {ago: time.Hour, vendor: scripted(refusal(4, "Message introuvable")), asked: 1},
		"cancelled before":            {ago: time.Hour, vendor: scripted(refusal(5, "Déjà annulé")), asked: 1},
		"too late": {ago: time.Minute, vendor: scripted(refusal(6, "Trop tard")), asked: 1, want: []string{
			"Warning: Unable to cancel message", answered + "code 6,", "It will be sent.",
		}},
		"dropped": {ago: time.Hour, vendor: scripted(simulator.Step{Drop: simulator.DropBefore}), asked: 1, want: []string{
			"Warning: Unable to cancel message", "the connection broke", "by this machine's clock, so it was most likely sent. The resource is forgotten.",
		}},
		"wrong key": {ago: time.Hour, vendor: scripted(refusal(10, "Clé API incorrecte")), asked: 1, want: []string{
			"Warning: Unable to cancel message", "does not accept the API key", answered + "code 10,", "it was most likely sent",
		}},
	}
	g, accounts, ids := scheduled(t, tests)
	for name, test := range tests {
		due(t, g, name, -test.ago)
		if test.vendor != nil {
			test.vendor(t, accounts[name])
		}
	}
	g.Must(t, "destroy")
	g.Each(t, func(t *testing.T, name string) {
		test := tests[name]
		a := accounts[name]
		said := g.SaidAbout("Unable to cancel message " + ids[name])
		acctest.WantText(t, said, test.want...)
		if told := said != ""; told != (test.want != nil) {
			t.Errorf("it says:%s", said)
		}
		if n := len(a.Requests("message-cancel")); n != test.asked || a.Sent()[0].Cancelled != test.cancelled {
			t.Errorf("%d requests to cancel, want %d: %+v", n, test.asked, a.Sent()[0])
		}
	})
}

// To replace a message that can't be cancelled any more sends it and the new one,
// which the plan says: there a person can stop it.
func TestReplace_BeyondRecall(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		step simulator.Step
		in   time.Duration
		more string
		want []string
	}{
		"in 4 minutes": {simulator.Step{Process: true}, 4 * time.Minute, "", []string{
			"Warning: Unable to cancel SMS", "with " + smsAddress, "in less than 5 minutes", "It will be sent, and so will the new one.",
		}},
		"in an hour":               {simulator.Step{Process: true}, time.Hour, "", nil},
		"in 4 minutes, a dry run":  {simulator.Step{Process: true}, 4 * time.Minute, "sandbox = true", nil},
		"without an id, a dry run": {simulator.Step{Process: true, Status: http.StatusBadGateway}, time.Hour, "sandbox = true", nil},
		"without an id": {simulator.Step{Process: true, Status: http.StatusBadGateway}, time.Hour, "", []string{
			"Warning: Unable to cancel SMS", "its message id is not known", "It will be sent, and so will the new one.", "Look for the tag",
		}},
	}
	g, accounts, replaced := acctest.NewGroup(t), map[string]*acctest.Account{}, map[string][]plancheck.PlanCheck{}
	for name, test := range tests {
		accounts[name] = acctest.NewAccount(t, simulator.Options{})
		accounts[name].Script("send", test.step)
		g.Set(t, name, accounts[name].Provider()+plain("scheduled_delivery_date = "+inJune, test.more))
		replaced[name] = []plancheck.PlanCheck{plancheck.ExpectResourceAction(smsAddress, plancheck.ResourceActionReplace)}
	}
	g.Must(t, "apply")
	for name, test := range tests {
		due(t, g, name, test.in)
	}
	g.Must(t, "plan")
	g.Each(t, func(t *testing.T, name string) {
		test := tests[name]
		acctest.WantText(t, g.Said(name), test.want...)
		if warns := strings.Contains(g.Said(name), "Warning: Unable"); warns != (test.want != nil) {
			t.Errorf("it says:%s", g.Said(name))
		}
		accounts[name].WantRequests(t, len(accounts[name].Requests("send", "bulk-status-by-tag")))
	})
	g.Planned(t, replaced)
}
