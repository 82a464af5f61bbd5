package subaccounts_test

import (
	"regexp"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const everything = `firstname = "Ann"
  lastname            = "Doe"
  credit_to_attribute = 10.5
  title               = "Customer A"`

// Sub-accounts of both types, through creation, empty plans, changes and destruction.
func TestSubaccount_Lifecycle(t *testing.T) {
	t.Parallel()
	a, b, c, d, e := account(t, sms.SubaccountForms{}), account(t, sms.SubaccountForms{}), account(t, sms.SubaccountForms{SubaccountNoConfirmMail: true}),
		account(t, sms.SubaccountForms{SubaccountDelete: "/subaccount/delete"}), account(t, sms.SubaccountForms{})
	acctest.Tests{
		"every argument": {
			Steps: []acctest.Step{
				{
					Config: a.Provider() + simple("a@example.com", everything), Plan: will(plancheck.ResourceActionCreate),
					State: []statecheck.StateCheck{
						is("email", "a@example.com"), is("id", "1"), is("parent_email", "owner@example.com"), is("send_confirm_mail_to", "a@example.com"),
						has("token", knownvalue.StringRegexp(regexp.MustCompile(`^[0-9a-f]{40}$`))),
						has("created_at", knownvalue.StringRegexp(regexp.MustCompile(`^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$`))),
						has("credit_to_attribute", acctest.Amount(t, "10.5")), isNull("is_buyer"),
					},
				},
				{Config: a.Provider() + simple("A@Example.com", everything), Plan: will(plancheck.ResourceActionUpdate), State: []statecheck.StateCheck{is("email", "A@Example.com")}},
				{Config: a.Provider() + simple("a@example.com", `credit_to_attribute = 10.50`), Plan: will(plancheck.ResourceActionUpdate), State: []statecheck.StateCheck{isNull("title")}},
				{Config: a.Provider() + simple("a@example.com", `credit_to_attribute = 11`), Plan: will(plancheck.ResourceActionDestroyBeforeCreate), State: []statecheck.StateCheck{is("id", "2")}},
			},
			After: func(t *testing.T) {
				wantCalls(t, a, 2, 2, 0)
				if got, want := bodies(t, a, "subaccount/create")[0], `{"parameters":{"creditToAttribute":10.5,"email":"a@example.com","firstname":"Ann","isBuyer":0,"lastname":"Doe","title":"Customer A"},"type":"simple"}`; got != want {
					t.Errorf("sent %s, want %s", got, want)
				}
			},
		},
		"advanced": {
			Steps: []acctest.Step{
				{Config: b.Provider() + subaccount(`type = "advanced"`, `email = "b@example.com"`, `is_buyer = false`), State: []statecheck.StateCheck{has("is_buyer", knownvalue.Bool(false))}},
				{Config: b.Provider() + subaccount(`type = "advanced"`, `email = "b@example.com"`, `is_buyer = true`), Plan: will(plancheck.ResourceActionDestroyBeforeCreate)},
				{Config: b.Provider() + subaccount(`type = "advanced"`, `email = "new@example.com"`, `is_buyer = true`), Plan: will(plancheck.ResourceActionDestroyBeforeCreate)},
			},
			After: func(t *testing.T) {
				wantCalls(t, b, 3, 3, 0)
				if got := bodies(t, b, "subaccount/create"); got[0] != `{"parameters":{"email":"b@example.com","isBuyer":0},"type":"advanced"}` || got[1] != `{"parameters":{"email":"b@example.com","isBuyer":1},"type":"advanced"}` {
					t.Errorf("sent %s", got)
				}
			},
		},
		"made e-mail address": {
			Steps: []acctest.Step{
				{Config: c.Provider() + subaccount(`type = "simple"`), State: []statecheck.StateCheck{is("email", "7000001@smspartner.fr"), isNull("send_confirm_mail_to")}},
				{Config: c.Provider() + subaccount(`type = "simple"`, `title = "x"`), Plan: will(plancheck.ResourceActionUpdate)}, // from null
				{Config: c.Provider() + subaccount(`type = "simple"`, `title = "y"`), Plan: will(plancheck.ResourceActionDestroyBeforeCreate), State: []statecheck.StateCheck{is("email", "7000002@smspartner.fr")}},
			},
			After: func(t *testing.T) { wantCalls(t, c, 2, 2, 0) },
		},
		"second path of the deletion": {
			Steps: []acctest.Step{{Config: d.Provider() + simple("a@example.com")}},
			After: func(t *testing.T) { wantCalls(t, d, 1, 2, 0); wantSubaccounts(t, d) },
		},
		"create before destroy": {
			Steps: []acctest.Step{
				{Config: e.Provider() + simple("a@example.com", `lifecycle { create_before_destroy = true }`)},
				{Config: e.Provider() + simple("b@example.com", `lifecycle { create_before_destroy = true }`), Plan: will(plancheck.ResourceActionCreateBeforeDestroy)},
			},
			After: func(t *testing.T) { wantCalls(t, e, 2, 2, 0) },
		},
	}.Run(t)
	wantSubaccounts(t, a)
}

// What the dashboard does is drift, or makes the sub-account gone.
func TestSubaccount_Drift(t *testing.T) {
	t.Parallel()
	a := account(t, sms.SubaccountForms{})
	config := a.Provider() + simple("a@example.com")
	acctest.Run(t,
		resource.TestStep{Config: config},
		resource.TestStep{
			PreConfig: func() { a.RenameSubaccount(tokenOf(t, a, "a@example.com"), "A@EXAMPLE.COM") },
			Config:    config, ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: will(plancheck.ResourceActionNoop)},
			ConfigStateChecks: []statecheck.StateCheck{is("email", "a@example.com")},
		},
		resource.TestStep{
			PreConfig: func() { a.RenameSubaccount(tokenOf(t, a, "A@EXAMPLE.COM"), "new@example.com") },
			Config:    a.Provider() + simple("new@example.com"), ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: will(plancheck.ResourceActionNoop)},
			ConfigStateChecks: []statecheck.StateCheck{is("email", "new@example.com")},
		},
		resource.TestStep{
			PreConfig: func() { a.RenameSubaccount(tokenOf(t, a, "new@example.com"), "other@example.com") },
			Config:    a.Provider() + simple("new@example.com"), ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: will(plancheck.ResourceActionDestroyBeforeCreate)},
		},
		resource.TestStep{
			PreConfig: func() { a.RemoveSubaccount(tokenOf(t, a, "new@example.com")) },
			Config:    a.Provider() + simple("new@example.com"), ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: will(plancheck.ResourceActionCreate)},
		},
	)
	wantCalls(t, a, 3, 2, 0)
}

// A move in the configuration is none of the sub-account.
func TestSubaccount_Moved(t *testing.T) {
	t.Parallel()
	a := account(t, sms.SubaccountForms{})
	moved := "\nresource \"smspartner_subaccount\" \"new\" {\n  type = \"simple\"\n}\n\nmoved {\n  from = " + address + "\n  to = smspartner_subaccount.new\n}\n"
	acctest.Run(t,
		resource.TestStep{Config: a.Provider() + subaccount(`type = "simple"`)},
		resource.TestStep{Config: a.Provider() + moved},
	)
	wantCalls(t, a, 1, 1, 0)
}

// A deletion that the vendor carries out later is a success, after which the same run can
// replace the sub-account under another address. The old address stays taken.
func TestSubaccount_DeferredDeletion(t *testing.T) {
	t.Parallel()
	a := account(t, sms.SubaccountForms{SubaccountDeletionDelay: 1 << 40})
	w := acctest.Attached(t, a.Provider()+simple("a@example.com")+"\nvariable \"email\" {\n  default = \"b@example.com\"\n}\n"+
		"\nresource \"smspartner_subaccount\" \"other\" {\n  type = \"simple\"\n  email = var.email\n}\n")
	acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color", "-var=email=c@example.com")
	wantSubaccounts(t, a, "a@example.com 0.000", "c@example.com 0.000")
	wantCalls(t, a, 3, 1, 0)
	// In the same run the provider knows that it deleted the old one, and the vendor refuses.
	acctest.Refuse(t, w, []string{"apply", "-auto-approve", "-no-color", "-var=email=c@example.com", "-replace=" + address},
		"Unable to create sub-account", "Nothing was created. SMS Partner refused to create the sub-account.", `code 7, "Un compte existe déjà avec cet email"`,
		"a@example.com is not among the sub-accounts of this account", "deleted and is not gone yet")
	// In a later one the list has it.
	acctest.Refuse(t, w, []string{"apply", "-auto-approve", "-no-color", "-var=email=c@example.com"},
		"Nothing was created. The account has a sub-account a@example.com already", "If it was deleted a moment ago, SMS Partner may list it for a time: run again later.",
		"import {", `to = smspartner_subaccount.NAME`, `id = "a@example.com"`)
	wantCalls(t, a, 4, 2, 0)
}
