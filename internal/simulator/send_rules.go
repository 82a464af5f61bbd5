package simulator

import (
	"errors"
	"slices"
	"unicode/utf8"

	"github.com/nyaruka/phonenumbers"
)

// The errors of the endpoint pages and of the section "Sending SMS" of the
// general page.
var (
	notEnoughCredit = failure{code: 11, message: wording{"Manque de crédits", "Insufficient credit"}}
	noPrice         = failure{code: 13, message: wording{
		"Aucun prix par défaut n'a été trouvé pour les numéros suivant",
		"No default price was found for the following numbers",
	}}
	numberStopped = failure{code: 14, message: wording{
		"Le numéro est dans la liste des STOP SMS",
		"The number is in the STOP SMS list",
	}}
	numberRepeated = failure{code: 15, message: wording{
		"Le numéro est déjà présent dans la liste",
		"The number is already present in the list",
	}}
	lowCostTooLong = failure{code: 42, message: wording{
		"Le nombre de caractères pour un sms Low Cost est 160 caractères",
		"Low Cost SMS is limited to 160 characters",
	}}
	textRequired    = failure{code: 43, message: wording{"Le message est requis", "The message is required"}}
	senderInvalid   = failure{code: 44, message: wording{"L'émetteur est invalide", "The sender is invalid"}}
	lowCostRefused  = failure{code: 51, message: wording{"La gamme lowcost n'est pas éligible", "The low-cost range is not eligible"}}
	tooManyParts    = failure{code: 52, message: wording{"Le nombre de SMS concaténés ne peut excéder 10 SMS", "No more than 10 concatenated SMS"}}
	noNumberToSend  = failure{code: 55, message: wording{"Aucun numéro à envoyer", "No number to send"}}
	queueFailed     = failure{code: 500, message: wording{"Problème lors de l'ajout du sms dans la file d'attente", "Problem adding the SMS to the queue"}}
	senderForbidden = failure{code: 992, message: wording{"Sender non autorisé", "Unauthorized sender"}}
)

// BreakQueue makes every later send answer code 500, "problem adding the SMS to
// the queue", or work again.
func (s *Simulator) BreakQueue(broken bool) {
	s.queueBroken.Store(broken)
}

// checkForm refuses what stands in the request.
func (s *Simulator) checkForm(sub *submission) *failure {
	v, c, now := s.options.Variant, sub.call, s.now()
	faults := sub.kind.faults(c)
	var strangers []string
	for _, i := range sub.items {
		var valid bool
		i.number, valid = e164(sub.kind.spell(i.given))
		switch complaint := sub.numberProblem(i); {
		case complaint == nil:
		case valid && v.NotMobileDetails:
			strangers = append(strangers, i.given)
		default:
			faults = append(faults, fault{*complaint, nil})
		}
	}
	faults = append(faults, sub.senderFaults()...)
	at, late := c.schedule(now, v)
	faults = append(faults, late...)
	sub.scheduled, sub.leaves = at, at
	if at.IsZero() {
		sub.leaves = now
	}
	if failed := v.refuse(faults); failed != nil {
		return failed
	}
	return v.refuseStrangers(strangers)
}

// numberProblem is nil for a mobile number. Where an item can fail alone, being
// no mobile number is no mistake of the request.
func (sub *submission) numberProblem(i *item) *problem {
	switch _, valid := e164(i.number); {
	case !valid:
		return &problem{
			sub.kind.element,
			"Ce numero de telephone n'est pas valide (" + i.given + ")",
			"Ce numéro de téléphone n'est pas valide (" + i.given + ")",
		}
	case !sub.kind.partial && isOtherKind(i.number):
		return &problem{
			sub.kind.element,
			"Ne semble pas etre un numero de mobile (" + i.given + ")",
			"Ne semble pas être un numéro de mobile (" + i.given + ")",
		}
	}
	return nil
}

func (sub *submission) senderFaults() []fault {
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
	return []fault{{problem{sub.kind.senderElement, plain, accented}, &senderInvalid}}
}

// checkAccount refuses what the account may not do.
func (s *Simulator) checkAccount(sub *submission) *failure {
	o := s.options
	switch {
	case sub.sender != "" && o.Senders != nil && !slices.Contains(o.Senders, sub.sender):
		return &senderForbidden
	case sub.lowCost && o.NoLowCost:
		return &lowCostRefused
	case !o.Marketing:
		return nil
	}
	quiet := o.Variant.quietHours()
	if o.Variant.QuietHoursHeld {
		sub.leaves = quiet.hold(sub.leaves)
		return nil
	}
	return quiet.refuse(sub.leaves)
}

// checkItems refuses items, or the whole call where one text goes to many: then
// numbers on the STOP list are left out of it, and only a call with nothing else
// is refused for them. What the vendor does with some of many is not known.
func (s *Simulator) checkItems(sub *submission) *failure {
	seen := map[string]bool{}
	for _, i := range sub.items {
		i.words = compose(i.posted, sub.unicode, sub.withStop)
		price := sub.kind.price
		if sub.lowCost {
			price = priceLowCost
		}
		i.cost = price * amount(i.words.parts)
		i.refused = s.refuseItem(i, sub.lowCost, seen[i.number])
		seen[i.number] = true
		if i.refused == nil {
			sub.sms += i.words.parts
			sub.cost += i.cost
		} else if !sub.kind.partial && i.refused != &numberStopped {
			return i.refused
		}
	}
	switch {
	case len(sub.accepted()) > 0:
		return nil
	case !sub.kind.partial:
		return &numberStopped
	}
	nobody := noNumberToSend
	for _, i := range sub.items {
		nobody.details = append(nobody.details, detail{i.number, i.refused.code, i.refused.message})
	}
	return &nobody
}

func (s *Simulator) refuseItem(i *item, lowCost, repeated bool) *failure {
	switch {
	case isOtherKind(i.number):
		return &notMobile
	case !hasPrice(i.number):
		return &noPrice
	case repeated:
		return &numberRepeated
	case lowCost && i.words.length > maxLowCost:
		return &lowCostTooLong
	case i.words.parts > maxParts:
		return &tooManyParts
	case s.stops.has(i.number):
		return &numberStopped
	}
	return nil
}

// isOtherKind is true for a number that is known to be no mobile number.
func isOtherKind(number string) bool {
	return hasPrice(number) && !seemsMobile(number)
}

// hasPrice is false for a number that begins with no country's code. Where else
// the vendor has no price is not known.
func hasPrice(number string) bool {
	_, err := phonenumbers.Parse(number, "FR")
	return !errors.Is(err, phonenumbers.ErrInvalidCountryCode)
}

// charge takes the cost from the account, when the message is queued at all.
func (s *Simulator) charge(sub *submission) *failure {
	switch {
	case s.queueBroken.Load():
		return &queueFailed
	case !sub.sandbox && !s.credits.charge(sub.cost):
		return s.noCredit()
	}
	return nil
}
