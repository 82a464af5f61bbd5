package voice_test

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
)

const (
	audioToken = "0123456789abcdef0123456789abcdef"
	withAudio  = `token_audio = "` + audioToken + `"`
	withText   = `text = "Bonjour"`
	// later is a moment that no run of the tests reaches, and inParis the same.
	later   = `scheduled_date = "2040-06-01T07:31:00Z"`
	inParis = "2040-06-01 09:31:00"
)

// kind is one of the two ways to call.
type kind struct{ name, call, needs string }

var (
	voiceMessage = kind{"voice_message", "campaign/send", withAudio}
	voiceSMS     = kind{"voice_sms", "tts/send", withText}
)

// resource is one called test, with its arguments as HCL lines.
func (k kind) resource(arguments ...string) string {
	return fmt.Sprintf("\nresource \"smspartner_%s\" \"test\" {\n  %s\n}\n", k.name, strings.Join(arguments, "\n  "))
}

// plain calls one number, with more arguments as HCL lines.
func (k kind) plain(more ...string) string {
	return k.resource(append([]string{numbers("06 00 00 00 01"), k.needs}, more...)...)
}

// address is that of the resource.
func (k kind) address() string { return "smspartner_" + k.name + ".test" }

func (k kind) has(attribute string, want knownvalue.Check) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(k.address(), tfjsonpath.New(attribute), want)
}

func (k kind) is(attribute, want string) statecheck.StateCheck {
	return k.has(attribute, knownvalue.StringExact(want))
}

func (k kind) will(action plancheck.ResourceActionType) []plancheck.PlanCheck {
	return []plancheck.PlanCheck{plancheck.ExpectResourceAction(k.address(), action)}
}

// action is one with a name, with its arguments as HCL lines.
func (k kind) action(name string, arguments ...string) string {
	return fmt.Sprintf("\naction \"smspartner_send_%s\" %q {\n  config {\n    %s\n  }\n}\n", k.name, name, strings.Join(arguments, "\n    "))
}

// numbers is the argument phone_numbers.
func numbers(written ...string) string {
	quoted := make([]string, len(written))
	for i, number := range written {
		quoted[i] = fmt.Sprintf("%q", number)
	}
	return "phone_numbers = [" + strings.Join(quoted, ", ") + "]"
}

// account has a key of Voice Partner that is in groups.
func account(t *testing.T) *acctest.Account {
	t.Helper()
	return acctest.NewAccount(t, simulator.Options{VoiceAPIKey: voiceKey})
}

const voiceKey = "AbC1-dEf2GhI3-jKl4MnO5-pQr6-StU7vWx8"

func provider(a *acctest.Account, more ...string) string {
	return a.VoiceProvider(append([]string{fmt.Sprintf("voice_api_key = %q", voiceKey)}, more...)...)
}

// wantSent asserts how many requests to call have come, how many campaigns the vendor made
// of them, how many were cancelled, and that nothing else was asked.
func (k kind) wantSent(t *testing.T, a *acctest.Account, requests, made, cancels int) {
	t.Helper()
	if got := len(a.Voice.Requests(k.call)); got != requests {
		t.Errorf("%d requests to %s, want %d", got, k.call, requests)
	}
	if got := len(a.Voice.Campaigns()); got != made {
		t.Errorf("%d campaigns, want %d", got, made)
	}
	a.WantRequests(t, requests+cancels)
}

// bodies are the JSON objects of the requests, without the key.
func (k kind) bodies(t *testing.T, a *acctest.Account) string {
	t.Helper()
	var all []string
	for _, request := range a.Voice.Requests(k.call) {
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
	return strings.Join(all, "\n")
}
