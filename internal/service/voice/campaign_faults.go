package voice

import (
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
)

// faults explains the vendor's refusals of a send, by the words of the page "Codes
// d'erreur".
func (k kind) faults() diagnostic.Faults {
	at := func(a attribute.Argument) path.Path { return path.Root(a.Name) }
	faults := diagnostic.Faults{
		ByCode: map[string]diagnostic.Fault{
			"PHONE_NUMBER_REQUIRED": {Attribute: at(argPhoneNumbers), Missing: "phone number"},
			"PHONE_NUMBER_SIZE_ERROR": {
				Attribute: at(argPhoneNumbers), What: "Voice Partner does not take this many numbers at once.",
				Do: "Split them over several campaigns of at most 500.",
			},
			"TOKEN_AUDIO_REQUIRED": {Attribute: at(argTokenAudio), Missing: "token of an audio file"},
			"NOTIFY_URL_INVALID": {
				Attribute: at(argNotifyURL), What: "Voice Partner does not take this address.",
				Do: "Write a web address that the vendor can reach from the internet, or leave notify_url out.",
			},
			"SENDER_NOT_AUTHORIZED": {
				What: "The account may not call from this number.", Do: "Validate the number in the Voice Partner dashboard, or leave sender out.",
			},
			"SENDER_INVALID": {
				What: "Voice Partner does not take this number as a sender.", Do: "Write a mobile number that can be called back, or leave sender out.",
			},
			"AUDIO_FILE_NOT_FOUND": {
				Attribute: at(argTokenAudio), What: "Voice Partner knows no audio file with this token.",
				Do: "Copy the token from the data source smspartner_voice_audio_files, which lists the files that were uploaded and validated in the dashboard of this account.",
			},
			"DESTINATION_INVALID": {
				Attribute: at(argPhoneNumbers), What: "Voice Partner does not call one of these numbers.",
				Do: "Check the numbers and their countries, or leave the number out.",
			},
			"NOT_CREDIT": {
				What: "The account's credit does not pay for this.", Do: "Top the account up in the Voice Partner dashboard, then apply again.",
			},
		},
		Parameters: map[string]path.Path{
			"phoneNumbers": at(argPhoneNumbers), "tokenAudio": at(argTokenAudio), "notifyUrl": at(argNotifyURL), "scheduledDate": at(argScheduledDate),
		},
	}
	if k.speaks() {
		faults.ByCode["TOKEN_AUDIO_REQUIRED"] = diagnostic.Fault{
			Attribute: at(argSpokenTokenAudio), What: "Voice Partner asks for an audio file, although its documentation lets a text take its place.",
			Do: "Upload a recording in the dashboard, and name it in token_audio instead of text.",
		}
		faults.Parameters["text"], faults.Parameters["lang"], faults.Parameters["speechRate"] = at(argText), at(argLang), at(argSpeechRate)
		return faults
	}
	for _, code := range []string{"SENDER_NOT_AUTHORIZED", "SENDER_INVALID"} {
		fault := faults.ByCode[code]
		fault.Attribute = at(argSender)
		faults.ByCode[code] = fault
	}
	faults.Parameters["sender"], faults.Parameters["emailForNotification"] = at(argSender), at(argEmail)
	return faults
}
