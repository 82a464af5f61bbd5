package subaccounts_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/plancheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const (
	asks     = "take_back_credit = true"
	declines = "take_back_credit = false"
	credit   = "credit_to_attribute = 4.5"
)

// Destroying a sub-account that can't be deleted changes nothing, unless what was applied last
// asks for its credit. See TestForget for what can go wrong.
func TestMailSubaccount_Destroy(t *testing.T) {
	t.Parallel()
	g, accounts, planned := acctest.NewGroup(t), map[string]*account{}, map[string][]plancheck.PlanCheck{}
	tests := map[string]struct {
		before, after []string
		want          string // empty where the transfer is refused
		moves         int
	}{
		"keeps":   {[]string{credit}, []string{credit, declines}, "keeps@example.com is no longer in the state, but still there, with its API key. It keeps its credit, 4.5 EUR.", 0},
		"later":   {[]string{credit}, []string{credit, asks}, "later@example.com is no longer in the state, but still there, with its API key. Its credit, 4.5 EUR, was taken back.", 1},
		"never":   {[]string{credit, asks}, []string{credit}, "never@example.com is no longer in the state, but still there, with its API key. It keeps its credit, 4.5 EUR.", 0},
		"nothing": {nil, []string{asks}, "nothing@example.com is no longer in the state, but still there, with its API key. Its balance is 0 EUR, so there was nothing to take back.", 0},
		"refused": {[]string{credit}, []string{credit, asks}, "", 2},
	}
	set := func(name string, arguments []string) {
		g.Set(t, name, accounts[name].Provider()+ofMail.simple(name+"@example.com", arguments...))
	}
	for name, test := range tests {
		accounts[name] = ofMail.account(t, sms.SubaccountForms{})
		set(name, test.before)
	}
	g.Must(t, "apply")
	for name, test := range tests {
		set(name, test.after)
		planned[name] = ofMail.will(plancheck.ResourceActionUpdate)
	}
	g.Must(t, "plan")
	g.Planned(t, planned)
	g.Must(t, "apply")
	accounts["refused"].Script("subaccount/credit/remove", acctest.Refusal(8, "Crédit insuffisant"))
	if g.Run(t, "destroy") {
		t.Error("destroy succeeded")
	}
	said := g.SaidAbout("Sub-account is not deleted")
	for name, test := range tests {
		if test.want != "" {
			acctest.WantText(t, said, test.want)
		}
		wantNoTokens(t, accounts[name], g.SaidAbout(""))
	}
	acctest.WantText(t, g.SaidAbout("Unable to take back credit"), "Nothing was taken back. Mail Partner refused the transfer.", `code 8, "Crédit insuffisant"`,
		"To leave the credit where it is, apply take_back_credit = false before you destroy the resource.")
	// The refused one is still in the state, and the only one there.
	g.Must(t, "destroy")
	acctest.WantText(t, g.SaidAbout(""), "refused@example.com is no longer in the state, but still there, with its API key. Its credit, 4.5 EUR, was taken back.")
	for name, test := range tests {
		wantCalls(t, accounts[name], 1, 0, test.moves)
		left := map[bool]string{true: " 0.000", false: " 4.500"}[test.moves > 0 || test.before == nil]
		wantSubaccounts(t, accounts[name], name+"@example.com"+left)
	}
}

// A sub-account that can't be deleted keeps its e-mail address: one that is to replace it needs
// another.
func TestMailSubaccount_Replace(t *testing.T) {
	t.Parallel()
	g, accounts := acctest.NewGroup(t), map[string]*account{}
	const full = credit + "\n  title = \"A\"\n  firstname = \"Ann\""
	tests := map[string]struct{ email, arguments, want string }{
		"title":   {"A@example.com", credit + "\n  title = \"B\"\n  firstname = \"Ann\"", "A changed value of title makes a new sub-account."},
		"several": {"a@example.com", "credit_to_attribute = 4\n  title = \"A\"\n  firstname = \"Eve\"", "A changed value of credit_to_attribute and firstname makes a new sub-account."},
		"unknown": {"a@example.com", credit + "\n  title = terraform_data.later.output", "A changed value of title makes a new sub-account."},
		"address": {"b@example.com", "credit_to_attribute = 4", ""},
		"left":    {"a@example.com", "", ""}, // nothing known changes
	}
	for name := range tests {
		accounts[name] = ofMail.account(t, sms.SubaccountForms{})
		g.Set(t, name, accounts[name].Provider()+ofMail.simple("a@example.com", full))
	}
	g.Must(t, "apply")
	for name, test := range tests {
		config := accounts[name].Provider() + ofMail.simple(test.email, test.arguments)
		if name == "unknown" {
			config += acctest.Later("B")
		}
		g.Set(t, name, config)
	}
	if g.Run(t, "plan") {
		t.Error("plan succeeded")
	}
	g.Each(t, func(t *testing.T, name string) {
		want := tests[name].want
		if want == "" {
			if said := g.Said(name); said != "" {
				t.Errorf("it says %s", said)
			}
			return
		}
		acctest.WantError(t, g.Said(name), "Error: Unable to replace sub-account", want, "Mail Partner has no call that deletes the old one, which keeps the address a@example.com, and no two accounts can have the same.",
			"Write another address for the new sub-account, or take back the change.")
		wantCalls(t, accounts[name], 1, 0, 0)
	})
}

// An engine replaces a sub-account of which nothing changed, too: the plan refuses it before the
// old one is forgotten and its credit taken back.
func TestMailSubaccount_ReplaceUnchanged(t *testing.T) {
	t.Parallel()
	a := ofMail.account(t, sms.SubaccountForms{})
	w := acctest.Attached(t, a.Provider()+"variable \"email\" {\n  default = \"a@example.com\"\n}\n\nvariable \"trigger\" {\n  default = \"1\"\n}\n"+
		"\nresource \"terraform_data\" \"trigger\" {\n  input = var.trigger\n}\n"+
		ofMail.block(`type = "simple"`, "email = var.email", credit, asks, "lifecycle {\n    replace_triggered_by = [terraform_data.trigger]\n  }"))
	acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	wanted := []string{
		"Unable to replace sub-account", "Mail Partner has no call that deletes the old sub-account, which keeps the address a@example.com",
		"Write another address for the new sub-account, or plan without replacing this one",
	}
	replace := "-replace=" + ofMail.address()
	acctest.Refuse(t, w, []string{"apply", "-auto-approve", "-no-color", replace}, wanted...)
	acctest.Refuse(t, w, []string{"apply", "-auto-approve", "-no-color", "-var=trigger=2"}, wanted...)
	wantCalls(t, a, 1, 0, 0)
	wantSubaccounts(t, a, "a@example.com 4.500")

	acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color", "-var=email=b@example.com", replace)
	wantSubaccounts(t, a, "a@example.com 0.000", "b@example.com 4.500")
	// One whose address the vendor makes gets another one.
	g := acctest.NewGroup(t)
	g.Set(t, "simple", a.Provider()+ofMail.block(`type = "simple"`))
	g.Must(t, "apply")
	g.Must(t, "apply", "-replace=module.member1."+ofMail.address())
	wantCalls(t, a, 4, 0, 1)
}
