package subaccounts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// What can be known of an argument is refused by `validate`, without a request. A token is
// not quoted.
func TestArguments(t *testing.T) {
	t.Parallel()
	a := ofSMS.account(t, sms.SubaccountForms{})
	config, want := acctest.RequiredProviders, map[string][]string{}
	add := func(typeName, name, arguments string, errors ...string) {
		config += fmt.Sprintf("\nresource %q %q {\n  %s\n}\n", typeName, name, arguments)
		want[typeName+"."+name] = errors
	}
	for _, k := range kinds {
		const simple = "type = \"simple\"\n  "
		long := strings.Repeat("é", 21)
		for name, test := range map[string][]string{
			"type":               {`type = "Simple"`, "Invalid value for type", `"Simple" is not among the values "simple", "advanced".`},
			"no_email":           {`type = "advanced"`, "Missing email", "An advanced sub-account needs an e-mail address: write one."},
			"buyer":              {simple + `is_buyer = true`, "Invalid value for is_buyer", "A simple sub-account can't buy: leave is_buyer out, or make the sub-account advanced."},
			"email":              {simple + `email = "customer"`, "Invalid value for email", `"customer" is not an e-mail address: write one such as "name@example.com".`},
			"email_empty":        {simple + `email = ""`, "Invalid value for email", `"" is not an e-mail address`},
			"email_two":          {simple + `email = "a@b@c"`, "Invalid value for email", "is not an e-mail address"},
			"email_blank":        {simple + `email = "a@example.com "`, "Invalid value for email", "contains a blank or an invisible character"},
			"email_long":         {simple + `email = "a@` + strings.Repeat("x", 255) + `"`, "Invalid value for email", "none has more than 254 characters"},
			"credit_zero":        {simple + `credit_to_attribute = 0`, "Invalid value for credit_to_attribute", "0 is no amount to move: write one of more than 0."},
			"credit_negative":    {simple + `credit_to_attribute = -0.5`, "Invalid value for credit_to_attribute", "-0.5 is no amount to move"},
			"credit_decimals":    {simple + `credit_to_attribute = 1.0001`, "Invalid value for credit_to_attribute", "1.0001 has more than 3 decimals: write at most 3."},
			"title_empty":        {simple + `title = " "`, "Invalid value for title", "The name is empty: leave it out, or write one."},
			"title_lines":        {simple + `title = "a\nb"`, "Invalid value for title", "has a line break: remove it."},
			"firstname_long":     {simple + `firstname = "` + long + `"`, "Invalid value for firstname", "The name has 21 characters: write at most 20."},
			"lastname_long":      {simple + `lastname = "` + long + `"`, "Invalid value for lastname", "The name has 21 characters"},
			"lastname_invisible": {simple + `lastname = "a\u200bb"`, "Invalid value for lastname", "Its character 2 is U+200B, which nobody can see: remove it."},
		} {
			if !k.deletes && strings.HasSuffix(name, "name_long") { // not documented
				continue
			}
			add(k.subaccount, name, test[0], test[1:]...)
		}
		const amount = "subaccount_token = \"T789\"\n  amount = "
		for name, test := range map[string][]string{
			"zero":        {amount + `0`, "Invalid value for amount", "0 is no amount to move: write one of more than 0."},
			"negative":    {amount + `-10`, "Invalid value for amount", "-10 is no amount to move"},
			"decimals":    {amount + `10.0001`, "Invalid value for amount", "10.0001 has more than 3 decimals: write at most 3."},
			"too_small":   {amount + `1e-30`, "Invalid value for amount", "The amount is too small: write one of at least 0.001."},
			"too_large":   {amount + `1e13`, "Invalid value for amount", "The amount has more than 12 digits: write a smaller one."},
			"direction":   {amount + "1\n  direction = \"back\"", "Invalid value for direction", `"back" is not among the values "to_subaccount", "from_subaccount".`},
			"token_empty": {"subaccount_token = \"\"\n  amount = 1", "Invalid value for subaccount_token", "The token is empty: write that of a sub-account."},
			"token_blank": {"subaccount_token = \"T7 89\"\n  amount = 1", "Invalid value for subaccount_token", "The token contains a blank or an invisible character, which no token has"},
			"token_long":  {"subaccount_token = \"" + strings.Repeat("7", 256) + "\"\n  amount = 1", "Invalid value for subaccount_token", "none has more than 255 characters"},
		} {
			add(k.creditTransfer, name, test[0], test[1:]...)
		}
	}
	acctest.RefuseEach(t, a.Workspace(t, config), []string{"validate", "-no-color"}, want)
	a.WantRequests(t, 0)
}

// What is wrong with a creation, or with the provider's own key, is refused by `plan`.
func TestArguments_Planned(t *testing.T) {
	t.Parallel()
	a, config, want := ofSMS.account(t, sms.SubaccountForms{}), "", map[string][]string{}
	for _, k := range kinds {
		config += k.block(`type = "advanced"`, `email = "a@example.com"`) + k.transferOf(a.Key, "1")
		want[k.address()] = []string{"Missing is_buyer", "An advanced sub-account may buy its own " + k.sends + " or not: write is_buyer = true or is_buyer = false."}
		want[k.transferAddress()] = []string{"Invalid value for subaccount_token", "The token is the API key of the provider itself, and an account can't move credit to itself: write the token of a sub-account."}
	}
	acctest.RefuseEach(t, acctest.Attached(t, a.Provider()+config), []string{"plan", "-no-color"}, want)
	a.WantRequests(t, 0)
}

// A key that is known only at last is compared before credit is moved.
func TestArguments_OwnTokenKnownLate(t *testing.T) {
	t.Parallel()
	a := ofSMS.account(t, sms.SubaccountForms{})
	w := acctest.Attached(t, fmt.Sprintf("provider \"smspartner\" {\n  api_key = terraform_data.later.output\n  base_url = %q\n}\n", a.BaseURL)+
		acctest.Later(a.Key)+ofSMS.transferOf(a.Key, "1"))
	acctest.Refuse(t, w, []string{"apply", "-auto-approve", "-no-color"}, "Invalid value for subaccount_token", "The token is the API key of the provider itself")
	a.WantRequests(t, 0)
}
