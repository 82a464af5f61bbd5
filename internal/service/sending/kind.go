package sending

import (
	"cmp"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// kind is one of the vendor's ways to send. It holds every difference between the five
// resources, and between the five actions.
type kind struct {
	// name is the stem of the type names: smspartner_<name>, smspartner_send_<name>.
	name string
	// action takes its place in the name of the action; empty where it is the same.
	action string
	// page is the title of the vendor's page, and needs what must be there before its call
	// works, see [framework.Page].
	page, needs string
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
	// sendOnly says that the vendor documents nothing but the send: no call finds the
	// message, cancels it or reads its status, and no code explains a refusal.
	sendOnly bool
}

// unicode is what is_unicode needs.
const unicode = "for `is_unicode`, Unicode enabled by the vendor's staff"

var kinds = []kind{
	{
		page: "Envoi unitaire", needs: unicode,
		name: "sms", object: "SMS", send: sms.Single, hides: true,
		arguments: []attribute.Argument{
			argPhoneNumbers, argMessage, argGamme, argSender, argTag, argSchedule, argURLResponse, argURLDlr,
			argIsStopSMS, argIsUnicode, argSandbox,
		},
		what: "Sends one SMS text to at most 500 phone numbers.", call: "POST send",
	},
	{
		page: "Envoi par lots", needs: unicode,
		name: "bulk_sms", object: "batch of SMS", send: sms.Bulk, perNumber: true,
		arguments: []attribute.Argument{
			argMessages, argGamme, argSender, argTag, argSchedule, argIsStopSMS, argIsUnicode, argSandbox,
		},
		what: "Sends an SMS text of its own to each of at most 500 phone numbers.", call: "POST bulk-send",
	},
	{
		page: "Envoi par numéro long", needs: "a rented long number",
		name: "long_number_sms", object: "SMS from a long number", send: sms.LongNumber, hides: true,
		arguments: []attribute.Argument{argTo, argFrom, argMessage, argTag, argURLResponse, argURLDlr, argSandbox},
		what:      "Sends an SMS from a rented long number, to which the recipients can reply.", call: "POST vn/send",
	},
	{
		page: "Envoi de sondages", needs: "a survey made in the dashboard",
		name: "survey", object: "survey", send: sms.Survey,
		arguments: []attribute.Argument{argPhoneNumbers, argSondageIdent, argTag, argSchedule},
		what:      "Sends a survey, made in the SMS Partner dashboard, to at most 500 phone numbers.", call: "POST sondage/to/send",
	},
	{
		page: "RCS", needs: "RCS activated by the vendor's technical team",
		name: "rcs_message", action: "rcs", object: "RCS", send: sms.RCS, sendOnly: true,
		arguments: []attribute.Argument{
			argPhoneNumbers, argText, argFileURL, argRichCard, argRichContent, argSuggestions, argFailover, argSchedule,
		},
		what: "Sends an RCS, with a text, a file or a card, to at most 500 phone numbers, and an SMS in its place where it fails, if you write one. " +
			"The vendor's technical team must first activate RCS for the account.",
		call: "POST rcs/send",
	},
}

// typeOfAction returns the name of the action, less the provider's.
func (k kind) typeOfAction() string { return "send_" + cmp.Or(k.action, k.name) }

// unit is what the vendor bills.
func (k kind) unit() string {
	if k.send == sms.RCS {
		return "RCS"
	}
	return "SMS"
}

func (k kind) has(a attribute.Argument) bool {
	for _, other := range k.arguments {
		if other.Name == a.Name {
			return true
		}
	}
	return false
}
