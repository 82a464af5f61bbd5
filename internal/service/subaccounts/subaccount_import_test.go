package subaccounts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/querycheck"
	"github.com/hashicorp/terraform-plugin-testing/querycheck/queryfilter"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// A sub-account is imported by its token, its e-mail address or its id. What the vendor
// never returns is null then, and taken over from the configuration without a call.
func TestSubaccount_Import(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		kind
		id string
	}{"token": {ofSMS, "T789"}, "email": {ofSMS, "A@Example.com"}, "id": {ofSMS, "7"}, "email, mail": {ofMail, "A@Example.com"}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			k := test.kind
			a := k.account(t, sms.SubaccountForms{})
			a.AddSubaccount(sms.Subaccount{Email: "other@example.com"})
			a.AddSubaccount(sms.Subaccount{ID: 7, Token: "T789", Email: "a@example.com"})
			w := acctest.Attached(t, a.Provider()+k.simple("a@example.com", everything)+fmt.Sprintf("\nimport {\n  to = %s\n  id = %q\n}\n", k.address(), test.id))
			acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"), "1 imported, 0 added, 1 changed, 0 destroyed.")
			acctest.WantText(t, acctest.Succeed(t, w, "plan", "-no-color"), "No changes.")
			wantCalls(t, a, 0, 0, 0)
			acctest.Succeed(t, w, "destroy", "-auto-approve", "-no-color")
			if k.deletes {
				wantSubaccounts(t, a, "other@example.com 0.000")
			} else {
				wantSubaccounts(t, a, "other@example.com 0.000", "a@example.com 0.000")
			}
		})
	}
}

func TestSubaccount_ImportVerify(t *testing.T) {
	t.Parallel()
	a := ofSMS.account(t, sms.SubaccountForms{})
	verify := resource.TestStep{
		ResourceName: ofSMS.address(), ImportState: true, ImportStateId: "a@example.com", ImportStateVerify: true, ImportStateVerifyIdentifierAttribute: "token",
		ImportStateVerifyIgnore: []string{"firstname", "lastname", "title", "credit_to_attribute", "parent_email", "send_confirm_mail_to"},
	}
	acctest.Run(t, resource.TestStep{Config: a.Provider() + ofSMS.simple("a@example.com", everything)}, verify)
}

// An import of what is not there says so, without the token that was asked for.
func TestSubaccount_ImportFails(t *testing.T) {
	t.Parallel()
	const token = "f7e3d1c9b5a38271605f4e2d1c0b9a8877665544" //nolint:gosec // a made-up token
	for name, test := range map[string]struct {
		id   string
		step simulator.Step
		want string
	}{
		"a token":    {token, simulator.Step{Process: true}, "The account has no sub-account with this token, e-mail address or id. The data source smspartner_subaccounts lists those that there are."},
		"an address": {"b@example.com", simulator.Step{Process: true}, `or id, "b@example.com". The data source`},
		"an id":      {"77", simulator.Step{Process: true}, `or id, "77". The data source`},
		"no address": {"T1", simulator.Step{Body: `{"success": true, "total": 1, "data": [{"token": "T1"}]}`}, "The vendor's list has no e-mail address of this sub-account, which is its identity"},
		"no list":    {"T1", acctest.Refusal(30, "Compte bloqué"), "The account of this API key is blocked."},
		"blank":      {" ", simulator.Step{Process: true}, "The id is empty: write the token, the e-mail address or the id of the sub-account to import."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := ofSMS.account(t, sms.SubaccountForms{})
			a.Script("subaccount/list", test.step)
			w := acctest.Attached(t, a.Provider()+ofSMS.simple("a@example.com"))
			result, err := w.Run(t.Context(), "import", "-no-color", ofSMS.address(), test.id)
			if err != nil || result.OK() {
				t.Errorf("it succeeded: %v", err)
			}
			acctest.WantError(t, result.Output, "Error: Unable to import sub-account", test.want)
			// The engine itself shows what it imports.
			if _, said, _ := strings.Cut(result.Output, "Error: "); strings.Contains(said, token) {
				t.Errorf("the token shows in %s", said)
			}
		})
	}
}

// The identity is the e-mail address, by which a sub-account is imported too.
func TestSubaccount_Identity(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Identity)
	a := ofSMS.account(t, sms.SubaccountForms{})
	expect := func(email string) statecheck.StateCheck {
		return statecheck.ExpectIdentity(ofSMS.address(), map[string]knownvalue.Check{"email": knownvalue.StringExact(email)})
	}
	acctest.Run(t,
		resource.TestStep{Config: a.Provider() + ofSMS.simple("a@example.com"), ConfigStateChecks: []statecheck.StateCheck{expect("a@example.com")}},
		resource.TestStep{ResourceName: ofSMS.address(), ImportState: true, ImportStateKind: resource.ImportBlockWithResourceIdentity},
		resource.TestStep{
			PreConfig: func() { a.RenameSubaccount(tokenOf(t, a, "a@example.com"), "b@example.com") },
			Config:    a.Provider() + ofSMS.simple("b@example.com"), ConfigStateChecks: []statecheck.StateCheck{expect("b@example.com")},
		},
	)
	wantCalls(t, a, 1, 1, 0)
}

func (k kind) query(limit string) string {
	return "\nlist \"" + k.subaccount + "\" \"all\" {\n  provider = smspartner\n  include_resource = true\n  " + limit + "\n}\n"
}

func TestSubaccount_List(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.ListResources)
	for _, k := range kinds {
		t.Run(k.product, func(t *testing.T) {
			t.Parallel()
			k.lists(t)
		})
	}
}

func (k kind) lists(t *testing.T) {
	t.Helper()
	found := k.subaccount + ".all"
	a := k.account(t, sms.SubaccountForms{})
	for i := range 45 {
		a.AddSubaccount(sms.Subaccount{Email: fmt.Sprintf("s%d@example.com", i), Type: "advanced"})
	}
	acctest.Run(t,
		resource.TestStep{Config: a.Provider() + k.simple("new@example.com")},
		resource.TestStep{
			Query: true, Config: k.query("limit = 100"),
			QueryResultChecks: []querycheck.QueryResultCheck{
				querycheck.ExpectLength(found, 46),
				querycheck.ExpectIdentity(found, map[string]knownvalue.Check{"email": knownvalue.StringExact("s44@example.com")}),
				querycheck.ExpectResourceKnownValues(found, queryfilter.ByDisplayName(knownvalue.StringExact("s3@example.com")), []querycheck.KnownValueCheck{
					{Path: tfjsonpath.New("type"), KnownValue: knownvalue.StringExact("advanced")},
					{Path: tfjsonpath.New("title"), KnownValue: knownvalue.Null()},
				}),
			},
		},
	)
}

// A list reads no more pages than the limit needs, and an error of a later one is told.
func TestSubaccount_ListPages(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.ListResources)
	for name, test := range map[string]struct {
		limit    string
		steps    []simulator.Step
		want     string
		requests int
	}{
		"limited":               {"limit = 20", nil, "", 1},
		"the second page fails": {"limit = 100", []simulator.Step{{Process: true}, acctest.Refusal(30, "Compte bloqué")}, "Unable to list sub-accounts", 2},
		"no address":            {"limit = 100", []simulator.Step{{Body: `{"success": true, "total": 1, "data": [{"token": "T1"}]}`}}, "the vendor's list has no e-mail address of one sub-account", 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := ofSMS.account(t, sms.SubaccountForms{})
			for range 45 {
				a.AddSubaccount(sms.Subaccount{})
			}
			a.Script("subaccount/list", test.steps...)
			w := acctest.Attached(t, a.Provider())
			writeFile(t, w.Dir, "all.tfquery.hcl", ofSMS.query(test.limit))
			result, err := w.Run(t.Context(), "query", "-no-color")
			if err != nil || result.OK() != (test.want == "") {
				t.Fatalf("it ended with %d: %v\n%s", result.ExitCode, err, result.Output)
			}
			acctest.WantText(t, result.Output, test.want)
			a.WantRequests(t, test.requests)
		})
	}
}
