package sending

import (
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// The ranges of SMS. Premium is the vendor's default.
const (
	gammePremium = "premium"
	gammeLowCost = "low_cost"
)

// upTo500 bounds each list of recipients.
var upTo500 = attribute.Size{Plural: "recipients", Lowest: 1, Highest: sms.MaxPerRequest}

var checkTag = validate.Tag(1, "the provider makes a tag")

// The arguments of the vendor's sends.
var (
	argPhoneNumbers = attribute.Argument{
		Name: "phone_numbers", Form: attribute.Phones{Size: upTo500}, Required: true,
		Description: "The recipients, 1 to 500 phone numbers, international or national in the provider's `default_region`. Vendor's name: `phoneNumbers`." + phone.Named,
	}
	argPhoneNumber = attribute.Argument{
		Name: "phone_number", Form: attribute.Phone{}, Required: true,
		Description: "The recipient's phone number, international or national in the provider's `default_region`. Vendor's name: `phoneNumber`." + phone.Named,
	}
	argTo = attribute.Argument{
		Name: "to", Form: attribute.Phones{Size: upTo500}, Required: true,
		Description: "The recipients, 1 to 500 phone numbers, international or national in the provider's `default_region`. The vendor documents no limit here." + phone.Named,
	}
	argFrom = attribute.Argument{
		Name: "from", Form: attribute.Phone{}, Required: true,
		Description: "The rented long number that sends the SMS, international or national in the provider's `default_region`." + phone.Named,
	}
	argMessage = attribute.Argument{
		Name: "message", Form: attribute.Text{Rule: validate.String("a text that is not blank", checkText)}, Required: true,
		Description: "The text. It takes at most 10 SMS; the function `sms_segments` counts them. `:br:` is a line break, `:euro:` the euro sign.",
	}
	argMessages = attribute.Argument{
		Name: "messages", Required: true,
		Form:        attribute.Objects{Size: upTo500, Of: []attribute.Argument{argPhoneNumber, argMessage}},
		Description: "The recipients, 1 to 500, each with a text of its own. Vendor's name: `SMSList`.",
	}
	argSondageIdent = attribute.Argument{
		Name: "sondage_ident", Form: attribute.Text{Rule: validate.String("an identifier without blanks", validate.Identifier)}, Required: true,
		Description: "The identifier of a survey made in the dashboard. Vendor's name: `sondageIdent`.",
	}
	argGamme = attribute.Argument{
		Name: "gamme", Form: attribute.Text{Rule: validate.Choice(gammePremium, gammeLowCost)},
		Description: "The range of SMS: `premium`, or `low_cost`, which takes at most 160 characters. Vendor's default: `premium`.",
	}
	argSender = attribute.Argument{
		Name: "sender", Form: attribute.Text{Rule: validate.String("3 to 11 letters, digits and spaces", checkSender)},
		Description: "The name that the phone shows as sender: 3 to 11 letters and digits. Spaces are allowed, but some phones don't show them. " +
			"Without a sender, the phone shows the operator's short number.",
	}
	argTag = attribute.Argument{
		Name: "tag", Form: attribute.Text{Made: true, Rule: validate.String("at most 20 characters in lower case, without blanks", checkTag)},
		Description: "A label to find the message by later, for example with `smspartner_tag_status`: at most 20 characters in lower case, without blanks. " +
			"Without it, the provider makes a tag unique to this send, and looks for the message by this tag when the send gets no clear answer.",
	}
	argSchedule = attribute.Argument{
		Name: "scheduled_delivery_date", Form: attribute.Text{Rule: validate.String("a moment on a 5-minute step, in RFC 3339 form", schedule.Check)},
		Description: "When to send: a moment in the future, whose minute is a multiple of 5, in RFC 3339 form with any offset, such as `2026-06-01T09:30:00+02:00`. " +
			"Without it, the message is sent at once. Vendor's names: `scheduledDeliveryDate`, `time` and `minute`.",
	}
	argURLResponse = attribute.Argument{
		Name: "url_response", Form: attribute.Text{Rule: validate.String("a web address", validate.WebAddress)},
		Description: "The web address that the vendor calls with replies. Vendor's name: `urlResponse`.",
	}
	argURLDlr = attribute.Argument{
		Name: "url_dlr", Form: attribute.Text{Rule: validate.String("a web address", validate.WebAddress)},
		Description: "The web address that the vendor calls with delivery reports. Vendor's name: `urlDlr`.",
	}
	argIsStopSMS = attribute.Argument{
		Name: "is_stop_sms", Form: attribute.Flag{},
		Description: "Whether the vendor appends the STOP text, which tells how to refuse further SMS. Commercial SMS must have it. It makes the text longer. Not allowed with `low_cost`. Vendor's name: `isStopSms`.",
	}
	argIsUnicode = attribute.Argument{
		Name: "is_unicode", Form: attribute.Flag{},
		Description: "Whether to send as Unicode, with 70 characters per SMS. The vendor must first enable Unicode for the account. Vendor's name: `isUnicode`.",
	}
	argSandbox = attribute.Argument{
		Name: "sandbox", Form: attribute.Flag{},
		Description: "Dry run: nothing is sent or charged.",
	}
)
