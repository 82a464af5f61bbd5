package sms

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

func TestSend_DocumentedExamples(t *testing.T) {
	t.Parallel()
	c := newClock()
	s := New(Options{Options: wire.Options{Now: c.Now}})
	s.messages.lastID = 306
	_, body := post(t, s, sendPath, sendBody(t))
	expectDocumented(t, body, "send.json")
	c.advance(newClock().now.AddDate(-8, 0, 0).Sub(c.Now()))
	_, body = post(t, s, sendPath, sendBody(t, "scheduledDeliveryDate", "18/08/2018", "time", 20, "minute", 0))
	expectDocumented(t, body, "send_scheduled.json")

	s = New(Options{Options: wire.Options{Now: newClock().Now}})
	_, body = post(t, s, sendPath, sendBody(t, "message", nil, "phoneNumbers", "000000", "sender", "TwelveLetter", "scheduledDeliveryDate", "21/11/2014"))
	expectDocumented(t, body, "validation.json")

	s = New(Options{Variant: Variant{NotMobileForms: NotMobileForms{NotMobileDetails: true, NotMobileOldText: true}}})
	_, body = post(t, s, sendPath, sendBody(t, "phoneNumbers", "+33140000000"))
	expectDocumented(t, body, "no_mobile.json")
}

// The documented request has every kind of parameter.
func TestSend_DocumentedRequest(t *testing.T) {
	t.Parallel()
	s := New(Options{Options: wire.Options{Now: newClock().Now}})
	_, body := post(t, s, sendPath, sendBody(t, "phoneNumbers", "+33600000001,+33600000002", "sender", "ACME",
		"gamme", 1, "tag", "promo1", "scheduledDeliveryDate", "21/10/2030", "time", 9, "minute", 0,
		"isStopSms", 0, "isUnicode", 0, "sandbox", 1, "urlDlr", "https://example.com/dlr", "_format", "json"))
	expectFields(t, body, `"message_id": 1112`, `"nb_sms": 2`, `"cost": 0.076`, `"scheduledDeliveryDate": "2030-10-21 09:00:00"`)
	expectNoViolations(t, s)
}

// Errors of the general page that a request or the account can cause, in their
// French and English words.
func TestSend_GeneralErrors(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		options Options
		prepare func(*Account)
		with    []any
		code    string
		french  string
		english string
	}{
		"no credit": {
			prepare: func(s *Account) { s.SetCredits(Credits{Balance: "0.037"}) },
			code:    "11", french: "Manque de crédits", english: "Insufficient credit",
		},
		"no price": {
			with: []any{"phoneNumbers", "+99912345678"},
			code: "13", french: "Aucun prix par défaut n'a été trouvé pour les numéros suivant", english: "No default price was found for the following numbers",
		},
		"stopped": {
			prepare: func(s *Account) { s.AddStop("06 00 00 00 01"); s.AddStop("0600000001") },
			code:    "14", french: "Le numéro est dans la liste des STOP SMS", english: "The number is in the STOP SMS list",
		},
		"all stopped": {
			prepare: func(s *Account) { s.AddStop("+33600000001"); s.AddStop("+33600000002") },
			with:    []any{"phoneNumbers", "+33600000001,+33600000002"},
			code:    "14", french: "Le numéro est dans la liste des STOP SMS", english: "The number is in the STOP SMS list",
		},
		"twice": {
			with: []any{"phoneNumbers", "+33600000001,+33600000002,+33600000001"},
			code: "15", french: "Le numéro est déjà présent dans la liste", english: "The number is already present in the list",
		},
		"twice in two spellings": {
			with: []any{"phoneNumbers", "+33600000001,0600000001"},
			code: "15", french: "Le numéro est déjà présent dans la liste", english: "The number is already present in the list",
		},
		"low cost of 161": {
			with: []any{"gamme", 2, "message", strings.Repeat("a", 161)},
			code: "42", french: "Le nombre de caractères pour un sms Low Cost est 160 caractères", english: "Low Cost SMS is limited to 160 characters",
		},
		"low cost refused": {
			options: Options{NoLowCost: true}, with: []any{"gamme", "2"},
			code: "51", french: "La gamme lowcost n'est pas éligible", english: "The low-cost range is not eligible",
		},
		"11 parts": {
			with: []any{"message", strings.Repeat("a", 1531)},
			code: "52", french: "Le nombre de SMS concaténés ne peut excéder 10 SMS", english: "No more than 10 concatenated SMS",
		},
		"11 parts of Unicode": {
			with: []any{"message", strings.Repeat("ж", 671), "isUnicode", 1},
			code: "52", french: "Le nombre de SMS concaténés ne peut excéder 10 SMS", english: "No more than 10 concatenated SMS",
		},
		"only commas": {
			with: []any{"phoneNumbers", ", ,"},
			code: "55", french: "Aucun numéro à envoyer", english: "No number to send",
		},
		"queue": {
			prepare: func(s *Account) { s.BreakQueue(true) },
			code:    "500", french: "Problème lors de l'ajout du sms dans la file d'attente", english: "Problem adding the SMS to the queue",
		},
		"other sender": {
			options: Options{Senders: []string{"ACME"}}, with: []any{"sender", "OTHER"},
			code: "992", french: "Sender non autorisé", english: "Unauthorized sender",
		},
	}
	for name, test := range tests {
		for english, message := range map[bool]string{false: test.french, true: test.english} {
			t.Run(name+" "+message, func(t *testing.T) {
				t.Parallel()
				o := test.options
				o.Variant.English = english
				s := New(o)
				if test.prepare != nil {
					test.prepare(s)
				}
				_, body := post(t, s, sendPath, sendBody(t, test.with...))
				expect(t, "body", body, errorAnswer(test.code, message))
				expect(t, "sent", len(s.Sent()), 0)
			})
		}
	}
}

func TestSend_Allowed(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		options Options
		with    []any
	}{
		"the sender":         {Options{Senders: []string{"ACME"}}, []any{"sender", "ACME"}},
		"the short code":     {Options{Senders: []string{}}, nil},
		"low cost of 160":    {Options{}, []any{"gamme", 2, "message", strings.Repeat("a", 160)}},
		"premium only":       {Options{NoLowCost: true}, []any{"gamme", 1}},
		"10 parts":           {Options{}, []any{"message", strings.Repeat("a", 1530)}},
		"a sender of blanks": {Options{}, []any{"sender", "A CME 1"}},
		"abroad":             {Options{}, []any{"phoneNumbers", "+4915112345678"}},
	} {
		s := New(test.options)
		_, body := post(t, s, sendPath, sendBody(t, test.with...))
		expect(t, name, fields(t, body)["success"], any(true))
		expectNoViolations(t, s)
	}
	s := New(Options{})
	s.BreakQueue(true)
	s.BreakQueue(false)
	_, body := post(t, s, sendPath, sendBody(t))
	expectFields(t, body, `"success": true`)
}

// Both generations of codes for the mistakes that have two.
func TestSend_Generations(t *testing.T) {
	t.Parallel()
	const list = `{"success":false,"code":9,"error":[{"elementId":"children[ELEMENT].data","message":"MESSAGE"}]}`
	for name, test := range map[string]struct {
		with             []any
		element, message string
		code, single     string
	}{
		"no message":    {[]any{"message", ""}, "message", "Le message est requis", "43", "Le message est requis"},
		"long sender":   {[]any{"sender", "TwelveLetter"}, "sender", "L'emetteur ne peut pas etre plus long que 11 caracteres", "44", "L'émetteur est invalide"},
		"short sender":  {[]any{"sender", "AB"}, "sender", "L'emetteur ne peut pas etre plus court que 3 caracteres", "44", "L'émetteur est invalide"},
		"star":          {[]any{"sender", "A*B"}, "sender", "L'emetteur ne peut pas avoir de caracteres speciaux", "44", "L'émetteur est invalide"},
		"accent":        {[]any{"sender", "Société"}, "sender", "L'emetteur ne peut pas avoir de caracteres speciaux", "44", "L'émetteur est invalide"},
		"fixed line":    {[]any{"phoneNumbers", "0140000000"}, "phoneNumbers", "Ne semble pas etre un numero de mobile (0140000000)", "9", ""},
		"no number":     {[]any{"phoneNumbers", "12"}, "phoneNumbers", "Ce numero de telephone n'est pas valide (12)", "9", ""},
		"one of them":   {[]any{"phoneNumbers", "0600000001,12"}, "phoneNumbers", "Ce numero de telephone n'est pas valide (12)", "9", ""},
		"empty between": {[]any{"phoneNumbers", "0600000001,"}, "phoneNumbers", "Ce numero de telephone n'est pas valide ()", "9", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, body := post(t, New(Options{}), sendPath, sendBody(t, test.with...))
			want := strings.NewReplacer("ELEMENT", test.element, "MESSAGE", test.message).Replace(list)
			expect(t, "list", compact(t, body), want)
			_, body = post(t, New(Options{Variant: Variant{SendForms: SendForms{SingleCodes: true}}}), sendPath, sendBody(t, test.with...))
			answer := fields(t, body)
			expect(t, "code", answer["code"], json.Number(test.code))
			message, _ := answer["message"].(string) // Not in a list of problems.
			expect(t, "message", message, test.single)
		})
	}
}

// A number on the STOP list is left out of a send to several.
func TestSend_SkipsStopped(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.AddStop("0600000002")
	_, body := post(t, s, sendPath, sendBody(t, "phoneNumbers", "0600000001,0600000002,0600000003"))
	expectFields(t, body, `"nb_sms": 2`, `"cost": 0.076`)
	expect(t, "sent to", len(s.Sent()[0].Texts), 2)
	expectFields(t, statut(t, s, "1112", "0600000002"), `"code": 4`)
}

func TestSend_MoreViolations(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		with []any
		want string
	}{
		"blank at the end":   {[]any{"sender", "ACME "}, `parameter "sender": "ACME " begins or ends with a blank`},
		"star in sender":     {[]any{"sender", "A*B"}, `parameter "sender": "A*B" has special characters`},
		"STOP with low cost": {[]any{"gamme", 2, "isStopSms", 1}, `parameter "isStopSms" does not apply to the low-cost range`},
		"no STOP":            {[]any{"gamme", 2, "isStopSms", 0}, ""},
		"receiver elsewhere": {[]any{"urlDlr", "https://sms.example.fr/dlr"}, `parameter "urlDlr": "https://sms.example.fr/dlr" is not called: it is not on loopback`},
		"receiver by name":   {[]any{"urlResponse", "http://localhost:1/"}, ""},
		"receiver of 127":    {[]any{"urlResponse", "http://127.0.0.1:1/"}, ""},
		"receiver of IPv6":   {[]any{"urlResponse", "http://[::1]:1/"}, ""},
		"private network":    {[]any{"urlResponse", "http://192.168.0.1/"}, "is not on loopback"},
		"documented":         {[]any{"urlResponse", "https://hooks.example.com/a"}, ""},
		"reserved":           {[]any{"urlResponse", "https://a.TEST/"}, ""},
		"webhookUrl":         {[]any{"webhookUrl", "http://127.0.0.1/"}, `unknown parameter "webhookUrl"`},
		"virtualNumber":      {[]any{"virtualNumber", "33700000000"}, `unknown parameter "virtualNumber"`},
	} {
		s := New(Options{})
		post(t, s, sendPath, sendBody(t, test.with...))
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			expectViolation(t, s, "POST /v1/send: ", test.want)
		})
	}
}

func TestSend_TakesFromTheBalance(t *testing.T) {
	t.Parallel()
	c := newClock()
	s := New(Options{Options: wire.Options{Now: c.Now}})
	s.SetCredits(Credits{SMS: 10, LowCostSMS: 20, HLR: 30, ToSend: 1, Balance: "0.1"})
	credits := func() string { _, body := get(t, s, mePath, query()); return body }
	later := []any{"scheduledDeliveryDate", "01/07/2026", "time", 13, "minute", 0}
	post(t, s, sendPath, sendBody(t, later...))
	expectFields(t, credits(), `"balance": "0.062"`, `"solde": "0.062"`, `"creditSms": 6,`, `"creditSmsECO": 12,`, `"creditHlr": 18,`, `"toSend": 2,`)
	post(t, s, sendPath, sendBody(t, "sandbox", 1))
	post(t, s, sendPath, sendBody(t))
	expectFields(t, credits(), `"balance": "0.024"`, `"toSend": 2,`)
	_, body := post(t, s, sendPath, sendBody(t))
	expectFields(t, body, `"code": 11`)
	_, body = post(t, s, sendPath, sendBody(t, "sandbox", 1, "tag", "free"))
	expectFields(t, body, `"success": true`)
	expectFields(t, credits(), `"balance": "0.024"`)
	// What is cancelled is paid back.
	get(t, s, cancelPath, query("messageId", "1112"))
	expectFields(t, credits(), `"balance": "0.062"`, `"toSend": 1,`)
	c.advance(24 * time.Hour)
	post(t, s, sendPath, sendBody(t, "gamme", 2))
	expectFields(t, credits(), `"balance": "0.037"`)
	expect(t, "sent", len(s.Sent()), 5)

	s.SetCredits(Credits{SMS: 1, Balance: "unlimited"})
	post(t, s, sendPath, sendBody(t, "phoneNumbers", numbers(500)))
	expectFields(t, credits(), `"balance": "unlimited"`, `"creditSms": 1,`)
	// A refund to an account that was set to nothing meanwhile.
	_, body = post(t, s, sendPath, sendBody(t, "scheduledDeliveryDate", "01/07/2030", "time", 13, "minute", 0))
	s.SetCredits(Credits{SMS: 1, Balance: "0"})
	get(t, s, cancelPath, query("messageId", fmt.Sprint(fields(t, body)["message_id"])))
	expectFields(t, credits(), `"balance": "0.038"`, `"creditSms": 1,`)
}
