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
	d := ofSMS.account(t, sms.SubaccountForms{SubaccountDelete: "/subaccount/delete"})
	tests := acctest.Tests{
		"second path of the deletion": {
			Steps: []acctest.Step{{Config: d.Provider() + d.simple("a@example.com")}},
			After: func(t *testing.T) { wantCalls(t, d, 1, 2, 0); wantSubaccounts(t, d) },
		},
	}
	for _, k := range kinds {
		for name, test := range k.lifecycles(t) {
			tests[k.product+", "+name] = test
		}
	}
	tests.Run(t)
}

// lifecycles replace a sub-account that can't be deleted by one with another address.
func (k kind) lifecycles(t *testing.T) acctest.Tests {
	t.Helper()
	a, b, c, e := k.account(t, sms.SubaccountForms{}), k.account(t, sms.SubaccountForms{}), k.account(t, sms.SubaccountForms{SubaccountNoConfirmMail: true}), k.account(t, sms.SubaccountForms{})
	next := func(email string) string {
		if k.deletes {
			return email
		}
		return "next" + email
	}
	return acctest.Tests{
		"every argument": {
			Steps: []acctest.Step{
				{
					Config: a.Provider() + k.simple("a@example.com", everything), Plan: k.will(plancheck.ResourceActionCreate),
					State: []statecheck.StateCheck{
						k.is("email", "a@example.com"), k.is("id", "1"), k.is("parent_email", "owner@example.com"), k.is("send_confirm_mail_to", "a@example.com"),
						k.has("token", knownvalue.StringRegexp(regexp.MustCompile(`^[0-9a-f]{40}$`))),
						k.has("created_at", knownvalue.StringRegexp(regexp.MustCompile(`^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$`))),
						k.has("credit_to_attribute", acctest.Amount(t, "10.5")), k.isNull("is_buyer"),
					},
				},
				{Config: a.Provider() + k.simple("A@Example.com", everything), Plan: k.will(plancheck.ResourceActionUpdate), State: []statecheck.StateCheck{k.is("email", "A@Example.com")}},
				{Config: a.Provider() + k.simple("a@example.com", `credit_to_attribute = 10.50`), Plan: k.will(plancheck.ResourceActionUpdate), State: []statecheck.StateCheck{k.isNull("title")}},
				{Config: a.Provider() + k.simple(next("a@example.com"), `credit_to_attribute = 11`), Plan: k.will(plancheck.ResourceActionDestroyBeforeCreate), State: []statecheck.StateCheck{k.is("id", "2")}},
			},
			After: func(t *testing.T) {
				wantCalls(t, a, 2, 2, 0)
				if got, want := bodies(t, a, "subaccount/create")[0], `{"parameters":{"creditToAttribute":10.5,"email":"a@example.com","firstname":"Ann","isBuyer":0,"lastname":"Doe","title":"Customer A"},"type":"simple"}`; got != want {
					t.Errorf("sent %s, want %s", got, want)
				}
				if k.deletes {
					wantSubaccounts(t, a)
				} else {
					wantSubaccounts(t, a, "a@example.com 10.500", "nexta@example.com 11.000")
				}
			},
		},
		"advanced": {
			Steps: []acctest.Step{
				{Config: b.Provider() + k.block(`type = "advanced"`, `email = "b@example.com"`, `is_buyer = false`), State: []statecheck.StateCheck{k.has("is_buyer", knownvalue.Bool(false))}},
				{Config: b.Provider() + k.block(`type = "advanced"`, `email = "`+next("b@example.com")+`"`, `is_buyer = true`), Plan: k.will(plancheck.ResourceActionDestroyBeforeCreate)},
				{Config: b.Provider() + k.block(`type = "advanced"`, `email = "new@example.com"`, `is_buyer = true`), Plan: k.will(plancheck.ResourceActionDestroyBeforeCreate)},
			},
			After: func(t *testing.T) {
				wantCalls(t, b, 3, 3, 0)
				if got := bodies(t, b, "subaccount/create"); got[0] != `{"parameters":{"email":"b@example.com","isBuyer":0},"type":"advanced"}` || got[1] != `{"parameters":{"email":"`+next("b@example.com")+`","isBuyer":1},"type":"advanced"}` {
					t.Errorf("sent %s", got)
				}
			},
		},
		"made e-mail address": {
			Steps: []acctest.Step{
				{Config: c.Provider() + k.block(`type = "simple"`), State: []statecheck.StateCheck{k.is("email", "7000001@"+k.domain), k.isNull("send_confirm_mail_to")}},
				{Config: c.Provider() + k.block(`type = "simple"`, `title = "x"`), Plan: k.will(plancheck.ResourceActionUpdate)}, // from null
				{Config: c.Provider() + k.block(`type = "simple"`, `title = "y"`), Plan: k.will(plancheck.ResourceActionDestroyBeforeCreate), State: []statecheck.StateCheck{k.is("email", "7000002@"+k.domain)}},
			},
			After: func(t *testing.T) { wantCalls(t, c, 2, 2, 0) },
		},
		"create before destroy": {
			Steps: []acctest.Step{
				{Config: e.Provider() + k.simple("a@example.com", `lifecycle { create_before_destroy = true }`)},
				{Config: e.Provider() + k.simple("b@example.com", `lifecycle { create_before_destroy = true }`), Plan: k.will(plancheck.ResourceActionCreateBeforeDestroy)},
			},
			After: func(t *testing.T) { wantCalls(t, e, 2, 2, 0) },
		},
	}
}

// What the dashboard does is drift, or makes the sub-account gone.
func TestSubaccount_Drift(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for _, k := range kinds {
		a := k.account(t, sms.SubaccountForms{})
		rename := func(from, to string) func() { return func() { a.RenameSubaccount(tokenOf(t, a, from), to) } }
		tests[k.product] = acctest.Test{
			Steps: []acctest.Step{
				{Config: a.Provider() + k.simple("a@example.com")},
				{
					Before: rename("a@example.com", "A@EXAMPLE.COM"), Config: a.Provider() + k.simple("a@example.com"),
					Plan: k.will(plancheck.ResourceActionNoop), State: []statecheck.StateCheck{k.is("email", "a@example.com")},
				},
				{
					Before: rename("A@EXAMPLE.COM", "new@example.com"), Config: a.Provider() + k.simple("new@example.com"),
					Plan: k.will(plancheck.ResourceActionNoop), State: []statecheck.StateCheck{k.is("email", "new@example.com")},
				},
				{
					Before: rename("new@example.com", "other@example.com"), Config: a.Provider() + k.simple("new@example.com"),
					Plan: k.will(plancheck.ResourceActionDestroyBeforeCreate),
				},
				{
					Before: func() { a.RemoveSubaccount(tokenOf(t, a, "new@example.com")) }, Config: a.Provider() + k.simple("new@example.com"),
					Plan: k.will(plancheck.ResourceActionCreate),
				},
			},
			After: func(t *testing.T) { wantCalls(t, a, 3, 2, 0) },
		}
	}
	tests.Run(t)
}

// A move in the configuration is none of the sub-account.
func TestSubaccount_Moved(t *testing.T) {
	t.Parallel()
	a := ofSMS.account(t, sms.SubaccountForms{})
	moved := "\nresource \"smspartner_subaccount\" \"new\" {\n  type = \"simple\"\n}\n\nmoved {\n  from = " + ofSMS.address() + "\n  to = smspartner_subaccount.new\n}\n"
	acctest.Run(t,
		resource.TestStep{Config: a.Provider() + ofSMS.block(`type = "simple"`)},
		resource.TestStep{Config: a.Provider() + moved},
	)
	wantCalls(t, a, 1, 1, 0)
}

// A deletion that the vendor carries out later is a success, after which the same run can
// replace the sub-account under another address. The old address stays taken.
func TestSubaccount_DeferredDeletion(t *testing.T) {
	t.Parallel()
	a := ofSMS.account(t, sms.SubaccountForms{SubaccountDeletionDelay: 1 << 40})
	w := acctest.Attached(t, a.Provider()+ofSMS.simple("a@example.com")+"\nvariable \"email\" {\n  default = \"b@example.com\"\n}\n"+
		"\nresource \"smspartner_subaccount\" \"other\" {\n  type = \"simple\"\n  email = var.email\n}\n")
	acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color", "-var=email=c@example.com")
	wantSubaccounts(t, a, "a@example.com 0.000", "c@example.com 0.000")
	wantCalls(t, a, 3, 1, 0)
	// In the same run the provider knows that it deleted the old one, and the vendor refuses.
	acctest.Refuse(t, w, []string{"apply", "-auto-approve", "-no-color", "-var=email=c@example.com", "-replace=" + ofSMS.address()},
		"Unable to create sub-account", "Nothing was created. SMS Partner refused to create the sub-account.", `code 7, "Un compte existe déjà avec cet email"`,
		"a@example.com is not among the sub-accounts of this account", "deleted and is not gone yet")
	// In a later one the list has it.
	acctest.Refuse(t, w, []string{"apply", "-auto-approve", "-no-color", "-var=email=c@example.com"},
		"Nothing was created. The account has a sub-account a@example.com already", "If it was deleted a moment ago, SMS Partner may list it for a time: run again later.",
		"import {", `to = smspartner_subaccount.NAME`, `id = "a@example.com"`)
	wantCalls(t, a, 4, 2, 0)
}
