package sms

import (
	"net/http"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

func TestRecorded(t *testing.T) {
	t.Parallel()
	s := New(Options{Options: wire.Options{Now: newClock().Now}, Variant: Recorded()})
	answer := func(path string, with ...string) string {
		_, body := get(t, s, path, query(with...))
		return body
	}
	expectFields(t, answer(messageStatusPath, "messageId", "1111", "phoneNumber", "0600000000"), `"number": "+33600000000"`, `"date": "1423345186"`)
	expect(t, "me", compact(t, answer(mePath)), `{"success":true,"code":200,"user":{"username":"owner@example.com"},`+
		`"credits":{"creditSms":1200,"creditSmsLowCost":2100,"creditHlr":9000,"toSend":0,"solde":"52.119","currency":"EUR","balance":"52.119"}}`)
	_, body := post(t, s, lookupPath, `{"apiKey": "`+wire.DefaultAPIKey+`", "phoneNumbers": "+33600000001, +212000"}`)
	expectFields(t, body, `"request": "+33600000001"`, `"request": " +212000"`, `Le num\u00e9ro de t\u00e9l\u00e9phone est vide ou n'est pas valide.`)
	_, body = post(t, s, sendPath, sendBody(t, "scheduledDeliveryDate", "02/07/2026", "time", 9, "minute", 0))
	expectFields(t, body, `"scheduledDeliveryDate": "2026-07-02 09:00:00"`)
	expectFields(t, answer(cancelPath, "messageId", "1112"), `"message": "L'envoi du SMS a \u00e9t\u00e9 annul\u00e9."`)
	expectViolation(t, s, "POST /v1/lookup: ", "holds a part that is not in international form")
}

func TestRecorded_Errors(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		with   []any
		status int
		want   string
	}{
		"wrong key": {[]any{"apiKey", "no"}, http.StatusForbidden, `{"success":false,"code":10,"message":"Cl\u00e9 API incorrecte"}`},
		"no key":    {[]any{"apiKey", nil}, http.StatusOK, `{"success":false,"code":1,"message":"La Cl\u00e9 API est requise"}`},
		"no text":   {[]any{"message", nil}, http.StatusOK, `{"success":false,"code":9,"error":[{"elementId":"children[message].data","message":"Le message est requis"}]}`},
		"landline": {[]any{"phoneNumbers", "+33140000000"}, http.StatusOK, `{"success":false,"code":55,` +
			`"message":"Aucun prix par default n'a \u00e9t\u00e9 trouv\u00e9 pour les num\u00e9ros suivant (+33140000000)",` +
			`"errors":[{"success":false,"code":"9","message":"Le t\u00e9l\u00e9phone (+33140000000) n'est pas \u00eatre un num\u00e9ro de mobile"}]}`},
		"no credit": {nil, http.StatusOK, `{"success":false,"code":11,"error":{"message":"NOCREDITS"},` +
			`"credits":{"creditSms":0,"creditSmsLowCost":0,"creditHlr":0,"toSend":0,"solde":"0","currency":"EUR","balance":"0"}}`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(Options{Variant: Recorded()})
			s.SetCredits(Credits{Balance: "0"})
			status, body := post(t, s, sendPath, sendBody(t, test.with...))
			expect(t, "status", status, test.status)
			expect(t, "body", compact(t, body), test.want)
		})
	}
}
