package status_test

import (
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// What can't be right in any account is refused by `validate`, without a request.
func TestMessageStatus_InvalidConfig(t *testing.T) {
	t.Parallel()
	const invalidNumber = "Error: Invalid phone number"
	wait := func(arguments string) string { return documented("wait = {\n" + arguments + "\n}") }
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		config string
		want   []string
	}{
		"number with letters": {
			messageStatus("1111", "06 00 00 00 OO", ""),
			[]string{invalidNumber, withTest, atPhoneNumber, `"06 00 00 00 OO" is not a phone number: 'O' is neither a digit nor a separator.`, "Write it in international form, such as +33600000001"},
		},
		"number too long": {
			messageStatus("1111", "+3360000000000001", ""),
			[]string{invalidNumber, withTest, atPhoneNumber, `"+3360000000000001" is not a phone number: it is too long for its country.`},
		},
		"empty number": {
			messageStatus("1111", "", ""),
			[]string{invalidNumber, withTest, atPhoneNumber, `"" is not a phone number: it has no digits.`},
		},
		"empty id": {
			messageStatus("", "0600000000", ""),
			[]string{"Error: Invalid value for message_id", withTest, atMessageID, "The id is empty: copy it from the answer that gave it."},
		},
		"id with a blank": {
			messageStatus("1111 ", "0600000000", ""),
			[]string{"Error: Invalid value for message_id", withTest, atMessageID, `"1111 " contains a blank, which no id has`},
		},
		"format": {
			documented(`format = "yaml"`),
			[]string{"Error: Invalid value for format", withTest, `format = "yaml"`, `"yaml" is not among the values "json", "xml".`},
		},
		"until": {
			wait(`until = "sent"`),
			[]string{"Error: Invalid value for wait.until", withTest, `"sent" is not among the values "final", "delivered".`},
		},
		"on_timeout": {
			wait(`on_timeout = "ignore"`),
			[]string{"Error: Invalid value for wait.on_timeout", withTest, `"ignore" is not among the values "fail", "continue".`},
		},
		"timeout without a unit": {
			wait(`timeout = "90"`),
			[]string{"Error: Invalid value for wait.timeout", withTest, `"90" is not a duration: write a number and a unit, such as "30s", "5m" or "1h30m".`},
		},
		"interval without a number": {
			wait(`interval = "often"`),
			[]string{"Error: Invalid value for wait.interval", withTest, `"often" is not a duration`},
		},
		"interval too short": {
			wait(`interval = "500ms"`),
			[]string{"Error: Invalid value for wait.interval", withTest, `"500ms" is too short: write "1s" or more.`},
		},
		"interval longer than timeout": {
			wait("timeout = \"30s\"\ninterval = \"1m\""),
			[]string{"Error: Invalid value for wait.interval", withTest, `"1m" is longer than the timeout of 30s, so the status would be read only once: write a shorter interval or a longer timeout.`},
		},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		cases[name] = acctest.Case{Account: a, Config: a.Provider() + test.config, Want: test.want}
	}
	cases.Fail(t, "validate")
}

// A number is wrong in a region only once the region is known, when the
// provider is configured.
func TestMessageStatus_NumberOfAnotherRegion(t *testing.T) {
	t.Parallel()
	valid, cases := acctest.Cases{}, acctest.Cases{}
	for name, test := range map[string]struct{ region, number, reason string }{
		"too long":  {"BE", "06000000001", "it is too long for the region BE"},
		"too short": {"FR", "060000000", "it is too short for the region FR"},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		config := a.Provider(`default_region = "`+test.region+`"`) + messageStatus("1111", test.number, "")
		valid[name] = acctest.Case{Account: a, Config: config}
		cases[name] = acctest.Case{
			Account: a, Config: config,
			Want: []string{"Error: Invalid phone number", withTest, atPhoneNumber, `"` + test.number + `" is not a phone number: ` + test.reason},
		}
	}
	valid.Succeed(t, "validate")
	cases.Fail(t, "plan")
}

// A key that is missing or can't be one is said before any request. (Without a
// provider block, the engine adds an error of its own that asks for one.)
func TestMessageStatus_NoKey(t *testing.T) {
	t.Parallel()
	const atProvider = `provider "smspartner" {`
	for name, test := range map[string]struct {
		environment, argument string
		want                  []string
	}{
		"missing":               {"", "", []string{"Error: Unable to read message status", withTest, "The provider has no API key of SMS Partner.", "Set the environment variable SMSPARTNER_API_KEY, or api_key in the provider block"}},
		"blank environment":     {" ", "", []string{"Error: Invalid environment variable SMSPARTNER_API_KEY", atProvider, "The API key is empty"}},
		"line break at its end": {"secret\n", "", []string{"Error: Invalid environment variable SMSPARTNER_API_KEY", atProvider, "The API key contains a blank or a line break"}},
		"empty in the block":    {"unused", `api_key = ""`, []string{"Error: Invalid value for api_key", `api_key = ""`, "The API key is empty"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			w := a.Workspace(t, acctest.RequiredProviders+atProvider+"\n"+test.argument+"\n}\n"+documented(""))
			w.Env = append(w.Env, "SMSPARTNER_API_KEY="+test.environment)
			acctest.Refuse(t, w, []string{"plan", "-no-color"}, test.want...)
			a.WantRequests(t, 0)
		})
	}
}
