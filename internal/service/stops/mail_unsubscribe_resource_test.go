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
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
)

const unsubscribeAddress = "smspartner_mail_unsubscribe.test"

func unsubscribe(email string, more ...string) string {
	return fmt.Sprintf("\nresource \"smspartner_mail_unsubscribe\" \"test\" {\n  email = %q\n%s\n}\n", email, strings.Join(more, "\n"))
}

func unsubscribeHas(attribute string, want knownvalue.Check) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(unsubscribeAddress, tfjsonpath.New(attribute), want)
}

func unsubscribeWill(action plancheck.ResourceActionType) resource.ConfigPlanChecks {
	return resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{plancheck.ExpectResourceAction(unsubscribeAddress, action)}}
}

// listsAddresses are options of an account whose list has these forms.
func listsAddresses(forms mail.UnsubscribeForms) simulator.Options {
	return simulator.Options{MailVariant: mail.Variant{UnsubscribeForms: forms}}
}

func wantUnsubscribed(t *testing.T, a *acctest.Account, want string) {
	t.Helper()
	if got := strings.Join(a.Mail.Unsubscribed(), " "); got != want {
		t.Errorf("the unsubscribe list has %q, want %q", got, want)
	}
}

// wantUnsubscribeCalls asserts how many requests changed the list.
func wantUnsubscribeCalls(t *testing.T, a *acctest.Account, add, remove int) {
	t.Helper()
	for call, want := range map[string]int{"unsubscribe/add": add, "unsubscribe/delete": remove} {
		if got := len(a.Mail.Requests(call)); got != want {
			t.Errorf("%d requests of %s, want %d", got, call, want)
		}
	}
}

// An entry is added, planned empty, imported by id and by address in any case, respelled,
// replaced in both orders, found gone and removed.
func TestMailUnsubscribe_Lifecycle(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, listsAddresses(mail.UnsubscribeForms{UnsubscribeLowerCase: true, OtherUnsubscribeIDs: true}))
	imported := func(id string) resource.TestStep {
		return resource.TestStep{ResourceName: unsubscribeAddress, ImportState: true, ImportStateId: id, ImportStateVerify: true}
	}
	acctest.Run(t,
		resource.TestStep{
			Config:           a.MailProvider() + unsubscribe("Ada+News@Example.com"),
			ConfigPlanChecks: unsubscribeWill(plancheck.ResourceActionCreate),
			ConfigStateChecks: []statecheck.StateCheck{
				unsubscribeHas("id", knownvalue.StringExact("300")), // the list wins
				unsubscribeHas("email", knownvalue.StringExact("Ada+News@Example.com")),
				unsubscribeHas("created_at", knownvalue.StringRegexp(regexp.MustCompile(`^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$`))),
			},
		},
		resource.TestStep{
			Config:           a.MailProvider() + unsubscribe("ada+news@example.com"),
			ConfigPlanChecks: unsubscribeWill(plancheck.ResourceActionNoop),
		},
		resource.TestStep{
			PreConfig:         func() { wantUnsubscribeCalls(t, a, 1, 0) },
			Config:            a.MailProvider() + unsubscribe("ada@example.com"),
			ConfigPlanChecks:  unsubscribeWill(plancheck.ResourceActionDestroyBeforeCreate),
			ConfigStateChecks: []statecheck.StateCheck{unsubscribeHas("id", knownvalue.StringExact("301"))},
		},
		imported("301"),
		imported("ADA@example.com"),
		resource.TestStep{
			PreConfig:         func() { wantUnsubscribed(t, a, "ada@example.com"); a.Mail.RemoveUnsubscribe(301) }, // in the dashboard
			Config:            a.MailProvider() + unsubscribe("ada@example.com"),
			ConfigPlanChecks:  unsubscribeWill(plancheck.ResourceActionCreate),
			ConfigStateChecks: []statecheck.StateCheck{unsubscribeHas("id", knownvalue.StringExact("302"))},
		},
		resource.TestStep{
			Config:           a.MailProvider() + acctest.Later("bob@example.com") + strings.Replace(unsubscribe("", "lifecycle {\n  create_before_destroy = true\n}"), `""`, "terraform_data.later.output", 1),
			ConfigPlanChecks: unsubscribeWill(plancheck.ResourceActionCreateBeforeDestroy),
		},
		resource.TestStep{
			PreConfig: func() { // somebody else's entry, under the id
				a.Mail.RemoveUnsubscribe(303)
				a.Mail.PutUnsubscribe(mail.Unsubscribe{ID: 303, Email: "eve@example.com"})
			},
			Config:            a.MailProvider() + unsubscribe("bob@example.com"),
			ConfigPlanChecks:  unsubscribeWill(plancheck.ResourceActionCreate),
			ConfigStateChecks: []statecheck.StateCheck{unsubscribeHas("id", knownvalue.StringExact("304"))},
		},
	)
	wantUnsubscribed(t, a, "eve@example.com")
	wantUnsubscribeCalls(t, a, 5, 3)
}

// An address that the list shows in another case, masked or not at all is no change, and a
// list that can't be read whole takes nothing for gone.
func TestMailUnsubscribe_Listed(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, listsAddresses(mail.UnsubscribeForms{UnsubscribeByCase: true}))
	config := a.MailProvider("max_retries = 0") + unsubscribe("Ada@example.com")
	listed := func(step simulator.Step) func() { return func() { a.Mail.Script("unsubscribe/list", step) } }
	shown := func(email string) resource.TestStep {
		return resource.TestStep{
			PreConfig: listed(simulator.Step{Repeat: true, Body: `{"success": true, "code": 200, "nbData": 1, "data": [{"id": "300", "email": ` + email + `}]}`}),
			Config:    config, ConfigPlanChecks: unsubscribeWill(plancheck.ResourceActionNoop),
			ConfigStateChecks: []statecheck.StateCheck{unsubscribeHas("email", knownvalue.StringExact("Ada@example.com"))},
		}
	}
	fails := func(step simulator.Step) resource.TestStep {
		return resource.TestStep{PreConfig: listed(step), Config: config, ExpectError: regexp.MustCompile(`Unable to read unsubscribed address`)}
	}
	acctest.Run(t,
		resource.TestStep{Config: config},
		shown(`"ada@example.com"`), shown(`"ADA@EXAMPLE.COM"`), shown("null"), shown(`"a***@example.com"`),
		fails(simulator.Step{Status: http.StatusNotFound, Body: "<html>"}),
		fails(simulator.Step{Body: `{"success": true, "code": 200, "nbData": 1, "data": []}`}),
		fails(simulator.DegradedStep(false)),
		resource.TestStep{ // which lets the entry be removed
			PreConfig: listed(simulator.Step{Process: true, Repeat: true}),
			Config:    config, ConfigPlanChecks: unsubscribeWill(plancheck.ResourceActionNoop),
		},
	)
	wantUnsubscribed(t, a, "")
	wantUnsubscribeCalls(t, a, 1, 1)
}

// A lost answer to an addition is settled by the list: the entry is kept, and not added
// again.
func TestMailUnsubscribe_CreateLost(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, step := range map[string]simulator.Step{
		"carried out, dropped": {Process: true, Drop: simulator.DropDuring},
		"without an id":        simulator.DegradedStep(true),
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		a.Mail.AddUnsubscribe("bob@example.com")
		a.Mail.Script("unsubscribe/add", step)
		tests[name] = acctest.Test{
			Steps: []acctest.Step{{
				Config: a.MailProvider() + unsubscribe("Ada@example.com"),
				State:  []statecheck.StateCheck{unsubscribeHas("id", knownvalue.StringExact("301")), unsubscribeHas("created_at", knownvalue.NotNull())},
			}},
			After: func(t *testing.T) {
				wantUnsubscribed(t, a, "bob@example.com") // that of the dashboard
				wantUnsubscribeCalls(t, a, 1, 1)
			},
		}
	}
	tests.Run(t)
}

// What is refused leaves the list as it was.
func TestMailUnsubscribe_Errors(t *testing.T) {
	t.Parallel()
	const block = "import { to = smspartner_mail_unsubscribe.NAME id = %q }"
	empty := simulator.Step{Body: `{"success": true, "code": 200, "nbData": 0, "data": []}`}
	script := func(call string, step simulator.Step) func(*acctest.Account) {
		return func(a *acctest.Account) { a.Mail.Script("unsubscribe/"+call, step) }
	}
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		forms    mail.UnsubscribeForms
		prepare  func(*acctest.Account)
		want     []string
		requests int
	}{
		"on the list, in another case": {
			prepare: func(a *acctest.Account) { a.Mail.AddUnsubscribe("ADA@example.com") }, requests: 1,
			want: []string{
				"Unable to add unsubscribed address", "email =", "Nothing was added. ada@example.com is on the unsubscribe list already since 20", "with the id 300.",
				"a later destroy would lift the opt-out", fmt.Sprintf(block, "300"),
			},
		},
		"on the list, not listed yet": {
			prepare: func(a *acctest.Account) {
				a.Mail.AddUnsubscribe("ada@example.com")
				a.Mail.Script("unsubscribe/list", empty)
			},
			forms: mail.UnsubscribeForms{UnsubscribeIDInRefusal: true}, requests: 2,
			want: []string{"email =", "Nothing was added. ada@example.com is on the unsubscribe list already.", `code 3, "Le mail est déjà dans la liste"`, fmt.Sprintf(block, "ada@example.com")},
		},
		"address missing": {prepare: script("add", acctest.Refusal(2, "Le mail est requis")), requests: 2, want: []string{"Nothing was added. Mail Partner received no e-mail address.", "so something on the way removed it", "mail_base_url"}},
		"address refused": {prepare: script("add", acctest.Refusal(9, "Le mail est invalide")), requests: 2, want: []string{"email =", "Mail Partner does not take ada@example.com as an e-mail address.", "Check email."}},
		"key refused":     {prepare: script("list", acctest.Refusal(10, "Api key invalid")), requests: 1, want: []string{"Unable to add unsubscribed address", "Mail Partner does not accept the API key."}},
		"a part": {prepare: func(a *acctest.Account) {
			a.Mail.AddUnsubscribe("x@example.com")
			a.Mail.AddUnsubscribe("y@example.com")
		}, forms: mail.UnsubscribeForms{UnsubscribeListLimit: 1}, requests: 1, want: []string{"its list is not whole by its own count"}},
		"printed address":  {forms: mail.UnsubscribeForms{UnsubscribeListAtStatus: true}, requests: 1, want: []string{"Unable to add unsubscribed address", "HTTP 404"}},
		"entry without id": {prepare: script("list", simulator.Step{Body: `{"success": true, "code": 200, "data": [{"email": "x@example.com"}]}`}), requests: 1, want: []string{"its data[0] has no id"}},
	} {
		a := acctest.NewAccount(t, listsAddresses(test.forms))
		if test.prepare != nil {
			test.prepare(a)
		}
		cases[name] = acctest.Case{Account: a, Config: a.MailProvider("max_retries = 0") + unsubscribe("ada@example.com"), Want: test.want, Requests: test.requests}
	}
	cases.Fail(t, "apply")
	planned := acctest.Cases{}
	for email, want := range map[string]string{
		"Ada <ada@example.com>": "is not an e-mail address", "ada@localhost": "has no domain on the internet", "ada@example.com ": "contains a blank or an invisible character",
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		planned[want] = acctest.Case{Account: a, Config: a.MailProvider() + unsubscribe(email), Want: []string{"Invalid value for email", want}}
	}
	planned.Fail(t, "plan")
}
