package simulator

import (
	"net/http"
	"strconv"
)

// messageStatusEndpoints is the page "Statut unitaire".
func messageStatusEndpoints() []endpoint {
	return []endpoint{{
		method: http.MethodGet,
		path:   "/message-status",
		parameters: []parameter{
			apiKeyParameter,
			{name: "messageId", check: isWholeNumber},
			{name: "phoneNumber", check: isPhoneNumber},
			formatParameter,
		},
		handle: messageStatus,
	}}
}

var (
	phoneNumberRequired = failure{code: 2, message: wording{"Le numéro de téléphone est requis", "Phone number is required"}}
	messageIDRequired   = failure{code: 3, message: wording{"L'ID du message est requis", "Message ID is required"}}
	messageNotFound     = failure{code: 4, message: wording{"Message introuvable", "Message not found"}}
)

func messageStatus(s *Simulator, c *call) (object, *failure) {
	id, number := c.text("messageId"), c.text("phoneNumber")
	if number == "" {
		return nil, &phoneNumberRequired
	}
	if id == "" {
		return nil, &messageIDRequired
	}
	variant := s.options.Variant
	// Samples do not escape the plus sign, so that a blank arrives for it.
	number = withPlus(number)
	if variant.StatusOfMobilesOnly && !seemsMobile(number) {
		return nil, &notMobile
	}
	state, found := s.messages.readPair(id, number, s.now())
	if !found {
		return nil, &messageNotFound
	}
	shown := national(state.Number)
	if variant.InternationalNumbers {
		shown = state.Number
	}
	date := state.Date.In(paris).Format("2006-01-02 15:04:05")
	if variant.UnixDates {
		date = strconv.FormatInt(state.Date.Unix(), 10)
	}
	return success(
		field{"number", text(shown)},
		field{"messageId", text(id)},
		field{"stopSms", boolean(state.StopSMS)},
		field{"date", text(date)},
		field{"statut", text(state.Statuses[0])},
		field{"cost", decimal(state.Cost)},
		field{"countryCode", text(state.CountryCode)},
		field{"currency", text(state.Currency)},
	), nil
}
