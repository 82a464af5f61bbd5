package sending

import (
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
)

// rcsFaults explains the refusals of an RCS: no code is documented for it.
func rcsFaults() diagnostic.Faults {
	schedule := path.Root(argSchedule.Name)
	return diagnostic.Faults{
		ByCode: map[string]diagnostic.Fault{
			"500": {What: "SMS Partner answered the code that means, for an SMS, that it could not be added to the queue."},
		},
		Parameters: map[string]path.Path{
			"phoneNumbers": path.Root(argPhoneNumbers.Name), "failover": path.Root(argFailover.Name),
			"scheduledDeliveryDate": schedule, "time": schedule, "minute": schedule,
		},
	}
}

// sendFaults explains the vendor's refusals of a send, by the codes of the general page
// "Codes d'erreur" and of the pages of the calls.
func sendFaults(numbers, text path.Path) diagnostic.Faults {
	at := func(a attribute.Argument) path.Path { return path.Root(a.Name) }
	quietHours := diagnostic.Fault{
		Attribute: at(argSchedule), What: "The account sends marketing SMS, which may not go out at this time.",
		Do: "Schedule it for a working day between 08:00 and 20:00 in Paris with scheduled_delivery_date. The vendor's support can lift the rule for an account that does no marketing.",
	}
	tooLong := diagnostic.Fault{
		Attribute: text, What: "The text is too long.", Do: "Shorten it: low_cost takes 160 characters, and premium 10 SMS. The STOP text counts too.",
	}
	moment := diagnostic.Fault{
		Attribute: at(argSchedule), What: "SMS Partner does not take this moment.", Do: "Choose another one, in the future and with a minute that is a multiple of 5.",
	}
	return diagnostic.Faults{
		ByCode: map[string]diagnostic.Fault{
			"2": {Attribute: numbers, Missing: "phone number"},
			"4": {
				What: "SMS Partner says that it does not find a message.", Do: "The documentation lists this code for a send, but does not say what is meant: ask the support of SMS Partner.",
			},
			"9": {
				What: "SMS Partner refused an argument.", Do: "Correct what the answer above names.",
			},
			"11": {
				What: "The account's credit does not pay for this.", Do: "Top the account up in the dashboard, then apply again.",
			},
			"13": {
				Attribute: numbers, What: "SMS Partner has no price for one of these numbers. It may be in a country that SMS Partner does not serve.",
				Do: "Check the numbers and their countries.",
			},
			"14": {
				Attribute: numbers, What: "One of these numbers is on the account's STOP list: its owner refuses SMS.",
				Do: "Leave the number out.",
			},
			"15": {
				Attribute: numbers, What: "One of these numbers is listed twice.", Do: "Write each number once.",
			},
			"22": quietHours,
			"23": quietHours,
			"42": tooLong,
			"43": {
				Attribute: text, What: "SMS Partner received no text.", Do: "Write a text.",
			},
			"44": {
				Attribute: at(argSender), What: "SMS Partner does not take this sender.", Do: "Write 3 to 11 letters and digits.",
			},
			"45": moment,
			"46": moment,
			"47": moment,
			"48": moment,
			"49": moment,
			"50": {
				Attribute: numbers, What: "SMS Partner does not take this many numbers at once.", Do: "Split them over several sends.",
			},
			"51": {
				Attribute: at(argGamme), What: "These numbers can't be reached with the low_cost range.", Do: "Set gamme to \"premium\".",
			},
			"52": tooLong,
			"55": {
				Attribute: numbers, What: "None of these numbers can be sent to.", Do: "Check that they are numbers of mobile phones.",
			},
			"500": {
				What: "SMS Partner could not add the SMS to its queue.",
			},
			"992": {
				Attribute: at(argSender), What: "The account may not send under this name.", Do: "Ask the vendor's support to allow it, or leave sender out.",
			},
		},
		ByItemCode: map[string]diagnostic.Fault{
			"9": {
				Attribute: numbers, What: "One of these numbers is not that of a mobile phone.", Do: "Leave it out: SMS go to mobile phones only.",
			},
		},
	}
}
