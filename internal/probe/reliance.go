package main

// contrary are the forms in which the provider does not work, or works less, with what
// happens. A name is a flag, or a flag with one of its values.
var contrary = map[string]string{
	"degraded":                        "a read fails, and the outcome of a write is unknown",
	"strict-clock":                    "it passes minute 0 on, and the send is refused",
	"mail-strict-clock":               "it passes minute 0 on, and the mail is refused",
	"errors-as-text":                  "an error about one of several arguments points at the whole resource",
	"tag-page-ignored":                "with several pages, it reads one only, and all_delivered never gets true",
	"contact-list-post":               "it lists contacts with GET",
	"contact-empty-kept":              "an attribute that is taken away stays, and the apply fails",
	"stop-number-plural":              "it sends phoneNumber, and the addition is refused",
	"stop-delete-by-add":              "it deletes with GET /stop-sms/delete, and the deletion fails",
	"stop-list-limit":                 "a list that is not whole is an error",
	"voice-audio-rows":                "a list of audio files that is not whole is an error",
	"mail-unsubscribe-list-limit":     "a list that is not whole is an error",
	"mail-reply-to=params":            "it sends replyTo at top level; servers that ignore it there send the mail without it, and the provider cannot tell",
	"mail-attachments=params":         "it sends attachments at top level; servers that ignore them there send the mail without them, and the provider cannot tell",
	"mail-variables=params":           "it sends variables at top level; servers that ignore them there send the mail without them, and the provider cannot tell",
	"mail-unsubscribe-list-at-status": "it lists with GET /unsubscribe/list, and reads the status of a mail with GET /bulk-status",
	"mail-no-sender":                  "every mail is refused until the account has a sender",
	"mail-no-sender-name":             "every mail is refused until the sender has a name",
}

// unread are the forms of which the provider reads nothing, with the reason.
var unread = map[string]string{
	"cancelled-status": "it asks for no status of what it cancels", "mail-cancelled-status": "it asks for no status of what it cancels",
	"mail-limits-accepted": "its plan refuses what breaks a limit",
}

// reliance says what a form means for the provider. What is in neither list was seen to work,
// by a test.
func reliance(f finding) string {
	for _, name := range []string{f.flag + "=" + f.value, f.flag} {
		if what, is := contrary[name]; is {
			return "**The provider relies on the contrary: " + what + ".**"
		}
		if why, is := unread[name]; is {
			return "To the provider this makes no difference: " + why + "."
		}
	}
	return "The provider takes both."
}
