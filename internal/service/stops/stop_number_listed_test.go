package stops_test

import (
	"net/http"
	"regexp"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// emptyList answers as if nothing was on the list.
func emptyList() simulator.Step {
	return simulator.Step{Repeat: true, Body: `{"success": true, "code": 200, "nbData": 0, "data": []}`}
}

// A refresh that can't read the whole list does not take the entry for gone.
func TestStopNumber_NotGone(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	config := a.Provider("max_retries = 0") + stop("+33600000003")
	fails := func(step simulator.Step) resource.TestStep {
		return resource.TestStep{
			PreConfig:   func() { a.Script("stop-sms/list", step) },
			Config:      config,
			ExpectError: regexp.MustCompile(`Unable to read STOP number`),
		}
	}
	acctest.Run(t,
		resource.TestStep{Config: config},
		fails(simulator.Step{Status: http.StatusNotFound, Body: "<html>"}),
		fails(simulator.Step{Body: `{"success": true, "code": 200, "nbData": 1, "data": []}`}),
		fails(simulator.DegradedStep(false)),
		resource.TestStep{Config: config, ConfigPlanChecks: will(plancheck.ResourceActionNoop)},
	)
}

// otherIDs are the options of an account whose list has other ids than the answers to
// additions.
func otherIDs() simulator.Options {
	return simulator.Options{Variant: simulator.Variant{StopForms: sms.StopForms{OtherStopIDs: true}}}
}

// The list wins: an entry that it has under another id than the answer to the addition
// gave is known by that of the list, at once or when it is listed at last. Until then the
// entry is not gone.
func TestStopNumber_OtherID(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, otherIDs())
	config := a.Provider() + stop("+33600000003")
	known := func(id string, created knownvalue.Check) []statecheck.StateCheck {
		return []statecheck.StateCheck{has("id", knownvalue.StringExact(id)), has("created_at", created)}
	}
	acctest.Run(t,
		resource.TestStep{
			PreConfig:         func() { a.Script("stop-sms/list", emptyList()) },
			Config:            config,
			ConfigStateChecks: known("1300", knownvalue.Null()),
		},
		resource.TestStep{Config: config, ConfigPlanChecks: will(plancheck.ResourceActionNoop), ConfigStateChecks: known("1300", knownvalue.Null())},
		resource.TestStep{PreConfig: func() { a.Script("stop-sms/list") }, RefreshState: true},
		resource.TestStep{Config: config, ConfigPlanChecks: will(plancheck.ResourceActionNoop), ConfigStateChecks: known("300", knownvalue.NotNull())},
	)
	wantStopped(t, a, "")
	listed := acctest.NewAccount(t, otherIDs())
	acctest.Run(t, resource.TestStep{Config: listed.Provider() + stop("+33600000003"), ConfigStateChecks: known("300", knownvalue.NotNull())})
	wantStopped(t, listed, "")
}

// An entry that was never listed is removed under the id that the list has by then.
func TestStopNumber_OtherIDRemoved(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, otherIDs())
	a.Script("stop-sms/list", emptyList())
	w := acctest.Attached(t, a.Provider()+stop("+33600000003"))
	printed := acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	acctest.WantText(t, printed, "STOP number is not listed yet", "The STOP number +33600000003 is created", "SMS Partner has not listed it within 10s.")
	a.Script("stop-sms/list")
	acctest.Succeed(t, w, "destroy", "-refresh=false", "-auto-approve", "-no-color")
	wantStopped(t, a, "")
}

// An entry that the list has under the same id with another number is somebody else's: it
// is not removed, and the number is added anew.
func TestStopNumber_AnotherNumber(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	acctest.Run(t,
		resource.TestStep{Config: a.Provider() + stop("+33600000003")},
		resource.TestStep{
			PreConfig: func() {
				a.RemoveStop(300)
				a.PutStop(sms.Stop{ID: 300, Number: "+33600000009"})
			},
			Config:            a.Provider() + stop("+33600000003"),
			ConfigPlanChecks:  will(plancheck.ResourceActionCreate),
			ConfigStateChecks: []statecheck.StateCheck{has("id", knownvalue.StringExact("301"))},
		},
	)
	wantStopped(t, a, "+33600000009")
}

// A number that the list shows in another spelling, or that can't be read, is no change.
func TestStopNumber_ListedOtherwise(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	config := a.Provider() + stop("06 00 00 00 03")
	shown := func(number string) resource.TestStep {
		return resource.TestStep{
			PreConfig: func() {
				a.Script("stop-sms/list", simulator.Step{Repeat: true, Body: `{"success": true, "code": 200, "nbData": 1, "data": [{"id": "300", "phoneNumber": ` + number + `}]}`})
			},
			Config:            config,
			ConfigPlanChecks:  will(plancheck.ResourceActionNoop),
			ConfigStateChecks: []statecheck.StateCheck{has("phone_number", knownvalue.StringExact("06 00 00 00 03"))},
		}
	}
	acctest.Run(t,
		resource.TestStep{Config: config},
		shown(`"33600000003"`), shown(`"0600000003"`), shown("null"), shown(`"336****0003"`),
		resource.TestStep{ // which lets the entry be removed
			PreConfig: func() { a.Script("stop-sms/list", simulator.Step{Process: true, Repeat: true}) },
			Config:    config, ConfigPlanChecks: will(plancheck.ResourceActionNoop),
		},
	)
	wantStopped(t, a, "")
}
