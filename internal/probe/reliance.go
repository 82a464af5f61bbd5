package main

// contrary are the forms in which the provider does not work, or works less, with what
// happens. A name is a flag, or a flag with one of its values.
var contrary = map[string]string{
	"degraded":                        "a read fails, and the outcome of a write is unknown",
	"strict-clock":                    "it passes minute 0 on, and the send is refused",
	"mail-strict-clock":               "it passes minute 0 on, and the mail is refused",
	"sandbox-without-id":              "a sandbox send without an id is an error",
	"mail-sandbox-without-id":         "a sandbox mail without an id is an error",
	"tag-page-ignored":                "with several pages, it reads one only, and all_delivered never gets true",
	"contact-list-post":               "it lists contacts with GET",
	"contact-empty-kept":              "an attribute that is taken away stays, and the apply fails",
	"stop-number-plural":              "it sends phoneNumber, and the addition is refused",
	"stop-delete-by-add":              "it deletes with GET /stop-sms/delete, and the deletion fails",
	"stop-list-limit":                 "a list that is not whole is an error",
	"voice-audio-rows":                "a list of audio files that is not whole is an error",
	"mail-unsubscribe-list-limit":     "a list that is not whole is an error",
	"mail-to=top":                     "it sends the recipients inside params",
	"mail-reply-to=params":            "it sends replyTo at top level; servers that ignore it there send the mail without it, and the provider cannot tell",
	"mail-attachments=params":         "it sends attachments at top level; servers that ignore them there send the mail without them, and the provider cannot tell",
	"mail-variables=params":           "it sends variables at top level; servers that ignore them there send the mail without them, and the provider cannot tell",
	"mail-unsubscribe-list-at-status": "it lists with GET /unsubscribe/list",
	"mail-no-sender":                  "every mail is refused until the account has a sender",
	"mail-no-sender-name":             "every mail is refused until the sender has a name",
}

// both are the forms that the provider takes as well as the documented one, with what proves
// it: a test of the provider, or the code.
var both = map[string]string{ //nolint:gosec // Names of flags and tests are no keys.
	"low-cost-credits": "partner/sms.TestCredits_Documented", "balance-only": "partner/sms.TestCredits_Documented",
	"username-only": "partner/sms.TestCredits_Documented", "escape-unicode": "partner/sms.TestCredits_Documented",
	"flags-as-strings": "partner/sms.TestMessageStatus_Documented", "client-error-status": "partner/sms.TestCalls_WrongKey",
	"english":    "partner/sms.TestMultiStatus_Documented",
	"unix-dates": "partner/sms.TestMessageStatus_Documented", "international-numbers": "partner/sms.TestMessageStatus_Documented",
	"not-mobile-details": "partner/sms.TestRecorded_Refusals", "recorded": "partner/sms.TestRecorded_Refusals",
	"no-item-code": "service/sending.TestBatch_PartlyRefused", "item-code-as-string": "service/sending.TestBatch_PartlyRefused",
	"lookup-verbatim": "partner/sms.TestLookup_Documented", "general-comma-code": "partner/sms.TestLookup_Refused",
	"tag-page-size": "partner/sms.TestTagStatus_Pages", "unpadded-month": "partner/sms.TestStatistics_Documented",
	"group-delete": "partner/sms.TestDeleteGroup_Forms", "group-list-success": "service/contacts.TestContactGroup_DeleteForms",
	"numeric-group-ids":    "partner/sms.TestAddGroup",
	"contact-multiple-add": "partner/sms.TestAddContacts_OtherPath", "contact-last-page-repeats": "service/contacts.TestContacts_Pages",
	"contact-page-size": "service/contacts.TestContacts_Pages", "contact-total-of-page": "service/contacts.TestContacts_Pages",
	"contact-group-token": "service/contacts.TestContactData_Forms", "contact-no-short-url": "service/contacts.TestContactData_Forms",
	"contact-batch-ids": "partner/sms.TestAddContacts", "contact-batch-stops": "partner/sms.TestAddContacts", "contact-batch-codes": "partner/sms.TestAddContacts",
	"contact-update-clears": "service/contacts.TestContact_Forms", "contact-update-number": "service/contacts.TestContact_Forms",
	"contact-texts-cut": "service/contacts.TestContact_Forms", "contact-odd-stored": "service/contacts.TestContact_Forms",
	"contact-day-first": "service/contacts.TestContact_Forms", "contact-update-unknown-1": "partner/sms.TestUpdateContact_Refused",
	"contact-delete-texts": "partner/sms.TestDeleteContact",
	"other-stop-ids":       "partner/sms.TestAddStop", "stop-id-in-refusal": "partner/sms.TestAddStop",
	"voice-audio-success": "partner/voice.TestAudioFiles_Forms", "voice-audio-units": "partner/voice.TestAudioFiles_Forms",
	"voice-audio-dates": "partner/voice.TestAudioFiles_Forms", "voice-audio-none": "partner/voice.TestAudioFiles_Forms",
	"mail-date-always": "service/mail.TestMail_Lifecycle",
	// SendRequest.params puts the recipients into params, and the rest at top level.
	"mail-to=either": "partner/mail.params", "mail-reply-to=either": "partner/mail.params",
	"mail-variables=either": "partner/mail.params", "mail-attachments=either": "partner/mail.params",
}

// reliance says what a form means for the provider.
func reliance(f finding) string {
	for _, name := range []string{f.flag + "=" + f.value, f.flag} {
		if what, is := contrary[name]; is {
			return "**The provider relies on the contrary: " + what + ".**"
		}
		if _, is := both[name]; is {
			return "The provider takes both."
		}
	}
	return "What the provider makes of this is not stated: try it with the simulator."
}
