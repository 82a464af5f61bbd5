package mail

import (
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
)

// sendFaults explains the vendor's refusals of a mail, by the codes of the section "Mail" of
// the page "Codes d'erreur".
var sendFaults = func() diagnostic.Faults {
	moment := diagnostic.Fault{
		Attribute: at(argSchedule), What: "Mail Partner does not take this moment.", Do: "Choose another one, in the future and with a minute that is a multiple of 5.",
	}
	sender := diagnostic.Fault{
		What: "Mail Partner asks for a sender, and its documentation has no parameter for one.", Do: "Set the sender in the Mail Partner dashboard, or ask the vendor's support.",
	}
	tooMany := diagnostic.Fault{
		Attribute: at(argTo), What: "Mail Partner does not take this many recipients at once.", Do: "Split them over several mails of at most 500.",
	}
	return diagnostic.Faults{
		ByCode: map[string]diagnostic.Fault{
			"2": {Attribute: at(argHTMLContent), Missing: "text of the mail"},
			"3": {
				What: "Mail Partner misses something: its documentation has the API key for this code, and means the subject, most likely.",
				Do:   "Check the API key and the subject. The provider sends both with each call, so something on the way may have removed them.",
			},
			"4": sender,
			"5": sender,
			"8": {
				Attribute: at(argAttachments), What: "Mail Partner asks for the web address of an attachment, and its documentation has no parameter for one.",
				Do: "Leave the attachments out and write a link in html_content, or ask the vendor's support.",
			},
			"9": {
				Attribute: at(argAttachments), What: "Mail Partner does not take a file of this type.", Do: "Correct content_type, or send another type of file, or a link.",
			},
			"11": {What: "The account's credit does not pay for this.", Do: "Top the account up in the Mail Partner dashboard, then apply again."},
			"14": {
				Attribute: at(argTo), What: "One of these addresses is on the account's unsubscribe list: its owner refuses mails.",
				Do: "Leave the address out. The data source smspartner_mail_unsubscribes tells which of them are on the list.",
			},
			"15": {Attribute: at(argTo), What: "One of these addresses is listed twice.", Do: "Write each address once."},
			"16": {Attribute: at(argAttachments), Missing: "name of an attachment"},
			"17": tooMany,
			"18": {Attribute: at(argTo), Missing: "address of a recipient"},
			"19": {Attribute: at(argTo), What: "Mail Partner does not take one of these addresses.", Do: "Check the addresses."},
			"21": {Attribute: at(argTo), What: "The name of a recipient is empty.", Do: "Write a name, or leave name out."},
			"22": {Attribute: at(argTo), Missing: "list of recipients"},
			"23": {Attribute: at(argReplyTo), Missing: "address for replies"},
			"24": {Attribute: at(argReplyTo), What: "Mail Partner does not take this address for replies.", Do: "Check the address."},
			"25": {Attribute: at(argReplyTo), What: "The name beside the address for replies is empty.", Do: "Write a name, or leave name out."},
			"45": moment,
			"46": moment,
			"47": moment,
			"48": moment,
			"49": moment,
			"50": tooMany,
			"55": {Attribute: at(argTo), What: "Mail Partner has no price for this mail.", Do: "Ask the vendor's support."},
			"500": {
				What: "Mail Partner could not add the mail to its queue.",
			},
		},
		WithProblems: map[string]diagnostic.Fault{
			"9": {What: "Mail Partner refused an argument.", Do: "Correct what the answer above names."},
		},
		Parameters: map[string]path.Path{
			"subject": at(argSubject), "htmlContent": at(argHTMLContent), "to": at(argTo), "params": at(argTo), "replyTo": at(argReplyTo),
			"variables": at(argVariables), "attachments": at(argAttachments), "filename": at(argAttachments), "contentType": at(argAttachments), "base64Content": at(argAttachments), "tag": at(argTag), "sandbox": at(argSandbox),
			"scheduledDeliveryDate": at(argSchedule), "time": at(argSchedule), "minute": at(argSchedule),
		},
	}
}()
