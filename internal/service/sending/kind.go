package sending

import (
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// kind is one of the vendor's ways to send. It holds every difference between the four
// resources, and between the four actions.
type kind struct {
	// name is the stem of the type names: smspartner_<name>, smspartner_send_<name>.
	name string
	// object names in diagnostics what was sent.
	object    string
	send      sms.SendKind
	arguments []attribute.Argument
	// hides says that the resource also takes the text as message_wo.
	hides bool
	// what and call go into the documentation.
	what, call string
	// perNumber says that the answer has a result for each number.
	perNumber bool
}

var kinds = []kind{
	{
		name: "sms", object: "SMS", send: sms.Single, hides: true,
		arguments: []attribute.Argument{
			argPhoneNumbers, argMessage, argGamme, argSender, argTag, argSchedule, argURLResponse, argURLDlr,
			argIsStopSMS, argIsUnicode, argSandbox,
		},
		what: "Sends one SMS text to up to 500 phone numbers.", call: "POST send",
	},
	{
		name: "bulk_sms", object: "batch of SMS", send: sms.Bulk, perNumber: true,
		arguments: []attribute.Argument{
			argMessages, argGamme, argSender, argTag, argSchedule, argIsStopSMS, argIsUnicode, argSandbox,
		},
		what: "Sends an SMS text of its own to each of up to 500 phone numbers.", call: "POST bulk-send",
	},
	{
		name: "long_number_sms", object: "SMS from a long number", send: sms.LongNumber, hides: true,
		arguments: []attribute.Argument{argTo, argFrom, argMessage, argTag, argURLResponse, argURLDlr, argSandbox},
		what:      "Sends an SMS from a rented long number, to which the recipients can reply.", call: "POST vn/send",
	},
	{
		name: "survey", object: "survey", send: sms.Survey,
		arguments: []attribute.Argument{argPhoneNumbers, argSondageIdent, argTag, argSchedule},
		what:      "Sends a survey, made in the SMS Partner dashboard, to up to 500 phone numbers.", call: "POST sondage/to/send",
	},
}

func (k kind) has(a attribute.Argument) bool {
	for _, other := range k.arguments {
		if other.Name == a.Name {
			return true
		}
	}
	return false
}
