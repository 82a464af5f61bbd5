package voice

import (
	"errors"
	"net/http"
	"slices"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// FailureForms are the forms of a refusal. The documentation lists the codes, most of which
// are words, and shows no body that carries one.
type FailureForms struct {
	// FailureKey is the field with the code, "error" when empty. With "number", a number is in
	// the field "code" and the word in "message".
	FailureKey FailureKey `flag:"voice-failure-key" value:"field" help:"field with the word of a refusal by Voice Partner: error (default), message or code; number for a number in code and the word in message"`
	// FailureTexts adds what the word means, as "message" where that is not the word.
	FailureTexts bool `flag:"voice-failure-texts" help:"write the meaning of a refusal by Voice Partner beside its word"`
	// FailureWithoutSuccess leaves "success" out of a refusal.
	FailureWithoutSuccess bool `flag:"voice-failure-without-success" help:"leave success out of the refusals of Voice Partner"`
}

// FailureKey is the field with the code of a refusal.
type FailureKey string

// Set reads the flag.
func (k *FailureKey) Set(name string) error {
	if !slices.Contains([]string{"error", "message", "code", withNumber}, name) {
		return errors.New("neither error, message, code nor number")
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

// withNumber is the [FailureKey] of a number beside the word.
const withNumber = "number"

// wordKey is the field with the word of a refusal.
func (f FailureForms) wordKey() string {
	switch f.FailureKey {
	case "":
		return "error"
	case withNumber:
		return "message"
	default:
		return string(f.FailureKey)
	}
}

// refusal answers a code that is a word, such as NOT_CREDIT.
func (a *Account) refusal(word string) *wire.Failure {
	forms, body := a.options.Variant.FailureForms, wire.Object{}
	if !forms.FailureWithoutSuccess {
		body = append(body, wire.Boolean("success", false))
	}
	if forms.FailureKey == withNumber {
		body = append(body, wire.Integer("code", http.StatusBadRequest))
	}
	key := forms.wordKey()
	body = append(body, wire.Plain(key, word))
	if meaning, known := meanings[word]; known && forms.FailureTexts && key != "message" {
		body = append(body, wire.Plain("message", a.options.Forms.Say(meaning)))
	}
	return &wire.Failure{Body: body}
}

// meanings are those of the table of the words. A word of ours has none.
var meanings = map[string]wire.Wording{
	"PHONE_NUMBER_REQUIRED":   {French: "Le numéro de téléphone est requis", English: "Phone number is required"},
	"PHONE_NUMBER_SIZE_ERROR": {French: "plus de 500 numéros", English: "more than 500 numbers"},
	"TOKEN_AUDIO_REQUIRED":    {French: "Le token de l'audio est requis", English: "Audio token is required"},
	"NOTIFY_URL_INVALID":      {French: "L'url de notification est invalide", English: "Notification URL is invalid"},
	"SENDER_NOT_AUTHORIZED":   {French: "Le sender n'est pas autorisé", English: "Sender is not authorized"},
	"SENDER_INVALID":          {French: "Le sender est invalide", English: "Sender is invalid"},
	"AUDIO_FILE_NOT_FOUND":    {French: "Le fichier audio est introuvable", English: "Audio file is not found"},
	"DESTINATION_INVALID":     {French: "Le numéro de téléphone n'est pas autorisé", English: "Number is not authorized as destination"},
	"NOT_CREDIT":              {French: "Crédit insuffisant", English: "Insufficient credit"},
}
