package subaccounts_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

func writeFile(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// customer is a sub-account whose key configures another provider block.
func (k kind) customer() string {
	return strings.NewReplacer(
		"SUBACCOUNT", k.subaccount, "KEY", k.apiKey, "ARGUMENT", k.keyArgument, "CREDITS", k.credits,
	).Replace(`
resource "SUBACCOUNT" "test" {
  type                = "simple"
  email               = "a@example.com"
  credit_to_attribute = 10
}

ephemeral "KEY" "test" {
  token = SUBACCOUNT.test.token
}

provider "smspartner" {
  alias = "customer"
  ARGUMENT = ephemeral.KEY.test.api_key
}

data "CREDITS" "test" {
  provider   = smspartner.customer
  depends_on = [SUBACCOUNT.test]
}

output "balance" {
  value = "${data.CREDITS.test.username} has ${data.CREDITS.test.balance}"
}
`)
}

// The key of a new sub-account configures another provider block in the same run. With
// everything logged, it stands in no output, log, state or plan.
func TestSubaccountAPIKey(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.EphemeralResources)
	for _, k := range kinds {
		t.Run(k.product, func(t *testing.T) {
			t.Parallel()
			k.configuresProvider(t)
		})
	}
}

func (k kind) configuresProvider(t *testing.T) {
	t.Helper()
	a := k.account(t, sms.SubaccountForms{})
	w := a.Workspace(t, acctest.RequiredProviders+k.customer())
	w.Env = append(w.Env, "TF_LOG=TRACE", "TF_LOG_PATH=trace.log")
	acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"), `balance = "a@example.com has 10"`)
	printed := acctest.Succeed(t, w, "plan", "-no-color", "-out=saved")
	acctest.WantText(t, printed, "No changes.")
	there := a.Subaccounts()[0]
	if found := acctest.Holders(t, w.Dir, there.APIKey); len(found) > 0 || strings.Contains(printed, there.APIKey) {
		t.Errorf("the key stands in %q", found)
	}
	if found := acctest.Holders(t, w.Dir, `Answer body`); len(found) != 1 {
		t.Errorf("the log of the answers is in %q", found)
	}
	used := 0
	for _, request := range a.Requests("me") {
		if request.Query.Get("apiKey") == there.APIKey {
			used++
		}
	}
	if used != 2 {
		t.Errorf("the key was used %d times, want 2", used)
	}
	acctest.Succeed(t, w, "destroy", "-auto-approve", "-no-color")
	if k.deletes {
		wantSubaccounts(t, a)
	}
}

// A sub-account that is not there or has no key is an error that says so.
func TestSubaccountAPIKey_Fails(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.EphemeralResources)
	cases := acctest.Cases{}
	for _, k := range kinds {
		add := func(name, token string, requests int, script *simulator.Step, want ...string) {
			a := k.account(t, sms.SubaccountForms{SubaccountSignUp: true})
			a.AddSubaccount(sms.Subaccount{Token: "T789", Email: "a@example.com", Type: "advanced"})
			if script != nil {
				a.Script("subaccount/list", *script)
			}
			config := a.Provider() + "\nephemeral \"" + k.apiKey + "\" \"test\" {\n  token = \"" + token + "\"\n}\n"
			cases[name+", "+k.product] = acctest.Case{Account: a.Account, Config: config, Requests: requests, Want: append([]string{"Error: Unable to read API key of sub-account"}, want...)}
		}
		add("sign-up not finished", "T789", 1, nil, "The sub-account a@example.com has no API key. An advanced sub-account may have none until its sign-up is finished")
		add("not there", "T000", 1, nil, "The account has no sub-account with this token.")
		add("refused", "T789", 1, new(acctest.Refusal(10, "Clé API incorrecte")), k.product+" does not accept the API key.")
	}
	cases.Fail(t, "plan")
}
