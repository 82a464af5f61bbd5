package main

import (
	"regexp"
	"slices"
	"strings"
)

// place is where in a body a value stands.
type place struct {
	// balance is within what the account has left, person within a contact, and figures
	// within the statistics.
	balance, person, figures bool
}

func (p place) into(name string, o object) place {
	p.balance = p.balance || name == "credits" || name == "details"
	p.person = p.person || o.has("contactId") || o.has("firstname")
	p.figures = p.figures || o.has("nb_send")
	return p
}

// kept are the names whose values tell how the servers work and nothing of the account.
// Whatever is not among them is replaced: the servers may answer more than is documented.
var kept = []string{
	"success", "code", "message", "error", "errors", "elementId", "status", "statut", "currency", "countryCode",
	"country_code", "prefixCode", "type", "network", "date", "createdAt", "created_at", "timezone", "timezone_type",
	"scheduledDeliveryDate", "month", "year", "m", "op", "interval", "stopSms", "stopSMS", "stopMail", "isSpam",
	"isSpecialFile", "isLocationFile", "cost", "currentPage", "total", "page", "nb_per_page", "nb_sms", "nbSMS", "nbSms",
	"nbMail", "nbData", "nb_datas", "nbline", "nbline_imported", "nbline_updated", "invalidePhone", "duplicatePhone",
	"allreadyInGroupe", "urlInvalide", "dateInvalide", "empty", "unactivated", "dateInvalid", "size", "duration",
	"from", "to", "_format", "phoneNumbers", "subject", "htmlContent", "time", "minute", "sandbox", "gamme", "isStopSms", "assignedCredit",
}

var kinds = map[string]kind{
	"phoneNumber": aPhone, "phone": aPhone, "number": aPhone, "request": aPhone, "e164": aPhone,
	"international": aPhone, "national": aPhone, "rfc3966": aPhone, "msisdn": aPhone,
	"username": aMail, "email": aMail,
	"firstname": aName, "lastname": aName, "name": aName,
	"apiKey": aKey, "token": aToken, "tokenAudio": aToken, "contactId": aToken, "groupId": aToken,
	"id": anID, "message_id": anID, "messageId": anID, "stopId": anID, "campaignId": anID, "campaign_id": anID,
	"url": aLink, "shortUrl": aLink, "shortUrlPartnr": aLink,
	"balance": anSum, "solde": anSum, "credit": anSum, "nb_send": anSum,
}

var (
	wholeMail  = regexp.MustCompile(`^` + mailInText.String() + `$`)
	wholeHex   = regexp.MustCompile(`^[0-9A-Fa-f-]{20,}$`)
	wholePhone = regexp.MustCompile(`^(tel:)?\+?[0-9](?:[ .-]?[0-9]){7,}$`)
	wholeCode  = regexp.MustCompile(`^[0-9]{1,4}$`)
	wholeSum   = regexp.MustCompile(`^-?[0-9]+([.,][0-9]+)?$`)
	wholeDate  = regexp.MustCompile(dateInText.String() + `([T ][0-9:.]+([+-][0-9:]+|Z)?)?$`)
	unixTime   = regexp.MustCompile(`^1[0-9]{9}$`)
	yearFirst  = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	dayFirst   = regexp.MustCompile(`^[0-9]{2}-[0-9]{2}-[0-9]{4}$`)
	currency   = regexp.MustCompile(`^([A-Z]{2,3}|€)$`)
)

// ours are the values of the probe itself, which say nothing of the account.
var ours = []string{unknownID, unknownText, unknownToken, "probe", "Probe", "Changed", "one", "two", "no-date", "https://example.org/s"}

// hide replaces a text, unless it says nothing of the account.
func (v *veil) hide(name, text string, at place, s style) string {
	switch {
	case strings.TrimSpace(text) == "" || slices.Contains(ours, text),
		s == shown && strings.HasPrefix(text, groupPrefix):
		return text
	case at.person && name == "date":
		return dateLike(text)
	case name == "date" && unixTime.MatchString(text): // which looks like a phone number
		return text
	case slices.Contains(kept, name) && isLongNumber(text) && !isCount(name, text):
		return v.placeholder(kindOf("", text), text, s)
	case slices.Contains(kept, name) && !isPrivate(name, at):
		return v.wordsAs(text, s)
	case name == "" && (wholeDate.MatchString(text) || currency.MatchString(text)):
		return text
	}
	return v.placeholder(kindOf(name, text), text, s)
}

// isPrivate is true for figures of the account under a name that is kept elsewhere.
func isPrivate(name string, at place) bool {
	return at.balance && name != "currency" || at.figures && name == "cost"
}

func (v *veil) hideNumber(name, number string, at place, s style) string {
	k, known := kinds[name]
	switch {
	case slices.Contains(ours, number):
		return number
	case slices.Contains(kept, name) && !isPrivate(name, at) && (!isLongNumber(number) || isCount(name, number)):
		return number
	case name == "number" && !isLongNumber(number): // how many, where it is no text
		return number
	case !known || at.balance:
		k = aNumber
	}
	return v.placeholder(k, number, s)
}

// longNumber may be a phone number or an id, under whatever name.
var longNumber = regexp.MustCompile(`^[+-]?[0-9]{5,}([.,eE].*)?$`)

func isLongNumber(text string) bool { return longNumber.MatchString(strings.TrimSpace(text)) }

// isCount is true for a long number that says nothing of a person: a code, a time, or how many.
func isCount(name, text string) bool {
	counted := []string{"code", "total", "page", "currentPage", "nb_per_page", "nbData", "nb_datas"}
	timed := []string{"date", "createdAt", "created_at", "scheduledDeliveryDate"}
	return slices.Contains(counted, name) && len(text) <= 6 || slices.Contains(timed, name) && unixTime.MatchString(text)
}

// kindOf is what a text is, by its name or else by its form.
func kindOf(name, text string) kind {
	known, named := kinds[name]
	switch {
	case named && (known != aPhone || wholePhone.MatchString(strings.TrimSpace(text))):
		// A login name need not be an address.
		if known == aMail && !wholeMail.MatchString(text) {
			return aName
		}
		return known
	case wholeMail.MatchString(text):
		return aMail
	case wholeHex.MatchString(text):
		return aToken
	case wholeCode.MatchString(text):
		return aNumber
	case wholeSum.MatchString(text) && strings.ContainsAny(text, ".,"):
		return anSum
	case wholePhone.MatchString(text):
		return aPhone
	case linkInText.MatchString(text):
		return aLink
	default:
		return aText
	}
}

// dateLike is a day of the same form: that of a contact may be a birthday.
func dateLike(text string) string {
	switch {
	case yearFirst.MatchString(text):
		return "2000-01-31"
	case dayFirst.MatchString(text):
		return "31-01-2000"
	default:
		return "a date"
	}
}

// header is the value of a header. Ten digits may be a time.
func (v *veil) header(value string, s style) string {
	switch {
	case unixTime.MatchString(value):
		return value
	case isLongNumber(value):
		return v.placeholder(aNumber, value, s)
	default:
		return v.wordsAs(value, s)
	}
}
