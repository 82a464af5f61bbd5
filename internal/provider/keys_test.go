package provider_test

import (
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// A wrong value of another product's argument is refused before anything is read.
func TestProvider_WrongValues(t *testing.T) {
	t.Parallel()
	const key = "0123456789abcdef"
	for name, test := range map[string]struct {
		argument string
		want     []string
	}{
		"voice key, empty": {
			`voice_api_key = ""`,
			[]string{"Error: Invalid value for voice_api_key", `voice_api_key = ""`, "The API key is empty: copy it from the API page of the Voice Partner dashboard."},
		},
		"mail key, cut off": {
			`mail_api_key = "0123456"`,
			[]string{"Error: Invalid value for mail_api_key", "The API key has fewer than 8 characters", "the Mail Partner dashboard."},
		},
		"voice address with a key": {
			`voice_base_url = "https://api.voicepartner.fr/v1?apiKey=` + key + `"`,
			[]string{"Error: Invalid value for voice_base_url", "The address must end with the path"},
		},
		"mail address without encryption": {
			`mail_base_url = "http://api.mailpartner.fr/v1"`,
			[]string{"Error: Invalid value for mail_base_url", `Plain http would send the API key unencrypted to "api.mailpartner.fr"`},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			w := a.Workspace(t, acctest.RequiredProviders+a.Provider(test.argument)+balance)
			acctest.Refuse(t, w, []string{"plan", "-no-color"}, test.want...)
			a.WantRequests(t, 0)
		})
	}
}

const balance = `
data "smspartner_credits" "test" {}
`

// What needs no key runs without one.
func TestProvider_NoKeyNeeded(t *testing.T) {
	t.Parallel()
	called := `"+33600000001"`
	if acctest.Has(t, acctest.Functions) {
		called = `provider::smspartner::e164("06 00 00 00 01", "FR")`
	}
	a := acctest.NewAccount(t, simulator.Options{})
	w := a.Workspace(t, acctest.RequiredProviders+`
provider "smspartner" {}

data "smspartner_credits" "test" {
  count = 0
}

resource "smspartner_sms" "test" {
  count         = 0
  phone_numbers = ["0600000001"]
  message       = "Bonjour"
}

output "number" {
  value = `+called+`
}
`)
	w.Env = append(w.Env, "SMSPARTNER_API_KEY=")
	acctest.Succeed(t, w, "validate", "-no-color")
	printed := acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	acctest.WantText(t, printed, `number = "+33600000001"`)
	a.WantRequests(t, 0)
}

// What sends or reads needs one, and says so while it is planned. The key of another
// product does not serve.
func TestProvider_KeyNeeded(t *testing.T) {
	t.Parallel()
	const set = "The provider has no API key of SMS Partner. " +
		"Set the environment variable SMSPARTNER_API_KEY, or api_key in the provider block, to the key on the API page of the SMS Partner dashboard."
	for name, test := range map[string]struct {
		block, config string
		want          []string
	}{
		"data source":               {"", balance, []string{"Error: Unable to read credits", "with data.smspartner_credits.test,", set}},
		"data source, key of Voice": {`voice_api_key = "AbCd-1234-EfGh-5678"`, balance, []string{"Error: Unable to read credits", set}},
		"resource": {
			"", "resource \"smspartner_sms\" \"test\" {\n  phone_numbers = [\"0600000001\"]\n  message = \"Bonjour\"\n}\n",
			[]string{"Error: Unable to plan smspartner_sms", "with smspartner_sms.test,", set},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			w := a.Workspace(t, acctest.RequiredProviders+"provider \"smspartner\" {\n  "+test.block+"\n}\n"+test.config)
			w.Env = append(w.Env, "SMSPARTNER_API_KEY=")
			acctest.Succeed(t, w, "validate", "-no-color")
			acctest.Refuse(t, w, []string{"plan", "-no-color"}, test.want...)
			a.WantRequests(t, 0)
		})
	}
}
