package voice

import (
	"errors"
	"strings"
	"unicode"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
)

const fromDashboard = "an audio file that was uploaded and validated in the Voice Partner dashboard, as `smspartner_voice_audio_files` lists it. Vendor's name: `tokenAudio`."

// The arguments of calls. The token is required by one call, and takes the place of a text in
// the other.
var (
	argPhoneNumbers = attribute.Argument{
		Name: "phone_numbers", Required: true,
		Form:        attribute.Phones{Size: attribute.Size{Plural: "phone numbers", Lowest: 1, Highest: voice.MaxPerRequest}},
		Description: "The phones to call, 1 to 500, mobile or landline, international or national in the provider's `default_region`. Each one costs. Vendor's name: `phoneNumbers`." + phone.Named,
	}
	argTokenAudio = attribute.Argument{
		Name: "token_audio", Required: true, Form: attribute.Text{Rule: isToken},
		Description: "The token of " + fromDashboard,
	}
	argSpokenTokenAudio = attribute.Argument{
		Name: "token_audio", Form: attribute.Text{Rule: isToken},
		Description: "To play a file instead of speaking a `text`: the token of " + fromDashboard,
	}
	argText = attribute.Argument{
		Name: "text", Form: attribute.Text{Rule: validate.String("a text with words to speak", checkText)},
		Description: "The text to speak. Each comma is a pause of half a second, so `\"Alert,,,, disk full\"` pauses for 2 seconds. " +
			"Write either `text` or `token_audio`. The vendor documents no greatest length.",
	}
	argLang = attribute.Argument{
		Name: "lang", Form: attribute.Text{Rule: validate.String("a language, without blanks", checkLang)},
		Description: "The language in which `text` is spoken, such as `fr` or `en`. The vendor documents neither the other values nor the language of a call without `lang`.",
	}
	argSpeechRate = attribute.Argument{
		Name: "speech_rate", Form: attribute.Decimal{Lowest: "0.5", Highest: "2"},
		Description: "How fast `text` is spoken, 0.5 to 2. Vendor's default: `1`. It goes with `text` only. Vendor's name: `speechRate`.",
	}
	argEmail = attribute.Argument{
		Name: "email_for_notification", Form: attribute.Text{Rule: validate.String("an e-mail address", validate.Email)},
		Description: "The e-mail address that gets the vendor's notice at the end of the campaign. The vendor's page lists it as required, but its own example omits it. Vendor's name: `emailForNotification`.",
	}
	argSender = attribute.Argument{
		Name: "sender", Form: attribute.Phone{},
		Description: "A mobile number that the recipients can call back, international or national in the provider's `default_region`. It must be validated in the Voice Partner dashboard beforehand." + phone.Named,
	}
	argScheduledDate = attribute.Argument{
		Name: "scheduled_date", Form: attribute.Text{Rule: validate.String("a moment on a whole minute, in RFC 3339 form", schedule.CheckMinute)},
		Description: "When to call: a moment in the future, on a whole minute, in RFC 3339 form with any offset, such as `2026-06-01T09:30:00+02:00`. " +
			"Without it, the calls are made at once. The vendor takes a time without an offset and does not state which time zone it assumes: the provider passes the moment on as Paris time. Vendor's name: `scheduledDate`.",
	}
	argNotifyURL = attribute.Argument{
		Name: "notify_url", Form: attribute.Text{Rule: validate.String("a web address", validate.WebAddress)},
		Description: "The web address to which the vendor sends what became of the calls. Vendor's name: `notifyUrl`.",
	}
)

var isToken = validate.String("a token, without blanks", validate.Identifier)

func checkText(text string) error {
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.In(r, unicode.L, unicode.N, unicode.S) }) {
		return errors.New("it has nothing to speak: write words")
	}
	return validate.Visible(text)
}

func checkLang(lang string) error {
	if lang == "" {
		return errors.New(`it is empty: write a language such as "fr" or "en", or leave it out`)
	}
	return validate.Identifier(lang)
}
