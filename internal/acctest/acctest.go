// Package acctest is the kit of the acceptance tests: a real engine against the
// simulator.
package acctest

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// Account is an account on a simulator of its own.
type Account struct {
	*simulator.Simulator
	// BaseURL is what the provider takes as base_url.
	BaseURL string
	// VoiceURL and MailURL are what the provider takes as voice_base_url and
	// mail_base_url.
	VoiceURL, MailURL string
	// Key is the account's API key.
	Key string
}

// NewAccount starts a simulator for the length of a test. The test fails if the
// provider sends anything that the vendor does not document.
func NewAccount(t *testing.T, options simulator.Options) *Account {
	t.Helper()
	if options.APIKey == "" {
		options.APIKey = simulator.DefaultAPIKey
	}
	s, server := simulator.StartAll(t, options)
	t.Cleanup(func() {
		for _, violation := range s.Violations() {
			t.Errorf("the request departs from the vendor's documentation: %s", violation)
		}
	})
	return &Account{Simulator: s, BaseURL: server.URL, VoiceURL: server.VoiceURL, MailURL: server.MailURL, Key: options.APIKey}
}

// Provider returns a provider block for this account, with more arguments as
// HCL lines.
func (a *Account) Provider(more ...string) string {
	return fmt.Sprintf("provider \"smspartner\" {\n  api_key  = %q\n  base_url = %q\n  %s\n}\n", a.Key, a.BaseURL, strings.Join(more, "\n  "))
}

// VoiceProvider is Provider for tests of Voice Partner.
func (a *Account) VoiceProvider(more ...string) string {
	return a.Provider(append([]string{fmt.Sprintf("voice_base_url = %q", a.VoiceURL)}, more...)...)
}

// MailProvider is Provider for tests of Mail Partner.
func (a *Account) MailProvider(more ...string) string {
	return a.Provider(append([]string{fmt.Sprintf("mail_base_url = %q", a.MailURL)}, more...)...)
}

// AnyNumber stands for the requests of a short wait: how many reads fit into it depends on
// the machine.
const AnyNumber = -1

// WantRequests asserts how many requests have come to the account since it was
// made, whatever they asked.
func (a *Account) WantRequests(t *testing.T, want int) {
	t.Helper()
	if got := len(a.Requests()) + len(a.Voice.Requests()) + len(a.Mail.Requests()); got != want && want != AnyNumber {
		t.Errorf("%d requests, want %d", got, want)
	}
}

// Refusal is an answer with a vendor code that the simulator does not give by itself.
func Refusal(code int, words string) simulator.Step {
	return simulator.Step{Body: fmt.Sprintf(`{"success":false,"code":%d,"message":%q}`, code, words)}
}

// Fail plans and applies config, which the engine must refuse with one error that
// says want, as [WantError] compares it.
func Fail(t *testing.T, config string, want ...string) {
	t.Helper()
	Refuse(t, Attached(t, config), []string{"apply", "-auto-approve", "-no-color"}, want...)
}

// Engine returns the engine of the tests. Without one the test fails: a skipped
// test proves nothing.
func Engine(t *testing.T) *engine.Engine {
	t.Helper()
	found, err := findEngine()
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// Root returns the module's folder.
func Root(t *testing.T) string {
	t.Helper()
	root, err := engine.Root(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return root
}

var findEngine = sync.OnceValues(func() (*engine.Engine, error) {
	ctx := context.Background()
	root, err := engine.Root(ctx)
	if err != nil {
		return nil, err
	}
	found, err := engine.Find(ctx, root)
	if err != nil {
		return nil, err
	}
	// What terraform-plugin-testing reads, and for all that runs: an engine ends before the
	// memory that it could free is needed.
	settings := map[string]string{engine.PathVariable: found.Path, "GOGC": "400"}
	if found.IsOpenTofu() {
		settings["TF_ACC_PROVIDER_NAMESPACE"] = "hashicorp"
		settings["TF_ACC_PROVIDER_HOST"] = "registry.opentofu.org"
	}
	for name, value := range settings {
		if err := os.Setenv(name, value); err != nil {
			return nil, err
		}
	}
	// The machine's own settings must not reach the tests, and OpenTofu trips
	// over a file that is missing.
	for _, entry := range os.Environ() {
		name, _, _ := strings.Cut(entry, "=")
		if name != "TF_CLI_CONFIG_FILE" && !engine.IsProviderVariable(name) {
			continue
		}
		if err := os.Unsetenv(name); err != nil {
			return nil, err
		}
	}
	return found, nil
})
