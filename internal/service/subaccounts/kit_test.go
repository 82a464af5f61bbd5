package subaccounts_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const (
	address         = "smspartner_subaccount.test"
	transferAddress = "smspartner_credit_transfer.test"
)

func account(t *testing.T, forms sms.SubaccountForms) *acctest.Account {
	t.Helper()
	return acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{SubaccountForms: forms}})
}

// block is a resource called test, with its arguments as HCL lines.
func block(typeName string, arguments ...string) string {
	return fmt.Sprintf("\nresource %q \"test\" {\n  %s\n}\n", typeName, strings.Join(arguments, "\n  "))
}

func subaccount(arguments ...string) string {
	return block("smspartner_subaccount", arguments...)
}

// simple is a simple sub-account with an e-mail address.
func simple(email string, more ...string) string {
	return subaccount(append([]string{`type = "simple"`, fmt.Sprintf("email = %q", email)}, more...)...)
}

func has(attribute string, want knownvalue.Check) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(address, tfjsonpath.New(attribute), want)
}

func is(attribute, want string) statecheck.StateCheck {
	return has(attribute, knownvalue.StringExact(want))
}

func isNull(attribute string) statecheck.StateCheck { return has(attribute, knownvalue.Null()) }

func will(action plancheck.ResourceActionType) []plancheck.PlanCheck {
	return []plancheck.PlanCheck{plancheck.ExpectResourceAction(address, action)}
}

// tokenOf is the token of the sub-account with an e-mail address.
func tokenOf(t *testing.T, a *acctest.Account, email string) string {
	t.Helper()
	for _, s := range a.Subaccounts() {
		if s.Email == email {
			return s.Token
		}
	}
	t.Fatalf("there is no sub-account %s", email)
	return ""
}

// wantSubaccounts asserts which sub-accounts there are, by e-mail address and balance.
func wantSubaccounts(t *testing.T, a *acctest.Account, want ...string) {
	t.Helper()
	var got []string
	for _, s := range a.Subaccounts() {
		got = append(got, s.Email+" "+s.Balance)
	}
	if strings.Join(got, ", ") != strings.Join(want, ", ") {
		t.Errorf("the sub-accounts are %q, want %q", got, want)
	}
}

// wantCalls asserts how many requests there were to create, to delete and to move credit.
func wantCalls(t *testing.T, a *acctest.Account, create, remove, move int) {
	t.Helper()
	for name, test := range map[string]struct {
		got, want int
	}{
		"create":      {len(a.Requests("subaccount/create")), create},
		"delete":      {len(a.Requests("subaccount/remove", "subaccount/delete")), remove},
		"move credit": {len(a.Requests("subaccount/credit/add", "subaccount/credit/remove")), move},
	} {
		if test.got != test.want {
			t.Errorf("%d requests to %s, want %d", test.got, name, test.want)
		}
	}
}

// bodies are the JSON objects of the requests to a path, without the key.
func bodies(t *testing.T, a *acctest.Account, path string) []string {
	t.Helper()
	var all []string
	for _, request := range a.Requests(path) {
		var values map[string]any
		if err := json.Unmarshal(request.Body, &values); err != nil {
			t.Fatal(err)
		}
		delete(values, "apiKey")
		text, err := json.Marshal(values)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(text))
	}
	return all
}

// wantNoTokens asserts that a text names no token and no key of an account.
func wantNoTokens(t *testing.T, a *acctest.Account, text string) {
	t.Helper()
	for _, s := range a.Subaccounts() {
		if strings.Contains(text, s.Token) || strings.Contains(text, s.APIKey) {
			t.Errorf("a token or key of %s shows in:\n%s", s.Email, text)
		}
	}
}
