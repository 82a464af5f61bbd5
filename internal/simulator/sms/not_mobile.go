package sms

import (
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// NotMobileForms are the forms in which a send to a number that is no mobile is refused.
type NotMobileForms struct {
	// NotMobileDetails answers a send to a number that is no mobile number with
	// code 55 and a list of its own, as recorded. NotMobileOldText gives that
	// answer the older text, which names the numbers.
	NotMobileDetails bool `flag:"not-mobile-details" help:"answer a number that is no mobile with code 55 and a list of its own"`
	NotMobileOldText bool `flag:"not-mobile-old-text" help:"give the answer of -not-mobile-details the older text"`
}

// refuseStrangers refuses numbers that are no mobiles as recorded: code 55, with
// an entry for each that has the code as a string. Without numbers there is
// nothing to refuse.
func (f NotMobileForms) refuseStrangers(numbers []string) *wire.Failure {
	if len(numbers) == 0 {
		return nil
	}
	refused := wire.Refusal(noNumberToSend.Code, "Aucun numero a envoyer", noNumberToSend.Message.English)
	if f.NotMobileOldText {
		refused.Message = wire.Wording{
			French: "Aucun prix par default n'a été trouvé pour les numéros suivant (" + strings.Join(numbers, ", ") + ")",
		}
	}
	for _, number := range numbers {
		refused.Details = append(refused.Details, wire.Detail{Number: number, Code: notMobile.Code, Message: wire.Wording{
			French: "Le téléphone (" + number + ") n'est pas être un numéro de mobile",
		}})
	}
	return refused
}
