package voice

import (
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
)

// kind is one of the vendor's ways to call phones. It holds every difference between the two
// resources, and between the two actions.
type kind struct {
	// name is the stem of the type names: smspartner_<name>, smspartner_send_<name>.
	name string
	// page is the title of the vendor's page, and needs what must be there before its call
	// works, see [framework.Page].
	page, needs string
	// object names in diagnostics what was sent.
	object    string
	sends     voice.Kind
	arguments []attribute.Argument
	// what, told and call go into the documentation.
	what, told, call string
}

// uploaded is what the use of an audio file needs.
const uploaded = "an audio file uploaded in the dashboard"

var kinds = []kind{
	{
		page:  "Déposer un message vocal",
		needs: uploaded + "; for `sender`, the number validated in the dashboard; for `notify_url`, calls enabled by the vendor's support",
		name:  "voice_message", object: "voice message", sends: voice.Deposit,
		arguments: []attribute.Argument{argTokenAudio, argPhoneNumbers, argEmail, argSender, argScheduledDate, argNotifyURL},
		what: "Leaves an audio file as a message for at most 500 phone numbers. A mobile phone does not ring: the message goes straight to its voicemail. " +
			"A landline rings, and the message is left only if nobody answers.",
		told: "says how many messages were delivered of how many: Voice Partner calls the address with `GET` and the query parameters `campaign_token`, `campaign_id`, `delivered_quantity` and `total_quantity`. " +
			"The vendor's support must enable these calls first. `email_for_notification` gets the vendor's notice at the end of the campaign",
		call: "POST campaign/send",
	},
	{
		page: "Envoyer un SMS Vocal",
		name: "voice_sms", object: "voice SMS", sends: voice.Speech,
		arguments: []attribute.Argument{argText, argSpokenTokenAudio, argPhoneNumbers, argLang, argSpeechRate, argScheduledDate, argNotifyURL},
		what:      "Calls at most 500 phone numbers, and speaks a text or plays an audio file: a voice SMS.",
		told: "says of each number whether the call was put through and answered: Voice Partner posts JSON with `campaignId`, `status` (`pending`, `delivered` or `undelivered`), `additionnal_status` " +
			"(`VOICE_ANSWERED` or `VOICE_NOT_ANSWERED`, spelled so), `phoneNumber`, `sendAt`, `doneAt` and `duration`",
		call: "POST tts/send",
	},
}

// write describes a send for diagnostics.
func (k kind) write() once.Write {
	return once.Write{Verb: once.Send, Object: k.object, Faults: k.faults()}
}

// unable is the summary of the errors before a send.
func (k kind) unable() string { return k.write().Summary() }

// speaks reports whether a call can speak a text.
func (k kind) speaks() bool { return k.sends == voice.Speech }
