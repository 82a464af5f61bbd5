package sms

import (
	"slices"
	"unicode/utf8"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// The errors of the endpoint pages and of the section "Sending SMS" of the
// general page.
var (
	notEnoughCredit = wire.Refusal(11, "Manque de crédits", "Insufficient credit")
	noPrice         = wire.Refusal(13,
		"Aucun prix par défaut n'a été trouvé pour les numéros suivant",
		"No default price was found for the following numbers",
	)
	numberStopped = wire.Refusal(14,
		"Le numéro est dans la liste des STOP SMS",
		"The number is in the STOP SMS list",
	)
	numberRepeated = wire.Refusal(15,
		"Le numéro est déjà présent dans la liste",
		"The number is already present in the list",
	)
	lowCostTooLong = wire.Refusal(42,
		"Le nombre de caractères pour un sms Low Cost est 160 caractères",
		"Low Cost SMS is limited to 160 characters",
	)
	textRequired    = wire.Refusal(43, "Le message est requis", "The message is required")
	senderInvalid   = wire.Refusal(44, "L'émetteur est invalide", "The sender is invalid")
	lowCostRefused  = wire.Refusal(51, "La gamme lowcost n'est pas éligible", "The low-cost range is not eligible")
	tooManyParts    = wire.Refusal(52, "Le nombre de SMS concaténés ne peut excéder 10 SMS", "No more than 10 concatenated SMS")
	noNumberToSend  = wire.Refusal(55, "Aucun numéro à envoyer", "No number to send")
	queueFailed     = wire.Refusal(500, "Problème lors de l'ajout du sms dans la file d'attente", "Problem adding the SMS to the queue")
	senderForbidden = wire.Refusal(992, "Sender non autorisé", "Unauthorized sender")
)

// BreakQueue makes every later send answer code 500, "problem adding the SMS to
// the queue", or work again.
func (a *Account) BreakQueue(broken bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.queueBroken = broken
}

// checkForm refuses mistakes in the request itself.
func (a *Account) checkForm(sub *submission) *wire.Failure {
	v, c, now := a.options.Variant, sub.call, a.Now()
	faults := sub.kind.faults(c)
	var strangers []string
	for _, i := range sub.items {
		var valid bool
		i.number, valid = wire.E164(sub.kind.spell(i.given))
		switch complaint := sub.numberProblem(i); {
		case complaint == nil:
		case valid && v.NotMobileDetails:
			strangers = append(strangers, i.given)
		default:
			faults = append(faults, wire.Fault{Problem: *complaint})
		}
	}
	faults = append(faults, sub.senderFaults()...)
	at, late := c.Schedule(now, v.StrictClock)
	faults = append(faults, late...)
	sub.scheduled, sub.leaves = at, at
	if at.IsZero() {
		sub.leaves = now
	}
	if failed := wire.RefuseFaults(faults, v.SingleCodes); failed != nil {
		return failed
	}
	return v.refuseStrangers(strangers)
}

// numberProblem is nil for a mobile number. Where an item can fail alone, being
// no mobile number is no mistake of the request.
func (sub *submission) numberProblem(i *item) *wire.Problem {
	switch _, valid := wire.E164(i.number); {
	case !valid:
		return &wire.Problem{
			ElementID: sub.kind.element,
			Plain:     "Ce numero de telephone n'est pas valide (" + i.given + ")",
			Accented:  "Ce numéro de téléphone n'est pas valide (" + i.given + ")",
		}
	case !sub.kind.partial && isOtherKind(i.number):
		return &wire.Problem{
			ElementID: sub.kind.element,
			Plain:     "Ne semble pas etre un numero de mobile (" + i.given + ")",
			Accented:  "Ne semble pas être un numéro de mobile (" + i.given + ")",
		}
	}
	return nil
}

func (sub *submission) senderFaults() []wire.Fault {
	var plain, accented string
	switch n := utf8.RuneCountInString(sub.sender); {
	case sub.sender == "", sub.kind.senderElement == "":
		return nil
	case n > 11:
		plain, accented = "L'emetteur ne peut pas etre plus long que 11 caracteres", "L'émetteur ne peut pas être plus long que 11 caractères"
	case n < 3:
		plain, accented = "L'emetteur ne peut pas etre plus court que 3 caracteres", "L'émetteur ne peut pas être plus court que 3 caractères"
	case hasSpecialCharacters(sub.sender):
		plain, accented = "L'emetteur ne peut pas avoir de caracteres speciaux", "L'émetteur ne peut pas avoir de caractères spéciaux"
	default:
		return nil
	}
	return []wire.Fault{faultAt(sub.kind.senderElement, plain, accented, senderInvalid)}
}

// checkAccount refuses sends that the account may not make.
func (a *Account) checkAccount(sub *submission) *wire.Failure {
	o := a.options
	switch {
	case sub.sender != "" && o.Senders != nil && !slices.Contains(o.Senders, sub.sender):
		return senderForbidden
	case sub.lowCost && o.NoLowCost:
		return lowCostRefused
	case !o.Marketing:
		return nil
	}
	quiet := wire.QuietFrom(o.Variant.QuietFrom22)
	if o.Variant.QuietHoursHeld {
		sub.leaves = quiet.Hold(sub.leaves)
		return nil
	}
	return refuseQuiet(quiet, sub.leaves)
}

// checkItems refuses items, or the whole call where one text goes to many: then
// numbers on the STOP list are left out of it, and only a call with nothing else
// is refused for them. What the vendor does with some of many is not known.
func (a *Account) checkItems(sub *submission) *wire.Failure {
	seen := map[string]bool{}
	for _, i := range sub.items {
		i.words = compose(i.posted, sub.unicode, sub.withStop)
		price := sub.kind.price
		if sub.lowCost {
			price = priceLowCost
		}
		i.cost = price * wire.Amount(i.words.parts)
		i.refused = a.refuseItem(i, sub.lowCost, seen[i.number])
		seen[i.number] = true
		if i.refused == nil {
			sub.sms += i.words.parts
			sub.cost += i.cost
		} else if !sub.kind.partial && i.refused != numberStopped {
			return i.refused
		}
	}
	switch {
	case len(sub.accepted()) > 0:
		return nil
	case !sub.kind.partial:
		return numberStopped
	}
	nobody := *noNumberToSend
	for _, i := range sub.items {
		nobody.Details = append(nobody.Details, wire.Detail{Number: i.number, Code: i.refused.Code, Message: i.refused.Message})
	}
	return &nobody
}

func (a *Account) refuseItem(i *item, lowCost, repeated bool) *wire.Failure {
	switch {
	case isOtherKind(i.number):
		return notMobile
	case !wire.HasPrice(i.number):
		return noPrice
	case repeated:
		return numberRepeated
	case lowCost && i.words.length > maxLowCost:
		return lowCostTooLong
	case i.words.parts > maxParts:
		return tooManyParts
	case a.isStopped(i.number):
		return numberStopped
	}
	return nil
}

// isOtherKind is true for a number that is known to be no mobile number.
func isOtherKind(number string) bool {
	return wire.HasPrice(number) && !wire.SeemsMobile(number)
}

// charge takes the cost from the account, when the message is queued at all.
func (a *Account) charge(sub *submission) *wire.Failure {
	switch {
	case a.queueBroken:
		return queueFailed
	case !sub.sandbox && !a.credits.purse.Charge(sub.cost):
		return a.noCredit()
	}
	return nil
}
