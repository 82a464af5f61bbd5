package stops_test

import (
	"fmt"
	"net/http"
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

const address = "smspartner_stop_number.test"

func stop(number string, more ...string) string {
	return fmt.Sprintf("\nresource \"smspartner_stop_number\" \"test\" {\n  phone_number = %q\n%s\n}\n", number, strings.Join(more, "\n"))
}

func has(attribute string, want knownvalue.Check) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(address, tfjsonpath.New(attribute), want)
}

func will(action plancheck.ResourceActionType) resource.ConfigPlanChecks {
	return resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{plancheck.ExpectResourceAction(address, action)}}
}

func wantStopped(t *testing.T, a *acctest.Account, want string) {
	t.Helper()
	if got := strings.Join(a.StoppedNumbers(), " "); got != want {
		t.Errorf("the STOP list has %q, want %q", got, want)
	}
}

// An entry is added, planned empty, imported by id and by number, respelled, replaced in
// both orders, found gone and removed.
func TestStopNumber_Lifecycle(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	imported := func(id string) resource.TestStep {
		return resource.TestStep{ResourceName: address, ImportState: true, ImportStateId: id, ImportStateVerify: true}
	}
	acctest.Run(t,
		resource.TestStep{
			Config:           a.Provider() + stop("06 00 00 00 03"),
			ConfigPlanChecks: will(plancheck.ResourceActionCreate),
			ConfigStateChecks: []statecheck.StateCheck{
				has("id", knownvalue.StringExact("300")),
				has("phone_number", knownvalue.StringExact("06 00 00 00 03")),
				has("created_at", knownvalue.StringRegexp(regexp.MustCompile(`^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$`))),
			},
		},
		resource.TestStep{
			Config:           a.Provider() + stop("+33600000003"),
			ConfigPlanChecks: will(plancheck.ResourceActionNoop),
		},
		resource.TestStep{
			Config:            a.Provider() + stop("+33600000004"),
			ConfigPlanChecks:  will(plancheck.ResourceActionDestroyBeforeCreate),
			ConfigStateChecks: []statecheck.StateCheck{has("id", knownvalue.StringExact("301"))},
		},
		imported("301"),
		imported("06 00 00 00 04"),
		resource.TestStep{
			PreConfig:         func() { wantStopped(t, a, "+33600000004"); a.RemoveStop(301) }, // in the dashboard
			Config:            a.Provider() + stop("+33600000004"),
			ConfigPlanChecks:  will(plancheck.ResourceActionCreate),
			ConfigStateChecks: []statecheck.StateCheck{has("id", knownvalue.StringExact("302"))},
		},
		resource.TestStep{
			Config:           a.Provider() + stop("+33600000005", "lifecycle {\n  create_before_destroy = true\n}"),
			ConfigPlanChecks: will(plancheck.ResourceActionCreateBeforeDestroy),
		},
		resource.TestStep{
			Config: a.Provider() + strings.Replace(stop("+33600000005"), `"test"`, `"moved"`, 1) +
				"moved {\n  from = smspartner_stop_number.test\n  to   = smspartner_stop_number.moved\n}\n",
			ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
				plancheck.ExpectResourceAction("smspartner_stop_number.moved", plancheck.ResourceActionNoop),
			}},
		},
	)
	wantStopped(t, a, "")
	for call, want := range map[string]int{"stop-sms/add": 4, "stop-sms/delete": 3} {
		if got := len(a.Requests(call)); got != want {
			t.Errorf("%d requests of %s, want %d", got, call, want)
		}
	}
}

// A change of the provider's region does not change which number was added; a number that
// is written anew is read in the region of today.
func TestStopNumber_Region(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	belgium, france := a.Provider(`default_region = "BE"`), a.Provider()
	acctest.Run(t,
		resource.TestStep{Config: belgium + stop("0470 12 34 56")},
		resource.TestStep{Config: france + stop("0470 12 34 56"), ConfigPlanChecks: will(plancheck.ResourceActionNoop)},
		resource.TestStep{Config: france + stop("+32 470 12 34 56"), ConfigPlanChecks: will(plancheck.ResourceActionNoop)},
		resource.TestStep{
			PreConfig: func() { wantStopped(t, a, "+32470123456") },
			Config:    france + stop("04 70 12 34 56"), ConfigPlanChecks: will(plancheck.ResourceActionDestroyBeforeCreate),
		},
		resource.TestStep{
			PreConfig: func() { wantStopped(t, a, "+33470123456") },
			Config:    france + acctest.Later("04 70 12 34 56") + strings.Replace(stop(""), `""`, "terraform_data.later.output", 1),
		},
	)
	wantStopped(t, a, "")
}

// A lost answer to an addition is settled by the list: the entry is kept, and not added
// again.
func TestStopNumber_CreateLost(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, step := range map[string]simulator.Step{
		"carried out, dropped": {Process: true, Drop: simulator.DropDuring},
		"carried out, 502":     {Process: true, Status: http.StatusBadGateway, Body: "<html>"},
		"without an id":        simulator.DegradedStep(true),
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		a.AddStop("+33600000009")
		a.Script("stop-sms/add", step)
		tests[name] = acctest.Test{
			Steps: []acctest.Step{{
				Config: a.Provider() + stop("0600000003"),
				State:  []statecheck.StateCheck{has("id", knownvalue.StringExact("301")), has("created_at", knownvalue.NotNull())},
			}},
			After: func(t *testing.T) {
				wantStopped(t, a, "+33600000009") // that of the dashboard
				if got := len(a.Requests("stop-sms/add")); got != 1 {
					t.Errorf("%d requests add it, want 1", got)
				}
			},
		}
	}
	tests.Run(t)
}

// What is refused leaves the list as it was.
func TestStopNumber_Errors(t *testing.T) {
	t.Parallel()
	const block = "import { to = smspartner_stop_number.NAME id = %q }"
	old := func(number string) func(*acctest.Account) {
		return func(a *acctest.Account) { a.AddStop(number) }
	}
	script := func(path string, step simulator.Step) func(*acctest.Account) {
		return func(a *acctest.Account) { a.Script(path, step) }
	}
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		variant  simulator.Variant
		prepare  func(*acctest.Account)
		number   string
		want     []string
		requests int
	}{
		"on the list": {
			prepare: old("+33600000003"), requests: 1,
			want: []string{
				"Unable to add STOP number", "phone_number =", "Nothing was added. +33600000003 is on the STOP list already since 20", "with the id 300.",
				"a later destroy would lift the opt-out", fmt.Sprintf(block, "300"),
			},
		},
		"on the list, not listed yet": {
			prepare: func(a *acctest.Account) {
				a.AddStop("+33600000003")
				a.Script("stop-sms/list", simulator.Step{Body: `{"success": true, "code": 200, "nbData": 0, "data": []}`})
			},
			variant: simulator.Variant{StopForms: sms.StopForms{StopIDInRefusal: true}}, requests: 2,
			want: []string{"phone_number =", "Nothing was added. +33600000003 is on the STOP list already.", `code 3, "L'ID du message est requis"`, fmt.Sprintf(block, "+33600000003")},
		},
		"number missing": {
			variant: simulator.Variant{StopForms: sms.StopForms{StopNumberPlural: true}}, requests: 2,
			want: []string{"Nothing was added. SMS Partner received no phone number.", "so something on the way removed it"},
		},
		"number refused":   {prepare: script("stop-sms/add", acctest.Refusal(9, "Le numéro de téléphone est invalide")), requests: 2, want: []string{"phone_number =", "SMS Partner does not take +33600000003 as a phone number.", "default_region"}},
		"key refused":      {prepare: script("stop-sms/list", acctest.Refusal(10, "Clé API incorrecte")), requests: 1, want: []string{"Unable to add STOP number", "SMS Partner does not accept the API key."}},
		"a part":           {prepare: func(a *acctest.Account) { a.AddStop("+33600000004"); a.AddStop("+33600000005") }, variant: simulator.Variant{StopForms: sms.StopForms{StopListLimit: 1}}, requests: 1, want: []string{"its list is not whole by its own count"}},
		"not in region":    {number: "060000000", want: []string{"Invalid phone number", "it is too short for the region FR"}},
		"entry without id": {prepare: script("stop-sms/list", simulator.Step{Body: `{"success": true, "code": 200, "data": [{"phoneNumber": "+33600000009"}]}`}), requests: 1, want: []string{"its data[0] has no id"}},
	} {
		a := acctest.NewAccount(t, simulator.Options{Variant: test.variant})
		if test.prepare != nil {
			test.prepare(a)
		}
		number := test.number
		if number == "" {
			number = "06 00 00 00 03"
		}
		cases[name] = acctest.Case{Account: a, Config: a.Provider("max_retries = 0") + stop(number), Want: test.want, Requests: test.requests}
	}
	planned := cases["not in region"]
	delete(cases, "not in region")
	cases.Fail(t, "apply")
	acctest.Cases{"not in region": planned}.Fail(t, "plan")
}
