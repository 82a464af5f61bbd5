package sending

import (
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// faultsAt explains the vendor's refusals of a send.
func faultsAt(numbers, text path.Path) map[partner.Meaning]diagnostic.Fault {
	at := func(a argument) path.Path { return path.Root(a.name) }
	return map[partner.Meaning]diagnostic.Fault{
		partner.MeaningNumbersMissing: {
			Attribute: numbers, What: "SMS Partner received no phone number.",
			Do: "The provider sends them with each call, so something on the way removed them: check base_url in the provider block, and proxies.",
		},
		partner.MeaningInvalid: {
			What: "SMS Partner refused an argument.", Do: "Correct what its words above name.",
		},
		partner.MeaningNoCredit: {
			What: "The account's credit does not pay for this.", Do: "Top the account up in the dashboard, then apply again.",
		},
		partner.MeaningNoPrice: {
			Attribute: numbers, What: "SMS Partner has no price for one of these numbers, such as one in a country that it does not serve.",
			Do: "Check the numbers and their countries.",
		},
		partner.MeaningStopped: {
			Attribute: numbers, What: "One of these numbers is on the account's STOP list: its owner refuses SMS.",
			Do: "Leave the number out.",
		},
		partner.MeaningRepeated: {
			Attribute: numbers, What: "One of these numbers stands there twice.", Do: "Write each number once.",
		},
		partner.MeaningQuietHours: {
			Attribute: at(argSchedule), What: "The account sends marketing SMS, which may not go out at this time.",
			Do: "Schedule it for a working day between 8:00 and 20:00 in Paris with scheduled_delivery_date. The vendor's support can lift the rule for an account that does no marketing.",
		},
		partner.MeaningTooLong: {
			Attribute: text, What: "The text is too long.", Do: "Shorten it: low_cost takes 160 characters, and premium 10 SMS. The STOP text counts too.",
		},
		partner.MeaningTextMissing: {
			Attribute: text, What: "SMS Partner received no text.", Do: "Write a text.",
		},
		partner.MeaningSenderInvalid: {
			Attribute: at(argSender), What: "SMS Partner does not take this sender.", Do: "Write 3 to 11 letters and digits.",
		},
		partner.MeaningSenderRefused: {
			Attribute: at(argSender), What: "The account may not send under this name.", Do: "Ask the vendor's support to allow it, or leave sender out.",
		},
		partner.MeaningScheduleInvalid: {
			Attribute: at(argSchedule), What: "SMS Partner does not take this moment.", Do: "Choose another one, in the future and on a step of 5 minutes.",
		},
		partner.MeaningTooMany: {
			Attribute: numbers, What: "SMS Partner takes fewer numbers at once.", Do: "Split them over several sends.",
		},
		partner.MeaningGammeRefused: {
			Attribute: at(argGamme), What: "These numbers can't be reached with the low_cost range.", Do: "Set gamme to \"premium\".",
		},
		partner.MeaningNoNumber: {
			Attribute: numbers, What: "None of these numbers can be sent to.", Do: "Check that they are numbers of mobile phones.",
		},
		partner.MeaningNotMobile: {
			Attribute: numbers, What: "One of these numbers is not that of a mobile phone.", Do: "Leave it out: SMS go to mobile phones only.",
		},
		partner.MeaningNotQueued: {
			What: "SMS Partner could not add the SMS to its queue.",
		},
	}
}
