package voice_test

import (
	"net/http"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/voice"
)

const credits acctest.DataSource = "smspartner_voice_credits"

// The vendor's documented example, with numbers as numbers and as strings, by a key of
// Voice Partner's own and by the key that all products share.
func TestCredits(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, options := range map[string]simulator.Options{
		"own key":            {VoiceAPIKey: voiceKey},
		"numbers as strings": {VoiceAPIKey: voiceKey, Variant: simulator.Variant{Forms: simulator.Forms{NumbersAsStrings: true}}},
		"shared key":         {},
	} {
		a := acctest.NewAccount(t, options)
		block := a.VoiceProvider()
		if options.VoiceAPIKey != "" {
			block = provider(a)
		}
		tests[name] = acctest.Test{Steps: []acctest.Step{{
			Config: block + credits.Test(),
			State: []statecheck.StateCheck{
				credits.Has("credit", acctest.Amount(t, "27")),
				credits.Has("currency", knownvalue.StringExact("€")),
				credits.Has("tts", knownvalue.Int64Exact(15150)),
				credits.Has("tts_fixe", knownvalue.Int64Exact(7510)),
				credits.Has("voice_messages", knownvalue.Int64Exact(14)),
			},
		}}}
	}
	tests.Run(t)
}

// Speech time is not normalised. What the vendor did not say, or can't be read, is null.
func TestCredits_Lenient(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		body string
		want []string
	}{
		"more than 59":    {`{"success": true, "credit": 27.5, "currency": "€", "details": {"tts": {"h": 0, "m": 61, "s": 66}}}`, []string{`seen = "[27.5,3726,null,null]"`}},
		"without success": {`{"credit": "0", "currency": "€"}`, []string{`seen = "[0,null,null,null]"`}},
		"unread": {
			`{"success": true, "credit": "beaucoup", "details": {"voice": {"message": 3}}}`,
			[]string{"Warning: Incomplete voice credits", credits.WithTest(), `"credit" holds "beaucoup", which is not a number.`, `seen = "[null,null,null,3]"`},
		},
	} {
		a := account(t)
		a.Voice.Script("/me/{apiKey}", simulator.Step{Body: test.body})
		cases[name] = acctest.Case{
			Account: a, Want: test.want, Requests: 1,
			Config: provider(a) + credits.Test() + `
locals {
  got = data.smspartner_voice_credits.test
}

output "seen" {
  value = jsonencode([local.got.credit, local.got.tts, local.got.tts_fixe, local.got.voice_messages])
}
`,
		}
	}
	cases.Succeed(t, "apply")
}

// The key is in the path of the call: no error has it.
func TestCredits_Errors(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		step simulator.Step
		want []string
	}{
		"wrong key": {
			simulator.Step{Body: `{"success": false, "code": 10, "message": "Clé API incorrecte"}`},
			[]string{"Voice Partner does not accept the API key.", "voice_api_key in the provider block", "VOICEPARTNER_API_KEY", "SMSPARTNER_API_KEY"},
		},
		"wrong key as a word": {simulator.Step{Status: http.StatusForbidden, Body: `{"error": "10"}`}, []string{"Voice Partner does not accept the API key."}},
		"no credit":           {simulator.Step{Body: `{"success": true, "currency": "€"}`}, []string{`the answer reports success, but has no "credit".`}},
		"a page with the key": {
			simulator.Step{Status: http.StatusNotFound, Body: "<html>no /v1/me/" + voiceKey},
			[]string{"answered HTTP 404 (Not Found): ", "no /v1/me/[REDACTED]", "Check voice_base_url in the provider block"},
		},
		"redirected": {
			simulator.Step{Status: http.StatusFound, Header: http.Header{"Location": {"https://elsewhere.example/v1/me/" + voiceKey}}},
			[]string{"redirected to https://elsewhere.example/v1/me/[REDACTED] (HTTP 302)."},
		},
	} {
		a := account(t)
		a.Voice.Script("/me/{apiKey}", test.step)
		cases[name] = acctest.Case{
			Account: a, Config: provider(a) + credits.Test(), Requests: 1,
			Want: append([]string{"Error: Unable to read voice credits", credits.WithTest()}, test.want...),
		}
	}
	cases.Fail(t, "plan")
}

// A rollout stops before it changes anything when there is too little credit for what it
// calls.
func TestCredits_StopsRollout(t *testing.T) {
	t.Parallel()
	a := account(t)
	w := acctest.Attached(t, provider(a)+credits.Test()+`
resource "terraform_data" "rollout" {
  lifecycle {
    precondition {
      condition     = data.smspartner_voice_credits.test.credit >= 27 && data.smspartner_voice_credits.test.tts >= 60
      error_message = "Only ${data.smspartner_voice_credits.test.credit} € are left for calls."
    }
  }
}
`)
	acctest.Succeed(t, w, "plan", "-no-color")
	a.Voice.SetCredits(simulated.Credits{Balance: "26.9", Currency: "€", Mobile: simulated.SpeechTime{Minutes: 1}})
	acctest.Refuse(t, w, []string{"apply", "-auto-approve", "-no-color"}, "precondition failed", "Only 26.9 € are left for calls.")
	a.WantRequests(t, 2)
}

// Only the types of Voice Partner miss its key, while they are planned.
func TestCredits_NoKey(t *testing.T) {
	t.Parallel()
	const other = `
data "smspartner_credits" "test" {}
`
	a := account(t)
	for _, withOther := range []bool{true, false} {
		config := acctest.RequiredProviders + "provider \"smspartner\" {}\n"
		if withOther {
			config += other
		} else {
			config += credits.Test()
		}
		w := a.Workspace(t, config)
		if withOther {
			acctest.Succeed(t, w, "validate", "-no-color")
			acctest.Succeed(t, w, "plan", "-no-color")
			continue
		}
		w.Env = append(w.Env, "SMSPARTNER_API_KEY=")
		acctest.Succeed(t, w, "validate", "-no-color")
		acctest.Refuse(t, w, []string{"plan", "-no-color"}, "Error: Unable to read voice credits", credits.WithTest(),
			"The provider has no API key of Voice Partner.", "VOICEPARTNER_API_KEY, or voice_api_key in the provider block")
	}
	a.WantRequests(t, 1)
}
