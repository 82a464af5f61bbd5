package voice

import (
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// Each word, and that nothing was made nor paid.
func TestRefusals(t *testing.T) {
	t.Parallel()
	tooMany := strings.Repeat(number+",", maxNumbers) + number
	atMost := strings.TrimSuffix(strings.Repeat(number+",", maxNumbers), ",")
	for word, changes := range map[string][]any{
		"PHONE_NUMBER_REQUIRED":   {"phoneNumbers", ""},
		"PHONE_NUMBER_SIZE_ERROR": {"phoneNumbers", tooMany},
		"NOTIFY_URL_INVALID":      {"notifyUrl", "ftp://127.0.0.1/"},
		"AUDIO_FILE_NOT_FOUND":    {"tokenAudio", "f" + audioToken[1:]},
		"DESTINATION_INVALID":     {"phoneNumbers", number + ",x"},
		"NOT_CREDIT":              {"phoneNumbers", atMost},
	} {
		want := `{ "success": false, "error": "` + word + `" }`
		a := atNoon(Variant{})
		_, body := deposit(t, a, changes...)
		expect(t, "refusal of a deposit", body, want)
		_, body = speak(t, a, changes...)
		expect(t, "refusal of a voice SMS", body, want)
		expect(t, word, len(a.Campaigns()), 0)
		_, body = get(t, a, "/me/"+key)
		contains(t, body, `"credit": "27"`)
	}
	for word, changes := range map[string][]any{
		"TOKEN_AUDIO_REQUIRED": {"tokenAudio", ""},
		"SENDER_INVALID":       {"sender", "ACME"},
	} {
		_, body := deposit(t, atNoon(Variant{}), changes...)
		contains(t, body, word)
	}
	_, body := speak(t, atNoon(Variant{}), "text", "")
	contains(t, body, "TOKEN_AUDIO_REQUIRED")
	_, body = speak(t, atNoon(Variant{}), "phoneNumbers", number+",+9990000000")
	contains(t, body, "DESTINATION_INVALID")
	_, body = deposit(t, atNoon(Variant{}), "phoneNumbers", " , ")
	contains(t, body, "PHONE_NUMBER_REQUIRED")
}

// As many numbers as there may be.
func TestRefusals_MaxNumbers(t *testing.T) {
	t.Parallel()
	a := atNoon(Variant{})
	a.SetCredits(Credits{Balance: "45"})
	_, body := speak(t, a, "phoneNumbers", strings.TrimSuffix(strings.Repeat(number+",", maxNumbers), ","))
	contains(t, body, `"nbSms": 500`, `"cost": 45,`)
}

func TestRefusals_Senders(t *testing.T) {
	t.Parallel()
	for sender, want := range map[string]string{
		"0600000005":   `"success": true`,
		"+33600000005": `"success": true`,
		"":             `"success": true`,
		"+33600000006": `SENDER_NOT_AUTHORIZED`,
		"ACME":         `SENDER_INVALID`,
	} {
		a := New(Options{Options: wire.Options{APIKey: key}, Senders: []string{"+33600000005"}})
		_, body := deposit(t, a, "sender", sender)
		contains(t, body, want)
	}
}

// What the pages list as required and the samples omit.
func TestRefusals_Required(t *testing.T) {
	t.Parallel()
	for _, v := range []Variant{{}, {CampaignForms: CampaignForms{EmailRequired: true}, SpeechForms: SpeechForms{LangRequired: true}}} {
		for mail, refused := range map[string]bool{"": v.EmailRequired, "ops@example.com": false} {
			_, body := deposit(t, atNoon(v), "emailForNotification", mail)
			expect(t, mail, strings.Contains(body, "EMAIL_REQUIRED"), refused)
		}
		for lang, refused := range map[string]bool{"": v.LangRequired, "en": false} {
			_, body := speak(t, atNoon(v), "lang", lang)
			expect(t, lang, strings.Contains(body, "LANG_REQUIRED"), refused)
		}
	}
}

func TestRefusals_Forms(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		forms FailureForms
		want  string
	}{
		{FailureForms{FailureKey: "message"}, `{ "success": false, "message": "NOT_CREDIT" }`},
		{FailureForms{FailureKey: "message", FailureTexts: true}, `{ "success": false, "message": "NOT_CREDIT" }`},
		{FailureForms{FailureKey: "code", FailureTexts: true}, `{ "success": false, "code": "NOT_CREDIT", "message": "Crédit insuffisant" }`},
		{FailureForms{FailureTexts: true}, `{ "success": false, "error": "NOT_CREDIT", "message": "Crédit insuffisant" }`},
		{FailureForms{FailureKey: "number"}, `{ "success": false, "code": 400, "message": "NOT_CREDIT" }`},
		{FailureForms{FailureWithoutSuccess: true}, `{ "error": "NOT_CREDIT" }`},
	} {
		a := atNoon(Variant{FailureForms: test.forms})
		a.SetCredits(Credits{Balance: "0"})
		status, body := deposit(t, a)
		expect(t, "body", body, test.want)
		expect(t, "status", status, http.StatusOK)
	}
	forms := wire.Forms{English: true, ErrorStatus: wire.ClientErrorStatus}
	a := New(Options{Options: wire.Options{APIKey: key}, Forms: forms, Variant: Variant{FailureForms: FailureForms{FailureTexts: true}}})
	status, body := speak(t, a, "phoneNumbers", "")
	expect(t, "body", body, `{ "success": false, "error": "PHONE_NUMBER_REQUIRED", "message": "Phone number is required" }`)
	expect(t, "status", status, http.StatusBadRequest)
	_, body = speak(t, New(Options{Options: wire.Options{APIKey: key}, Variant: Variant{
		FailureForms: FailureForms{FailureTexts: true}, SpeechForms: SpeechForms{LangRequired: true},
	}}))
	expect(t, "a word of ours", body, `{ "success": false, "error": "LANG_REQUIRED" }`)
}

func TestWrongKey(t *testing.T) {
	t.Parallel()
	a := atNoon(Variant{})
	const want = `{ "success": false, "code": 10, "message": "Clé API incorrecte" }`
	_, body := deposit(t, a, "apiKey", "Wr0n-gKey")
	expect(t, "deposit", body, want)
	_, body = speak(t, a, "apiKey", "Wr0n-gKey")
	expect(t, "voice SMS", body, want)
}

func TestFailureKey_Set(t *testing.T) {
	t.Parallel()
	var forms FailureKey
	for name, taken := range map[string]bool{"error": true, "message": true, "code": true, "number": true, "errors": false} {
		expect(t, name, forms.Set(name) == nil, taken)
	}
	expect(t, "none", (*FailureKey)(nil).String(), "")
}
