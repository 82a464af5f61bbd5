package sending_test

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// withoutID are servers that give a dry run no id.
var withoutID = simulator.Options{Variant: simulated.Variant{SandboxForms: simulated.SandboxForms{SandboxWithoutID: true}}}

// inSandbox are the ways to send that have a sandbox.
var inSandbox = []way{sends("sms"), sends("bulk_sms"), sends("long_number_sms")}

// A dry run that the vendor counts is accepted, with or without an id: it is not looked for, nothing
// warns, and nothing is cancelled without an id. The send that takes its place has an id again.
func TestDryRun_WithoutID(t *testing.T) {
	t.Parallel()
	g, accounts, by := acctest.NewGroup(t), map[string]*acctest.Account{}, map[string]way{}
	add := func(name string, w way, a *acctest.Account) {
		accounts[name], by[name] = a, w
		g.Set(t, name, a.Provider()+w.resource(w.full.with(hcl{"sandbox": "true"})))
	}
	for _, w := range inSandbox {
		add(w.name, w, acctest.NewAccount(t, withoutID))
		a := acctest.NewAccount(t, simulator.Options{})
		a.Script(w.path, simulator.Step{Body: `{"success":true,"code":200,"cost":0,` +
			`"SMSResponse_List":[{"success":true,"phoneNumber":"0600000001"},{"success":true,"phoneNumber":"0600000002"}]}`})
		add(w.name+", a cost alone", w, a)
	}
	g.Must(t, "apply")
	g.Each(t, func(t *testing.T, name string) {
		if said := g.Said(name); said != "" {
			t.Errorf("it says %s", said)
		}
		g.Holds(t, name, by[name].holds(map[string]knownvalue.Check{
			"outcome": knownvalue.StringExact("accepted"), "message_id": knownvalue.Null(), "cost": knownvalue.NotNull(), "tag": knownvalue.StringExact("promo1"),
		})...)
		accounts[name].WantRequests(t, 1)
	})
	planned := map[string][]plancheck.PlanCheck{}
	for name, w := range by {
		planned[name] = w.plans(plancheck.ResourceActionNoop)
	}
	g.Must(t, "plan")
	g.Planned(t, planned)
	for name, w := range by {
		g.Set(t, name, accounts[name].Provider()+w.resource(w.full))
	}
	g.Must(t, "apply")
	g.Each(t, func(t *testing.T, name string) {
		g.Holds(t, name, by[name].holds(map[string]knownvalue.Check{"outcome": knownvalue.StringExact("accepted"), "message_id": knownvalue.NotNull()})...)
		accounts[name].WantRequests(t, 2)
		wantSent(t, accounts[name], 2)
	})
	for name, w := range by {
		g.Set(t, name, accounts[name].Provider()+w.resource(w.full.with(hcl{"sandbox": "true"})))
		accounts[name].Script(w.path, simulator.Step{Body: `{"success":true,"code":200,"nb_sms":2,"SMSResponse_List":[{"phoneNumber":"0600000001"},{"phoneNumber":"0600000002"}]}`})
	}
	g.Must(t, "apply") // cancels the scheduled one, which has an id
	g.Must(t, "destroy")
	if said := g.SaidAbout(""); said != "" {
		t.Errorf("the destroy says %s", said)
	}
	g.Each(t, func(t *testing.T, name string) {
		want := 0
		if by[name].full["scheduled_delivery_date"] != "" {
			want = 1
		}
		if n := len(accounts[name].Requests("message-cancel")); n != want {
			t.Errorf("%d requests to cancel, want %d", n, want)
		}
		accounts[name].WantRequests(t, 3+want)
	})
}

// An answer that any server could give leaves a dry run unclear, as one that names no id leaves a
// send.
func TestDryRun_Unclear(t *testing.T) {
	t.Parallel()
	const counted = `{"success":true,"code":200,"nb_sms":1,"cost":0,"currency":"EUR"}`
	const noID = `the answer reports success, but has no "message_id".`
	dry := []string{"sandbox = true"}
	g, wanted, accounts := acctest.NewGroup(t), map[string]want{}, map[string]*acctest.Account{}
	for name, test := range map[string]struct {
		more []string
		step simulator.Step
		want want
	}{
		"degraded, taken":     {dry, simulator.DegradedStep(true), want{1, 1, "unconfirmed", []string{"Warning: Unconfirmed send of SMS", "it was taken as a dry run", noID}}},
		"degraded, not taken": {dry, simulator.DegradedStep(false), want{1, 0, "", []string{"Error: Unable to tell whether the SMS was sent", noID, "applying again sends and charges nothing."}}},
		"with a 500":          {dry, simulator.Step{Status: 500, Body: counted}, want{1, 0, "", []string{"Error: Unable to tell whether the SMS was sent", "answered HTTP 500"}}},
		"refused":             {dry, simulator.Step{Body: `{"success":false,"code":11,"nb_sms":1,"cost":0}`}, want{1, 0, "", []string{unableToSend, nothingSent}}},
		"a send, sent":        {nil, processed(simulator.Step{Body: counted}), want{1, 1, "unconfirmed", found(noID)}},
		"a send, not sent":    {nil, simulator.Step{Body: counted}, want{1, 0, "", lost(noID)}},
		"no dry run, sent":    {[]string{"sandbox = false"}, processed(simulator.Step{Body: counted}), want{1, 1, "unconfirmed", found(noID)}},
		"a clear send":        {nil, processed(simulator.Step{}), want{1, 1, "accepted", nil}},
	} {
		a := acctest.NewAccount(t, withoutID)
		a.Script("send", test.step)
		g.Set(t, name, a.Provider("max_retries = 0")+plain(test.more...))
		accounts[name], wanted[name] = a, test.want
	}
	if g.Run(t, "apply") {
		t.Error("nothing failed")
	}
	for name, a := range accounts {
		if searched := len(a.Requests("bulk-status-by-tag")) > 0; searched != (name != "refused" && name != "a clear send") {
			t.Errorf("%s: it is looked for: %v", name, searched)
		}
	}
	checkMembers(t, g, accounts, wanted)
}

// An action has nothing to wait for after a dry run without an id, and says so. What the answer
// itself refuses still counts.
func TestActionDryRun_WithoutID(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	const (
		accepted = "is accepted as a dry run, without a message id: 2 SMS, "
		nothing  = "SMS Partner gave this dry run no message id, so there is no delivery to wait for."
		both     = `{"success":true,"code":200,"nbSMS":2,"cost":0,"SMSResponse_List":[{"phoneNumber":"0600000001","success":%1},{"phoneNumber":"0600000002","success":%2}]}`
	)
	refusing := func(results ...string) []simulator.Step {
		return []simulator.Step{{Body: strings.NewReplacer("%1", results[0], "%2", results[1]).Replace(both)}}
	}
	for name, test := range map[string]struct {
		of     way
		wait   string
		script []simulator.Step
		ok     bool
		want   []string
	}{
		"no wait":          {sends("sms"), "", nil, true, []string{accepted}},
		"sms":              {sends("sms"), `{ until = "delivered" }`, nil, true, []string{accepted, "Warning: ", nothing, "Action complete"}},
		"bulk_sms":         {sends("bulk_sms"), `{}`, nil, true, []string{accepted, "Warning: ", nothing, "Action complete"}},
		"long_number_sms":  {sends("long_number_sms"), `{}`, nil, true, []string{accepted, "Warning: ", nothing, "Action complete"}},
		"one refused":      {sends("bulk_sms"), `{}`, refusing("true", "false"), true, []string{"refused 1 of its 2 numbers", nothing}},
		"until delivered":  {sends("bulk_sms"), `{ until = "delivered" }`, refusing("true", "false"), false, []string{"refused 1 of its 2 numbers", "SMS Partner refused 1 of its 2 numbers, so not all can be delivered.", "This is a dry run, which reaches nobody: invoking the action again sends and charges nothing."}},
		"all refused":      {sends("bulk_sms"), `{}`, refusing("false", "false"), false, []string{"refused 2 of its 2 numbers", "SMS Partner refused each of its numbers, so there is no delivery to wait for."}},
		"both go unwaited": {sends("bulk_sms"), "", refusing("true", "false"), true, []string{"refused 1 of its 2 numbers"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, withoutID)
			a.Script(test.of.path, test.script...)
			config := test.of.action(test.of.required().with(hcl{"sandbox": "true", "wait": test.wait}))
			printed := invoke(t, workspace(t, a, config, "max_retries = 0"), test.of.actionAddress(), test.ok)
			for _, part := range test.want { // warnings come before or after, as the engine likes
				acctest.WantText(t, printed, part)
			}
			for _, wrong := range []string{"smspartner_bulk_status", "(message )", "Message  ", "message :", "sends it again", "is sent:"} {
				if strings.Contains(printed, wrong) {
					t.Errorf("it says %q:\n%s", wrong, printed)
				}
			}
			a.WantRequests(t, 1)
		})
	}
}

// Who reads the status of a dry run without an id learns why there is none. The message is kept,
// so a further apply makes no other dry run.
func TestDryRun_Status(t *testing.T) {
	t.Parallel()
	g, accounts := acctest.NewGroup(t), map[string]*acctest.Account{}
	for name, data := range map[string]string{
		"message_status":   `message_id = smspartner_sms.test.message_id` + "\n  " + `phone_number = "0600000001"`,
		"message_statuses": `messages = [{ message_id = smspartner_sms.test.message_id, phone_number = "0600000001" }]`,
		"bulk_status":      `message_id = smspartner_sms.test.message_id`,
	} {
		accounts[name] = acctest.NewAccount(t, withoutID)
		g.Set(t, name, accounts[name].Provider()+plain("sandbox = true")+"\ndata \"smspartner_"+name+"\" \"test\" {\n  "+data+"\n}\n")
	}
	for range 2 {
		if g.Run(t, "apply") {
			t.Error("it succeeded")
		}
		g.Each(t, func(t *testing.T, name string) {
			acctest.WantError(t, g.Said(name), "Error: Missing ", "with data.smspartner_"+name+".test",
				"It is null too for a dry run (sandbox) to which SMS Partner gave no id: leave this block out while you try.")
			accounts[name].WantRequests(t, 1)
		})
	}
}
