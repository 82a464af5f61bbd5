package sms

import (
	"net/http"
	"net/mail"
	"slices"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// ForwardForms are the forms of call forwarding.
type ForwardForms struct {
	// ForwardChangeRefused refuses to change a forwarding that is on, with code 16 or 17:
	// it must be disabled first. Whether the vendor does is not known.
	ForwardChangeRefused bool `flag:"forward-change-refused" help:"refuse to change a call forwarding that is on (codes 16 and 17)"`
	// ForwardOffCode14 refuses with code 14 to disable what is off, where the default is
	// code 18: the documentation has both.
	ForwardOffCode14 bool `flag:"forward-off-code-14" help:"refuse to disable a call forwarding that is off with code 14 instead of 18"`
	// ForwardCode200 answers code 200 where calls or a voicemail are enabled: the only
	// documented answer, with code 2, is that of disabling.
	ForwardCode200 bool `flag:"forward-code-200" help:"answer code 200 where a call forwarding is enabled"`
	// ForwardEmailCode5 refuses an e-mail address with the code of the documented sample,
	// where the table has 9.
	ForwardEmailCode5 bool `flag:"forward-email-code-5" help:"refuse the e-mail address of a voicemail with code 5 instead of 9"`
	// ForwardPlus knows numbers with a plus sign only, where the sample has none.
	ForwardPlus bool `flag:"forward-plus" help:"know virtual numbers with a plus sign only in call forwarding"`
}

// The types of [Forwarding].
const (
	ForwardOff       = "0"
	ForwardCalls     = "1"
	ForwardVoicemail = "2"
)

// Forwarding is what a virtual number does with calls.
type Forwarding struct{ Type, Param string }

// Forwarding returns what a virtual number, with or without a plus sign, does with calls.
func (a *Account) Forwarding(number string) Forwarding {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.forwarding(bare(number))
}

// SetForwarding forwards the calls of a virtual number, as the dashboard does.
func (a *Account) SetForwarding(number string, f Forwarding) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.setForwarding(bare(number), f)
}

func (a *Account) forwarding(number string) Forwarding {
	if on, ok := a.forwardings[number]; ok {
		return on
	}
	return Forwarding{Type: ForwardOff}
}

func (a *Account) setForwarding(number string, f Forwarding) {
	if a.forwardings == nil {
		a.forwardings = map[string]Forwarding{}
	}
	a.forwardings[number] = f
}

// DisableNumber makes call forwarding refuse a virtual number with code 15.
func (a *Account) DisableNumber(number string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.disabled = append(a.disabled, bare(number))
}

// forwardPage is the page "Gérer le transfert d'appel".
func (a *Account) forwardPage() []wire.Route {
	return []wire.Route{{
		Method: http.MethodPost,
		Path:   "/vn/callforward",
		Parameters: []wire.Parameter{
			wire.KeyParameter,
			{Name: "number", Check: isForwardNumber},
			{Name: "type", Check: wire.OneOf(ForwardOff, ForwardCalls, ForwardVoicemail)},
			{Name: "param"},
		},
		KeyMissing: wire.Refusal(10, "La Clé API est requise", "API key is required"),
		Handle:     a.callForward,
	}}
}

// isForwardNumber takes a number with or without a plus sign: which is not documented.
func isForwardNumber(v string) string { return wire.IsBareNumber(bare(v)) }

func bare(number string) string {
	normal, _ := wire.E164(wire.WithPlus(number))
	return strings.TrimPrefix(normal, "+")
}

func (a *Account) callForward(c *wire.Call) (wire.Object, *wire.Failure) {
	number, goal := c.Text("number"), Forwarding{Type: c.Text("type"), Param: c.Text("param")}
	if refused := a.checkForward(number, goal); refused != nil {
		return nil, refused
	}
	number = bare(number)
	if refused := a.forwardTurn(a.forwarding(number), goal); refused != nil {
		return nil, refused
	}
	a.setForwarding(number, goal)
	code := 2
	if goal.Type != ForwardOff && a.options.Variant.ForwardCode200 {
		code = 200
	}
	return wire.Object{wire.Boolean("success", true), wire.Integer("code", code), wire.Text("message", forwardMessages[goal.Type])}, nil
}

// forwardMessages are English on all pages. Only the first one is documented.
var forwardMessages = map[string]string{
	ForwardOff:       "Callforward disabled",
	ForwardCalls:     "Callforward enabled",
	ForwardVoicemail: "Voicemail enabled",
}

func (a *Account) checkForward(number string, goal Forwarding) *wire.Failure {
	switch {
	case number == "":
		return wire.Refusal(5, "Le numéro virtuel est requis", "Virtual number is required")
	case goal.Type == "":
		return wire.Refusal(6, "Le type est requis", "Type is required")
	case forwardMessages[goal.Type] == "":
		return wire.Refusal(7, "Le type n'est pas valide", "Type is invalid")
	case goal.Type != ForwardOff && goal.Param == "":
		return wire.Refusal(8, "param est requis", "param is required")
	case a.options.Variant.ForwardPlus && !strings.HasPrefix(number, "+"), a.options.Senders != nil && !slices.Contains(a.options.Senders, bare(number)):
		return wire.Refusal(13, "Le numéro virtuel n'existe pas", "Virtual number does not exist")
	case slices.Contains(a.disabled, bare(number)):
		return wire.Refusal(15, "Le numéro est désactivé", "The number is disabled")
	case goal.Type == ForwardCalls && wire.IsBareNumber(bare(goal.Param)) != "":
		return wire.Refusal(12, "Le numéro de transfert n'est pas valide", "Forwarding number is invalid")
	case goal.Type != ForwardVoicemail:
		return nil
	}
	if _, err := mail.ParseAddress(goal.Param); err == nil {
		return nil
	}
	if a.options.Variant.ForwardEmailCode5 {
		return wire.Refusal(5, "email is not valid", "email is not valid")
	}
	return wire.Refusal(9, "L'email n'est pas valide", "Email is invalid")
}

// forwardTurn refuses what the present forwarding does not allow.
func (a *Account) forwardTurn(now, goal Forwarding) *wire.Failure {
	forms := a.options.Variant.ForwardForms
	switch {
	case goal.Type == ForwardOff && now.Type == ForwardOff && forms.ForwardOffCode14:
		return wire.Refusal(14, "Le transfert d'appel n'est pas activé", "Call forwarding is not enabled")
	case goal.Type == ForwardOff && now.Type == ForwardOff:
		return wire.Refusal(18, "Le transfert d'appel est déjà désactivé", "Call forwarding is already disabled")
	case goal.Type == ForwardOff || !forms.ForwardChangeRefused:
		return nil
	case now.Type == ForwardCalls:
		return wire.Refusal(16, "Le transfert d'appel est déjà activé", "Call forwarding is already enabled")
	case now.Type == ForwardVoicemail:
		return wire.Refusal(17, "La messagerie est déjà activée", "Voicemail is already enabled")
	default:
		return nil
	}
}
