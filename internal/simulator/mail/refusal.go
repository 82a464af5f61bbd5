package mail

import (
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// The codes of the table of mails. The documentation tells what they mean, not the texts.
var (
	contentRequired = wire.Refusal(2, "Le contenu du mail est requis", "The mail content is required")
	// The table prints the text of code 1 here.
	subjectRequired     = wire.Refusal(3, "L'objet du mail est requis", "The mail subject is required")
	senderRequired      = wire.Refusal(4, "L'email de l'expéditeur est requis", "The sender e-mail is required")
	senderNameEmpty     = wire.Refusal(5, "Le nom de l'expéditeur ne peut pas être vide", "The sender name may not be empty")
	attachmentForbidden = wire.Refusal(9, "L'extension de la pièce jointe n'est pas autorisée", "The attachment extension is not allowed")
	notEnoughCredit     = wire.Refusal(11, "Crédit insuffisant", "Not enough credit")
	unsubscribed        = wire.Refusal(14, "L'email est dans la liste des désabonnements", "The address is on the unsubscribe list")
	recipientRepeated   = wire.Refusal(15, "L'email est déjà présent dans la liste d'envoi", "The address is already in the send list")
	attachmentNameEmpty = wire.Refusal(16, "Le nom de la pièce jointe ne peut pas être vide", "The attachment name may not be empty")
	tooManyRecipients   = wire.Refusal(17, "Le nombre de destinataires est trop élevé", "Too many recipients")
	recipientRequired   = wire.Refusal(18, "L'email du destinataire est requis", "The recipient e-mail is required")
	recipientInvalid    = wire.Refusal(19, "L'email du destinataire est invalide", "The recipient e-mail is invalid")
	recipientNameEmpty  = wire.Refusal(21, "Le nom du destinataire ne peut pas être vide", "The recipient name may not be empty")
	recipientsRequired  = wire.Refusal(22, "La liste des destinataires est requise", "The recipient list is required")
	replyToRequired     = wire.Refusal(23, "L'email de réponse est requis", "The reply-to e-mail is required")
	replyToInvalid      = wire.Refusal(24, "L'email de réponse est invalide", "The reply-to e-mail is invalid")
	replyToNameEmpty    = wire.Refusal(25, "Le nom de réponse ne peut pas être vide", "The reply-to name may not be empty")
	tooManyMails        = wire.Refusal(50, "Le nombre de mails autorisés est de 500 maxi", "At most 500 mails")
)

// RefusalForms are the forms in which a mail is refused.
type RefusalForms struct {
	// ValidationList answers every mistake in the request with code 9 and a list, as SMS
	// Partner does, instead of the code of the first one. The shape of a validation error of
	// Mail Partner is not documented.
	ValidationList bool `flag:"mail-validation-list" help:"answer mistakes in a mail with code 9 and a list instead of their own codes"`
	// LimitsAccepted takes what no code is documented for, such as a fourth attachment,
	// instead of answering code 9 with a list.
	LimitsAccepted bool `flag:"mail-limits-accepted" help:"take a mail that breaks a limit for which no code is documented, instead of code 9 with a list"`
	// TooManyRecipients answers more than 500 recipients with code 17 instead of 50.
	TooManyRecipients bool `flag:"mail-too-many-recipients" help:"answer more than 500 recipients with code 17 instead of 50"`
	// NoSender and NoSenderName refuse every mail, as of an account that has no sender, or a
	// sender without a name. No parameter for either is documented.
	NoSender     bool `flag:"mail-no-sender" help:"refuse every mail with code 4, as of an account without a sender"`
	NoSenderName bool `flag:"mail-no-sender-name" help:"refuse every mail with code 5, as of an account whose sender has no name"`
	// OptOutsLeftOut sends to the other recipients when some are on the unsubscribe list,
	// instead of refusing the mail.
	OptOutsLeftOut bool `flag:"mail-opt-outs-left-out" help:"leave addresses on the unsubscribe list out of a mail that has others"`
	// AttachmentTypes are the content types that an attachment can have; nil is any but
	// programs. Which extensions the vendor does not allow is not documented.
	AttachmentTypes []string `flag:"mail-attachment-types" value:"types" help:"content types that an attachment can have, separated by commas, instead of all but programs"`
}

func (f RefusalForms) senderFaults() []wire.Fault {
	switch {
	case f.NoSender:
		return []wire.Fault{mistake("sender", senderRequired)}
	case f.NoSenderName:
		return []wire.Fault{mistake("sender", senderNameEmpty)}
	default:
		return nil
	}
}

// mistake is a fault that has a code.
func mistake(parameter string, single *wire.Failure) wire.Fault {
	fault := undocumented(parameter, single.Message.French)
	fault.Single = single
	return fault
}

// limit is a fault without a code, unless such are accepted.
func (f RefusalForms) limit(parameter, text string) []wire.Fault {
	if f.LimitsAccepted {
		return nil
	}
	return []wire.Fault{undocumented(parameter, text)}
}

// withoutAccents is how JSON has the texts of a validation list.
var withoutAccents = strings.NewReplacer("é", "e", "è", "e", "ê", "e", "à", "a")

func undocumented(parameter, text string) wire.Fault {
	return wire.Fault{Problem: wire.Problem{
		ElementID: "children[" + parameter + "].data",
		Plain:     withoutAccents.Replace(text),
		Accented:  text,
	}}
}
