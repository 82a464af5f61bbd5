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
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/subaccount"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// kind is a product that has sub-accounts. What is said of its types is said of those of the
// other product too, but for the deletion.
type kind struct {
	product, domain                                                 string
	subaccount, subaccounts, apiKey, creditTransfer, transferCredit string
	sends, createCodes, takenCode                                   string
	keyArgument, credits                                            string
	deletes                                                         bool
}

var (
	ofSMS = kind{ //nolint:gosec // names of types
		product: "SMS Partner", domain: "smspartner.fr",
		subaccount: "smspartner_subaccount", subaccounts: "smspartner_subaccounts", apiKey: "smspartner_subaccount_api_key",
		creditTransfer: "smspartner_credit_transfer", transferCredit: "smspartner_transfer_credit",
		sends: "SMS", createCodes: "the documentation has two tables of codes for this call, which differ.", takenCode: "In one of them the code says that",
		keyArgument: "api_key", credits: "smspartner_credits", deletes: true,
	}
	ofMail = kind{ //nolint:gosec // names of types
		product: "Mail Partner", domain: "mailpartner.fr",
		subaccount: "smspartner_mail_subaccount", subaccounts: "smspartner_mail_subaccounts", apiKey: "smspartner_mail_subaccount_api_key",
		creditTransfer: "smspartner_mail_credit_transfer", transferCredit: "smspartner_transfer_mail_credit",
		sends: "mails", createCodes: "the documentation has no table of codes for this call.", takenCode: "For SMS Partner the code says that",
		keyArgument: "mail_api_key", credits: "smspartner_mail_credits",
	}
	kinds = []kind{ofSMS, ofMail}
)

// account is an account of one product. Its members without a product's name are about that
// product.
type account struct {
	*acctest.Account
	section
	kind
}

type section struct {
	*wire.API
	*simulated.Accounts
}

// account takes the forms that the product has.
func (k kind) account(t *testing.T, f sms.SubaccountForms) *account {
	t.Helper()
	a := acctest.NewAccount(t, simulator.Options{
		Variant: simulator.Variant{SubaccountForms: f},
		MailVariant: mail.Variant{SubaccountForms: mail.SubaccountForms{
			SubaccountListDelay: f.SubaccountListDelay, SubaccountNoConfirmMail: f.SubaccountNoConfirmMail, SubaccountEmailRequired: f.SubaccountEmailRequired,
			SubaccountSignUp: f.SubaccountSignUp, SubaccountWholeEuros: f.SubaccountWholeEuros, SubaccountGeneralCodes: f.SubaccountGeneralCodes,
		}},
	})
	// Amounts are then the same for both products.
	a.Mail.SetCredits(mail.Credits{Username: "owner@example.com", Mails: 1200, Balance: "52.119", Currency: "EUR"})
	of := section{a.API, a.Accounts}
	if k.product == ofMail.product {
		of = section{a.Mail.API, a.Mail.Accounts}
	}
	return &account{a, of, k}
}

// Provider is a provider block for the account. The key of Mail Partner is that of SMS
// Partner.
func (a *account) Provider(more ...string) string {
	if a.product == ofMail.product {
		return a.MailProvider(more...)
	}
	return a.Account.Provider(more...)
}

// address is that of the sub-account called test, transferAddress that of the transfer.
func (k kind) address() string         { return k.subaccount + ".test" }
func (k kind) transferAddress() string { return k.creditTransfer + ".test" }

// block is a resource called test, with its arguments as HCL lines.
func block(typeName string, arguments ...string) string {
	return fmt.Sprintf("\nresource %q \"test\" {\n  %s\n}\n", typeName, strings.Join(arguments, "\n  "))
}

func (k kind) block(arguments ...string) string { return block(k.subaccount, arguments...) }

// simple is a simple sub-account with an e-mail address.
func (k kind) simple(email string, more ...string) string {
	return k.block(append([]string{`type = "simple"`, fmt.Sprintf("email = %q", email)}, more...)...)
}

func (k kind) has(attribute string, want knownvalue.Check) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(k.address(), tfjsonpath.New(attribute), want)
}

func (k kind) is(attribute, want string) statecheck.StateCheck {
	return k.has(attribute, knownvalue.StringExact(want))
}

func (k kind) isNull(attribute string) statecheck.StateCheck {
	return k.has(attribute, knownvalue.Null())
}

func (k kind) will(action plancheck.ResourceActionType) []plancheck.PlanCheck {
	return []plancheck.PlanCheck{plancheck.ExpectResourceAction(k.address(), action)}
}

// tokenOf is the token of the sub-account with an e-mail address.
func tokenOf(t *testing.T, a *account, email string) string {
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
func wantSubaccounts(t *testing.T, a *account, want ...string) {
	t.Helper()
	var got []string
	for _, s := range a.Subaccounts() {
		got = append(got, s.Email+" "+s.Balance)
	}
	if strings.Join(got, ", ") != strings.Join(want, ", ") {
		t.Errorf("the sub-accounts are %q, want %q", got, want)
	}
}

// wantCalls asserts how many requests there were to create, to delete, if the product has
// that call, and to move credit.
func wantCalls(t *testing.T, a *account, create, remove, move int) {
	t.Helper()
	if !a.deletes {
		remove = 0
	}
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
func bodies(t *testing.T, a *account, path string) []string {
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
func wantNoTokens(t *testing.T, a *account, text string) {
	t.Helper()
	for _, s := range a.Subaccounts() {
		if strings.Contains(text, s.Token) || strings.Contains(text, s.APIKey) {
			t.Errorf("a token or key of %s shows in:\n%s", s.Email, text)
		}
	}
}
