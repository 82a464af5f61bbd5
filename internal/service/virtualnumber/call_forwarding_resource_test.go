package virtualnumber_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

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

func has(attribute string, want knownvalue.Check) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(address, tfjsonpath.New(attribute), want)
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

// What is set is off in the end too, if it is off already; another virtual number, in
// either order, replaces the resource.
func TestCallForwarding_Replace(t *testing.T) {
	t.Parallel()
	for name, lifecycle := range map[string]string{
		"destroy first": "", "create first": "lifecycle {\n  create_before_destroy = true\n}",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			action := map[string]plancheck.ResourceActionType{"": plancheck.ResourceActionDestroyBeforeCreate}[lifecycle]
			if action == "" {
				action = plancheck.ResourceActionCreateBeforeDestroy
			}
			acctest.Run(t,
				resource.TestStep{Config: a.Provider() + test(toNumber, lifecycle)},
				resource.TestStep{
					Config:           a.Provider() + forwarding("test", "0700000001", toNumber, lifecycle),
					ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: will(action)},
				},
				resource.TestStep{
					PreConfig: func() {
						forwards(t, a, sms.ForwardOff, "")
						if got := a.Forwarding("0700000001").Type; got != sms.ForwardCalls {
							t.Errorf("the new number is set to type %s", got)
						}
						a.SetForwarding("0700000001", sms.Forwarding{Type: sms.ForwardOff}) // in the dashboard
					},
					Config: a.Provider(),
				},
			)
		})
	}
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

// After a change that failed half-way, or whose answer was lost, the state has no target,
// and the next apply sets it, even if it is the old one again.
func TestCallForwarding_HalfWay(t *testing.T) {
	t.Parallel()
	process := simulator.Step{Process: true}
	for name, one := range map[string]struct {
		steps []simulator.Step
		want  string
		next  string
		kind  string
		param string
	}{
		"off, to the new target": {[]simulator.Step{process, process, acctest.Refusal(12, "Non")}, "are not forwarded now", voicemail, sms.ForwardVoicemail, "oncall@example.com"},
		"off, to the old target": {[]simulator.Step{process, process, acctest.Refusal(16, "Non")}, "are not forwarded now", toNumber, sms.ForwardCalls, "33100000000"},
		"lost, to the new target": {
			[]simulator.Step{process, process, {Process: true, Drop: simulator.DropDuring}},
			"Unable to tell whether call forwarding was set", voicemail, sms.ForwardVoicemail, "oncall@example.com",
		},
		"lost, to the old target": {[]simulator.Step{{Drop: simulator.DropBefore}}, "Unable to tell whether call forwarding was set", toNumber, sms.ForwardCalls, "33100000000"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{ForwardForms: sms.ForwardForms{ForwardChangeRefused: true}}})
			acctest.Run(t,
				resource.TestStep{Config: a.Provider() + test(toNumber)},
				resource.TestStep{
					PreConfig:   func() { a.Script("vn/callforward", one.steps...) },
					Config:      a.Provider() + test(voicemail),
					ExpectError: regexp.MustCompile(strings.ReplaceAll(one.want, " ", `\s+`)),
				},
				resource.TestStep{
					Config:           a.Provider() + test(one.next),
					ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: will(plancheck.ResourceActionUpdate)},
				},
				resource.TestStep{
					PreConfig: func() { forwards(t, a, one.kind, one.param) },
					Config:    a.Provider() + test(one.next), PlanOnly: true,
				},
			)
			forwards(t, a, sms.ForwardOff, "")
		})
	}
}

// After a creation that failed, nothing is in the state, and the next apply creates.
func TestCallForwarding_CreateFails(t *testing.T) {
	t.Parallel()
	process := simulator.Step{Process: true}
	for name, one := range map[string]struct {
		steps []simulator.Step
		want  string
	}{
		"refused": {[]simulator.Step{acctest.Refusal(15, "Non")}, "Nothing was changed"},
		"off":     {[]simulator.Step{process, process, acctest.Refusal(12, "Non")}, "are not forwarded now"},
		"lost":    {[]simulator.Step{process, process, {Process: true, Drop: simulator.DropDuring}}, "Unable to tell whether call forwarding was set"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{ForwardForms: sms.ForwardForms{ForwardChangeRefused: true}}})
			a.SetForwarding("0700000000", sms.Forwarding{Type: sms.ForwardVoicemail, Param: "old@example.com"})
			a.Script("vn/callforward", one.steps...)
			acctest.Run(t,
				resource.TestStep{Config: a.Provider() + test(toNumber), ExpectError: regexp.MustCompile(strings.ReplaceAll(one.want, " ", `\s+`))},
				resource.TestStep{
					Config:            a.Provider() + test(toNumber),
					ConfigPlanChecks:  resource.ConfigPlanChecks{PreApply: will(plancheck.ResourceActionCreate)},
					ConfigStateChecks: []statecheck.StateCheck{has("forward_to", knownvalue.StringExact("01 00 00 00 00")), has("voicemail_email", knownvalue.Null())},
				},
				resource.TestStep{PreConfig: func() { forwards(t, a, sms.ForwardCalls, "33100000000") }, Config: a.Provider() + test(toNumber), PlanOnly: true},
			)
			forwards(t, a, sms.ForwardOff, "")
		})
	}
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
