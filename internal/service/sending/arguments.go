package sending

import (
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

const (
	gammePremium = "premium"
	gammeLowCost = "low_cost"
)

// The arguments of the vendor's sends, each written once.
var (
	argPhoneNumbers = argument{
		name: "phone_numbers", form: numbersForm, required: true,
		description: "The recipients, 1 to 500: international numbers, or of the provider's `default_region`. Vendor's name: `phoneNumbers`." + phone.Named,
	}
	argPhoneNumber = argument{
		name: "phone_number", form: numberForm, required: true,
		description: "The recipient: an international number, or one of the provider's `default_region`. Vendor's name: `phoneNumber`." + phone.Named,
	}
	argTo = argument{
		name: "to", form: numbersForm, required: true,
		description: "The recipients, 1 to 500: international numbers, or of the provider's `default_region`. The vendor documents no limit here." + phone.Named,
	}
	argFrom = argument{
		name: "from", form: numberForm, required: true,
		description: "The rented long number from which it is sent, international or of the provider's `default_region`." + phone.Named,
	}
	argMessage = argument{
		name: "message", form: textForm, required: true, validators: rule("a text that is not blank", checkText),
		description: "The text. The function `sms_segments` tells how many SMS it takes; more than 10 are refused. `:br:` is a line break, `:euro:` the euro sign.",
	}
	argMessages = argument{
		name: "messages", form: textsForm, required: true,
		description: "The recipients, 1 to 500, each with a text of its own. Vendor's name: `SMSList`.",
	}
	argSondageIdent = argument{
		name: "sondage_ident", form: textForm, required: true, validators: rule("an identifier without blanks", validate.Identifier),
		description: "The identifier of the survey, which is made in the dashboard. Vendor's name: `sondageIdent`.",
	}
	argGamme = argument{
		name: "gamme", form: textForm, otherwise: gammePremium,
		validators:  []validator.String{validate.Choice(gammePremium, gammeLowCost)},
		description: "The range of SMS: `premium`, which is the vendor's default, or `low_cost`, of at most 160 characters.",
	}
	argSender = argument{
		name: "sender", form: textForm, validators: rule("3 to 11 letters, digits and spaces", checkSender),
		description: "The name that the phone shows as sender, 3 to 11 characters: letters and digits, and spaces between them, which some phones do not show. " +
			"Without it, the operator's short number.",
	}
	argTag = argument{
		name: "tag", form: textForm, made: true, validators: rule("at most 20 characters in lower case, without blanks", checkTag),
		description: "A mark by which the message can be found again, with `smspartner_tag_status` too: at most 20 characters in lower case, without blanks. " +
			"Without it the provider makes one, unique to this send, by which it finds out what became of a send without a clear answer.",
	}
	argSchedule = argument{
		name: "scheduled_delivery_date", form: momentForm, validators: rule("a moment on a 5-minute step, in RFC 3339 form", schedule.Check),
		description: "When to send, in RFC 3339 form with any offset, such as `2026-06-01T09:30:00+02:00`: in the future, and on a step of 5 minutes. " +
			"Without it, at once. Vendor's names: `scheduledDeliveryDate`, `time` and `minute`.",
	}
	argURLResponse = argument{
		name: "url_response", form: textForm, validators: rule("a web address", validate.WebAddress),
		description: "The web address that the vendor calls with replies. Vendor's name: `urlResponse`.",
	}
	argURLDlr = argument{
		name: "url_dlr", form: textForm, validators: rule("a web address", validate.WebAddress),
		description: "The web address that the vendor calls with delivery reports. Vendor's name: `urlDlr`.",
	}
	argIsStopSMS = argument{
		name: "is_stop_sms", form: flagForm,
		description: "Whether the vendor appends how to refuse further SMS (STOP), which commercial SMS must have. It makes the text longer. Not with `low_cost`. Vendor's name: `isStopSms`.",
	}
	argIsUnicode = argument{
		name: "is_unicode", form: flagForm,
		description: "Whether to send as Unicode, 70 characters an SMS; the vendor must first enable it for the account. Vendor's name: `isUnicode`.",
	}
	argSandbox = argument{
		name: "sandbox", form: flagForm,
		description: "Whether only to try: with `true` nothing is sent and nothing is charged.",
	}
)
