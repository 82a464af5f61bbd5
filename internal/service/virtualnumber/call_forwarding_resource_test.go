package virtualnumber_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const (
	address   = "smspartner_call_forwarding.test"
	toNumber  = `forward_to = "01 00 00 00 00"`
	toOther   = `forward_to = "+33100000001"`
	voicemail = `voicemail_email = "oncall@example.com"`
)

func forwarding(name, number string, more ...string) string {
	return fmt.Sprintf("\nresource \"smspartner_call_forwarding\" %q {\n  number = %q\n  %s\n}\n", name, number, strings.Join(more, "\n  "))
}

func test(more ...string) string { return forwarding("test", "07 00 00 00 00", more...) }

func will(action plancheck.ResourceActionType) []plancheck.PlanCheck {
	return []plancheck.PlanCheck{plancheck.ExpectResourceAction(address, action)}
}

// forwards asserts what the vendor has set.
func forwards(t *testing.T, a *acctest.Account, kind, param string) {
	t.Helper()
	if got, want := a.Forwarding("+33700000000"), (sms.Forwarding{Type: kind, Param: param}); got != want {
		t.Errorf("it is set to %+v, want %+v", got, want)
	}
}

// A number goes from each target to each other, and off in the end, whether or not the
// vendor lets a forwarding be changed while it is on.
func TestCallForwarding_Lifecycle(t *testing.T) {
	t.Parallel()
	step := func(a *acctest.Account, action plancheck.ResourceActionType, arguments ...string) acctest.Step {
		return acctest.Step{Config: a.Provider() + test(arguments...), Plan: will(action)}
	}
	const update = plancheck.ResourceActionUpdate
	tests := acctest.Tests{}
	for name, one := range map[string]struct {
		forms    sms.ForwardForms
		requests int
	}{
		"changed while on":     {sms.ForwardForms{ForwardCode200: true}, 6},
		"disabled in between":  {sms.ForwardForms{ForwardChangeRefused: true}, 6 + 2*5},
		"disabled, by code 14": {sms.ForwardForms{ForwardChangeRefused: true, ForwardOffCode14: true}, 6 + 2*5},
	} {
		a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{ForwardForms: one.forms}})
		a.SetForwarding("0700000000", sms.Forwarding{Type: sms.ForwardVoicemail, Param: "old@example.com"})
		tests[name] = acctest.Test{
			Steps: []acctest.Step{
				step(a, plancheck.ResourceActionCreate, toNumber),
				step(a, update, toOther),
				step(a, update, voicemail),
				step(a, update, `voicemail_email = "other@example.com"`),
				step(a, update, toNumber),
				{Config: a.Provider() + forwarding("test", "+33700000000", `forward_to = "+33 1 00 00 00 00"`), Plan: will(plancheck.ResourceActionNoop)},
			},
			After: func(t *testing.T) {
				forwards(t, a, sms.ForwardOff, "")
				a.WantRequests(t, one.requests)
			},
		}
	}
	tests.Run(t)
}

// Another virtual number, in either order, replaces the resource; what is off already in the
// end is no error.
func TestCallForwarding_Replace(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for action, lifecycle := range map[plancheck.ResourceActionType]string{
		plancheck.ResourceActionDestroyBeforeCreate: "", plancheck.ResourceActionCreateBeforeDestroy: "lifecycle {\n  create_before_destroy = true\n}",
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		tests[string(action)] = acctest.Test{
			Steps: []acctest.Step{
				{Config: a.Provider() + test(toNumber, lifecycle)},
				{Config: a.Provider() + forwarding("test", "0700000001", toNumber, lifecycle), Plan: will(action)},
			},
			After: func(t *testing.T) {
				forwards(t, a, sms.ForwardOff, "")
				if got := a.Forwarding("0700000001").Type; got != sms.ForwardOff {
					t.Errorf("the new number is set to type %s", got)
				}
				a.WantRequests(t, 4)
			},
		}
	}
	tests.Run(t)
}

// A resource that takes over a number in the run in which the old one goes leaves the number
// forwarded, in whatever order the engine works.
func TestCallForwarding_TakenOver(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{ForwardForms: sms.ForwardForms{ForwardChangeRefused: true}}})
	const first = "lifecycle {\n  create_before_destroy = true\n}"
	w := acctest.Attached(t, a.Provider()+test(toNumber, first))
	acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	printed := acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color", "-replace="+address)
	acctest.WantText(t, printed, "Warning: Call forwarding is not disabled", "has set the forwarding of +33700000000 in this run. It stays set.")
	forwards(t, a, sms.ForwardCalls, "33100000000")

	acctest.Run(t,
		resource.TestStep{Config: a.Provider() + test(toNumber)},
		resource.TestStep{Config: a.Provider() + forwarding("renamed", "0700000000", voicemail)},
		resource.TestStep{
			PreConfig: func() { forwards(t, a, sms.ForwardVoicemail, "oncall@example.com") },
			Config: a.Provider() + forwarding("moved", "0700000000", voicemail) +
				"moved {\n  from = smspartner_call_forwarding.renamed\n  to   = smspartner_call_forwarding.moved\n}\n",
			ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
				plancheck.ExpectResourceAction("smspartner_call_forwarding.moved", plancheck.ResourceActionNoop),
			}},
		},
	)
	forwards(t, a, sms.ForwardOff, "")
}

// faulty is a change or a creation that fails at some step.
type faulty struct {
	steps []simulator.Step
	want  string
	// next is configured after the failure, and what it sets.
	next string
	set  sms.Forwarding
}

// recovers applies a first configuration, unless it is empty, then one that fails, and
// asserts that the next apply does what action says, gets to the goal, and leaves nothing
// to do.
func recovers(t *testing.T, first, second string, action plancheck.ResourceActionType, tests map[string]faulty) {
	t.Helper()
	g, accounts := acctest.NewGroup(t), map[string]*acctest.Account{}
	for name := range tests {
		a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{ForwardForms: sms.ForwardForms{ForwardChangeRefused: true}}})
		a.SetForwarding("0700000000", sms.Forwarding{Type: sms.ForwardVoicemail, Param: "old@example.com"})
		accounts[name] = a
		g.Set(t, name, a.Provider()+first)
	}
	if first != "" {
		g.Must(t, "apply")
	}
	for name, a := range accounts {
		a.Script("vn/callforward", tests[name].steps...)
		g.Set(t, name, a.Provider()+second)
	}
	if g.Run(t, "apply") {
		t.Error("the faulty apply succeeded")
	}
	planned := map[string][]plancheck.PlanCheck{}
	for name, a := range accounts {
		acctest.WantError(t, g.Said(name), tests[name].want)
		g.Set(t, name, a.Provider()+test(tests[name].next))
		planned[name] = will(action)
	}
	g.Must(t, "plan")
	g.Planned(t, planned)
	g.Must(t, "apply")
	g.Must(t, "plan")
	for name, a := range accounts {
		if got := a.Forwarding("0700000000"); got != tests[name].set || g.Changes(name) {
			t.Errorf("%s: it is set to %+v, want %+v; something is left to do: %t", name, got, tests[name].set, g.Changes(name))
		}
	}
	g.Must(t, "destroy")
	for _, a := range accounts {
		forwards(t, a, sms.ForwardOff, "")
	}
}

const (
	offNow  = "are not forwarded now"
	unclear = "Unable to tell whether call forwarding was set"
)

// After a change that failed half-way, or whose answer was lost, the state has no target,
// and the next apply sets it, even if it is the old one again.
func TestCallForwarding_HalfWay(t *testing.T) {
	t.Parallel()
	process, refusal := simulator.Step{Process: true}, acctest.Refusal
	mailed, called := sms.Forwarding{Type: sms.ForwardVoicemail, Param: "oncall@example.com"}, sms.Forwarding{Type: sms.ForwardCalls, Param: "33100000000"}
	recovers(t, test(toNumber), test(voicemail), plancheck.ResourceActionUpdate, map[string]faulty{
		"off, to the new target":  {[]simulator.Step{process, process, refusal(12, "Non")}, offNow, voicemail, mailed},
		"off, to the old target":  {[]simulator.Step{process, process, refusal(16, "Non")}, offNow, toNumber, called},
		"lost, to the new target": {[]simulator.Step{process, process, {Process: true, Drop: simulator.DropDuring}}, unclear, voicemail, mailed},
		"lost, to the old target": {[]simulator.Step{{Drop: simulator.DropBefore}}, unclear, toNumber, called},
		"lost, at off":            {[]simulator.Step{process, {Process: true, Drop: simulator.DropDuring}}, unclear, toNumber, called},
		"refused":                 {[]simulator.Step{refusal(15, "Non")}, "Nothing was changed", voicemail, mailed},
	})
}

// After a creation that failed, nothing is in the state, and the next apply creates.
func TestCallForwarding_CreateFails(t *testing.T) {
	t.Parallel()
	process := simulator.Step{Process: true}
	called := sms.Forwarding{Type: sms.ForwardCalls, Param: "33100000000"}
	recovers(t, "", test(toNumber), plancheck.ResourceActionCreate, map[string]faulty{
		"refused": {[]simulator.Step{acctest.Refusal(15, "Non")}, "Nothing was changed", toNumber, called},
		"off":     {[]simulator.Step{process, process, acctest.Refusal(12, "Non")}, offNow, toNumber, called},
		"lost":    {[]simulator.Step{process, process, {Process: true, Drop: simulator.DropDuring}}, unclear, toNumber, called},
	})
}

// A later change of the provider's region does not change which numbers were set.
func TestCallForwarding_Region(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	belgium, france := a.Provider(`default_region = "BE"`), a.Provider()
	to := func(number string) string {
		return forwarding("test", "+33700000000", fmt.Sprintf("forward_to = %q", number))
	}
	acctest.Tests{"region": {
		Steps: []acctest.Step{
			{Config: belgium + to("0470 12 34 56")},
			{Config: france + to("0470 12 34 56"), Plan: will(plancheck.ResourceActionNoop)},
			{Config: france + to("+32 470 12 34 56"), Plan: will(plancheck.ResourceActionNoop)},
			{Config: france + to("04 70 12 34 56"), Plan: will(plancheck.ResourceActionUpdate)},
		},
		After: func(t *testing.T) { a.WantRequests(t, 3) },
	}}.Run(t)
}
