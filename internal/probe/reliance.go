package main

// contrary are the forms in which the provider does not work, or works less, with what
// happens. It takes all others as well as the documented form.
var contrary = map[string]string{
	"degraded":                        "a read fails, and the outcome of a write is unknown",
	"strict-clock":                    "it passes minute 0 on, and the send is refused",
	"mail-strict-clock":               "it passes minute 0 on, and the mail is refused",
	"sandbox-without-id":              "a sandbox send without an id is an error",
	"mail-sandbox-without-id":         "a sandbox mail without an id is an error",
	"contact-list-post":               "it lists contacts with GET",
	"contact-empty-kept":              "an attribute that is taken away stays, and the apply fails",
	"stop-number-plural":              "it sends phoneNumber, and the addition is refused",
	"stop-delete-by-add":              "it deletes with GET /stop-sms/delete, and the deletion fails",
	"stop-list-limit":                 "a list that is not whole is an error",
	"mail-unsubscribe-list-limit":     "a list that is not whole is an error",
	"mail-to":                         "it sends the recipients inside params",
	"mail-variables":                  "it sends variables at top level, and a mail would go without them",
	"mail-unsubscribe-list-at-status": "it lists with GET /unsubscribe/list",
	"mail-no-sender":                  "every mail is refused until the account has a sender",
	"mail-no-sender-name":             "every mail is refused until the sender has a name",
}

func reliance(flag string) string {
	if what, is := contrary[flag]; is {
		return "**The provider relies on the contrary: " + what + ".**"
	}
	return "The provider takes both."
}
