package voice

import (
	"errors"
	"slices"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// FailureForms are the forms of a refusal. The documentation lists the codes, most of which
// are words, and shows no body that carries one.
type FailureForms struct {
	// FailureKey is the field with the code, "error" when empty.
	FailureKey FailureKey `flag:"voice-failure-key" value:"name" help:"field with the code of a refusal by Voice Partner: error (default), message or code"`
	// FailureWithoutSuccess leaves "success" out of a refusal.
	FailureWithoutSuccess bool `flag:"voice-failure-without-success" help:"leave success out of the refusals of Voice Partner"`
}

// FailureKey is the field with the code of a refusal.
type FailureKey string

// Set reads the flag.
func (k *FailureKey) Set(name string) error {
	if !slices.Contains([]string{"error", "message", "code"}, name) {
		return errors.New("neither error, message nor code")
	}
	*k = FailureKey(name)
	return nil
}

// String is what the flag stands on.
func (k *FailureKey) String() string {
	if k == nil {
		return ""
	}
	return string(*k)
}

// refusal answers a code that is a word, such as NOT_CREDIT.
func (a *Account) refusal(word string) *wire.Failure {
	forms := a.options.Variant.FailureForms
	key := string(forms.FailureKey)
	if key == "" {
		key = "error"
	}
	body := wire.Object{wire.Plain(key, word)}
	if !forms.FailureWithoutSuccess {
		body = append(wire.Object{wire.Boolean("success", false)}, body...)
	}
	return &wire.Failure{Body: body}
}
