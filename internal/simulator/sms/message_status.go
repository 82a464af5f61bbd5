package sms

import (
	"net/http"
	"strconv"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// messageStatusPage is the page "Statut unitaire".
func (a *Account) messageStatusPage() []wire.Route {
	return []wire.Route{{
		Method: http.MethodGet,
		Path:   "/message-status",
		Parameters: []wire.Parameter{
			wire.KeyParameter,
			{Name: "messageId", Check: wire.IsWholeNumber},
			{Name: "phoneNumber", Check: wire.IsPhoneNumber},
			wire.FormatParameter,
		},
		Handle: a.messageStatus,
	}}
}

var (
	phoneNumberRequired = wire.Refusal(2, "Le numéro de téléphone est requis", "Phone number is required")
	messageIDRequired   = wire.Refusal(3, "L'ID du message est requis", "Message ID is required")
	messageNotFound     = wire.Refusal(4, "Message introuvable", "Message not found")
)

// StatusForms are the forms of the status of one message to one number.
type StatusForms struct {
	// UnixDates writes the date of message-status as Unix seconds in a string,
	// as recorded in 2018.
	UnixDates bool `flag:"unix-dates" help:"write the date of message-status as Unix seconds"`
	// InternationalNumbers writes the number of message-status as E.164, as
	// recorded in 2018, instead of the French national form.
	InternationalNumbers bool `flag:"international-numbers" help:"write the number of message-status as +33..."`
	// StatusOfMobilesOnly makes message-status refuse a number that is no mobile
	// number with the general page's code 9. The endpoint page does not list it.
	StatusOfMobilesOnly bool `flag:"status-of-mobiles-only" help:"answer code 9 to a message-status of a number that is no mobile"`
}

func (a *Account) messageStatus(c *wire.Call) (wire.Object, *wire.Failure) {
	id, number := c.Text("messageId"), c.Text("phoneNumber")
	if number == "" {
		return nil, phoneNumberRequired
	}
	if id == "" {
		return nil, messageIDRequired
	}
	variant := a.options.Variant
	// Samples do not escape the plus sign, so that a blank arrives for it.
	number = wire.WithPlus(number)
	if variant.StatusOfMobilesOnly && !wire.SeemsMobile(number) {
		return nil, notMobile
	}
	state, found := a.messages.readPair(id, number, a.Now())
	if !found {
		return nil, messageNotFound
	}
	shown := wire.National(state.Number)
	if variant.InternationalNumbers {
		shown = state.Number
	}
	date := state.Date.In(wire.Paris).Format("2006-01-02 15:04:05")
	if variant.UnixDates {
		date = strconv.FormatInt(state.Date.Unix(), 10)
	}
	return wire.Success(
		wire.Text("number", shown),
		wire.Text("messageId", id),
		wire.Boolean("stopSms", state.StopSMS),
		wire.Text("date", date),
		wire.Text("statut", state.Statuses[0]),
		wire.Decimal("cost", state.Cost),
		wire.Text("countryCode", state.CountryCode),
		wire.Text("currency", state.Currency),
	), nil
}
