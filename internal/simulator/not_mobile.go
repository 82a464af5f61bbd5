package simulator

import "strings"

// refuseStrangers refuses numbers that are no mobiles as recorded: code 55, with
// an entry for each that has the code as a string. Without numbers there is
// nothing to refuse.
func (v Variant) refuseStrangers(numbers []string) *failure {
	if len(numbers) == 0 {
		return nil
	}
	refused := &failure{code: 55, message: wording{"Aucun numero a envoyer", noNumberToSend.message.english}}
	if v.NotMobileOldText {
		refused.message = wording{
			french: "Aucun prix par default n'a été trouvé pour les numéros suivant (" + strings.Join(numbers, ", ") + ")",
		}
	}
	for _, number := range numbers {
		refused.details = append(refused.details, detail{number, notMobile.code, wording{
			french: "Le téléphone (" + number + ") n'est pas être un numéro de mobile",
		}})
	}
	return refused
}
