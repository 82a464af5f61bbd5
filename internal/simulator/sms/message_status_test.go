package sms

import (
	"maps"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const messageStatusPath = wire.BasePath + "/message-status"

func TestMessageStatus_DocumentedExample(t *testing.T) {
	t.Parallel()
	for _, number := range []string{"0600000000", "+33600000000", "0033600000000"} {
		for _, format := range []string{"", "json", "xml"} {
			t.Run(number+" "+format, func(t *testing.T) {
				t.Parallel()
				s := New(Options{})
				r := ask(t, s, http.MethodGet, messageStatusPath+"?"+statusQuery("phoneNumber", number, "_format", format).Encode(), "")
				if format == "" {
					format = "json"
				}
				expect(t, "status", r.Code, http.StatusOK)
				expect(t, "content type", r.Header().Get("Content-Type"), "application/"+format)
				expect(t, "body", r.Body.String(), document(t, "message_status."+format))
			})
		}
	}
}

func TestMessageStatus_Errors(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		query   url.Values
		account int
		code    string
		french  string
		english string
	}{
		"key missing":            {query: statusQuery("apiKey", ""), code: "1", french: "La Clé API est requise", english: "API key is required"},
		"key wrong":              {query: statusQuery("apiKey", "no"), code: "10", french: "Clé API incorrecte", english: "Invalid API key"},
		"key before parameters":  {query: query("apiKey", "no"), code: "10", french: "Clé API incorrecte", english: "Invalid API key"},
		"key before account":     {query: query("apiKey", "no"), account: 20, code: "10", french: "Clé API incorrecte", english: "Invalid API key"},
		"number missing":         {query: statusQuery("phoneNumber", ""), code: "2", french: "Le numéro de téléphone est requis", english: "Phone number is required"},
		"number empty":           {query: url.Values{"apiKey": {wire.DefaultAPIKey}, "messageId": {"1111"}, "phoneNumber": {""}}, code: "2", french: "Le numéro de téléphone est requis", english: "Phone number is required"},
		"id missing":             {query: statusQuery("messageId", ""), code: "3", french: "L'ID du message est requis", english: "Message ID is required"},
		"both missing":           {query: query(), code: "2", french: "Le numéro de téléphone est requis", english: "Phone number is required"},
		"unknown id":             {query: statusQuery("messageId", "1112"), code: "4", french: "Message introuvable", english: "Message not found"},
		"unknown number":         {query: statusQuery("phoneNumber", "0600000001"), code: "4", french: "Message introuvable", english: "Message not found"},
		"account disabled":       {query: statusQuery(), account: 20, code: "20", french: "Compte désactivé", english: "Account disabled"},
		"account blocked":        {query: statusQuery(), account: 30, code: "30", french: "Compte bloqué", english: "Account blocked"},
		"access denied":          {query: statusQuery(), account: 40, code: "40", french: "L'accès à l'API est refusé", english: "Access to the API is denied"},
		"IP address":             {query: statusQuery(), account: 96, code: "96", french: "L'IP n'est pas autorisée", english: "The IP is not authorized"},
		"account before missing": {query: query(), account: 96, code: "96", french: "L'IP n'est pas autorisée", english: "The IP is not authorized"},
	}
	for name, test := range tests {
		for _, english := range []bool{false, true} {
			message := map[bool]string{false: test.french, true: test.english}[english]
			t.Run(name+" "+message, func(t *testing.T) {
				t.Parallel()
				s := New(Options{Variant: Variant{Forms: wire.Forms{English: english}}})
				s.SetAccount(test.account)
				status, body := get(t, s, messageStatusPath, test.query)
				expect(t, "status", status, http.StatusOK)
				expect(t, "JSON", body, "{\n    \"success\": false,\n    \"code\": "+test.code+",\n    \"message\": \""+message+"\"\n}")

				q := maps.Clone(test.query)
				q.Set("_format", "xml")
				_, body = get(t, s, messageStatusPath, q)
				expect(t, "XML", body, strings.Join([]string{
					"<?xml version='1.0' encoding='UTF-8'?>",
					"<result>",
					"    <entry>false</entry>",
					"    <entry>" + test.code + "</entry>",
					"    <entry>" + message + "</entry>",
					"</result>",
				}, "\n"))
				expectNoViolations(t, s)
			})
		}
	}
}

func TestSetAccount(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.SetAccount(30)
	s.SetAccount(0)
	_, body := get(t, s, messageStatusPath, statusQuery())
	expect(t, "body of a working account", body, document(t, "message_status.json"))

	defer func() {
		if recover() == nil {
			t.Error("a code that is not account-level did not panic")
		}
	}()
	s.SetAccount(10)
}

func TestMessageStatus_Variants(t *testing.T) {
	t.Parallel()
	wrongKey := statusQuery("apiKey", "no")
	tests := map[string]struct {
		variant Variant
		query   url.Values
		status  int
		field   string
		want    string
	}{
		"Unix dates":            {variant: Variant{StatusForms: StatusForms{UnixDates: true}}, field: `"date": "1423345186"`},
		"international numbers": {variant: Variant{StatusForms: StatusForms{InternationalNumbers: true}}, field: `"number": "+33600000000"`},
		"cost as string":        {variant: Variant{Forms: wire.Forms{NumbersAsStrings: true}}, field: `"cost": "0.045"`},
		"code as string":        {variant: Variant{Forms: wire.Forms{NumbersAsStrings: true}}, field: `"code": "200"`},
		"error code as string":  {variant: Variant{Forms: wire.Forms{NumbersAsStrings: true}}, query: wrongKey, field: `"code": "10"`},
		"flags as strings":      {variant: Variant{Forms: wire.Forms{FlagsAsStrings: true}}, field: `"stopSms": "0"`},
		"success stays a flag":  {variant: Variant{Forms: wire.Forms{FlagsAsStrings: true}}, field: `"success": true`},
		"escaped Unicode":       {variant: Variant{Forms: wire.Forms{EscapeUnicode: true}}, query: wrongKey, field: `"message": "Cl\u00e9 API incorrecte"`},
		"wrong key, 4xx":        {variant: Variant{Forms: wire.Forms{ErrorStatus: wire.ClientErrorStatus}}, query: wrongKey, status: 403, field: `"code": 10`},
		"no key, 4xx":           {variant: Variant{Forms: wire.Forms{ErrorStatus: wire.ClientErrorStatus}}, query: statusQuery("apiKey", ""), status: 400, field: `"code": 1,`},
		"not found, 4xx":        {variant: Variant{Forms: wire.Forms{ErrorStatus: wire.ClientErrorStatus}}, query: statusQuery("messageId", "5"), status: 404, field: `"code": 4,`},
		"landline":              {query: statusQuery("phoneNumber", "0140000000"), field: `"code": 4`},
		"mobiles only":          {variant: Variant{StatusForms: StatusForms{StatusOfMobilesOnly: true}}, query: statusQuery("phoneNumber", "0140000000"), field: `"code": 9`},
		"a mobile":              {variant: Variant{StatusForms: StatusForms{StatusOfMobilesOnly: true}}, field: `"statut": "Delivered"`},
		"degraded, wrong key":   {variant: Variant{Forms: wire.Forms{Degraded: true}}, query: wrongKey, field: `"message": "Request queued for processing"`},
		"degraded, no data":     {variant: Variant{Forms: wire.Forms{Degraded: true}}, field: `"code": 200`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if test.query == nil {
				test.query = statusQuery()
			}
			if test.status == 0 {
				test.status = http.StatusOK
			}
			status, body := get(t, New(Options{Variant: test.variant}), messageStatusPath, test.query)
			expect(t, "status", status, test.status)
			if !strings.Contains(body, test.field) {
				t.Errorf("no %s in %s", test.field, body)
			}
			if test.variant.Degraded && strings.Contains(body, "statut") {
				t.Errorf("data in a degraded answer: %s", body)
			}
		})
	}
}

func TestClientErrorStatus(t *testing.T) {
	t.Parallel()
	for code, status := range map[int]int{1: 400, 2: 400, 4: 404, 9: 400, 10: 403, 20: 403, 30: 403, 40: 403, 96: 403} {
		expect(t, "status", wire.ClientErrorStatus(code), status)
	}
}

func statut(t *testing.T, s *Account, id, number string) string {
	t.Helper()
	_, body := get(t, s, messageStatusPath, query("messageId", id, "phoneNumber", number))
	word, isText := fields(t, body)["statut"].(string)
	if !isText {
		return body
	}
	return word
}

func TestAddMessage_Sequence(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	id := s.AddMessage(Message{ID: "7", Recipients: []Recipient{
		{Number: "0600000001", Statuses: []string{"Waiting", "Waiting", "Delivered"}},
		{Number: "+33600000002", Statuses: []string{"Not delivered"}},
	}})
	expect(t, "id", id, "7")
	for i, want := range []string{"Waiting", "Waiting", "Delivered", "Delivered"} {
		expect(t, "read "+string(rune('1'+i)), statut(t, s, "7", "+33600000001"), want)
		expect(t, "the other recipient", statut(t, s, "7", "0600000002"), "Not delivered")
	}
}

func TestAddMessage_KeepsNothingOfTheCaller(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	statuses := []string{"Waiting", "Delivered"}
	s.AddMessage(Message{ID: "7", Recipients: []Recipient{{Number: "0600000001", Statuses: statuses}}})
	statuses[0] = "ko"
	expect(t, "status", statut(t, s, "7", "0600000001"), "Waiting")
}

func TestAddMessage_Fields(t *testing.T) {
	t.Parallel()
	c := newClock()
	s := New(Options{Options: wire.Options{Now: c.Now}})
	id := s.AddMessage(Message{Recipients: []Recipient{
		{Number: "0600000001"},
		{
			Number: "+4915112345678", StopSMS: true, Cost: "0.1", Currency: "USD", CountryCode: "AT",
			Date: time.Date(2026, time.January, 2, 3, 4, 5, 0, time.UTC),
		},
		{Number: "+4915112345679"},
		{Number: "0600000003", NotFound: true},
	}})
	expect(t, "id", id, "1112")
	ask := func(number string) map[string]any {
		_, body := get(t, s, messageStatusPath, query("messageId", id, "phoneNumber", number))
		return fields(t, body)
	}
	plain := ask("0600000001")
	expect(t, "statut", plain["statut"], "Delivered")
	expect(t, "date", plain["date"], "2026-07-01 12:00:00")
	expect(t, "country", plain["countryCode"], "FR")
	abroad := ask("+4915112345678")
	expect(t, "number", abroad["number"], "+4915112345678")
	expect(t, "stopSms", abroad["stopSms"], true)
	expect(t, "date in Paris", abroad["date"], "2026-01-02 04:04:05")
	expect(t, "currency", abroad["currency"], "USD")
	expect(t, "country", abroad["countryCode"], "AT")
	expect(t, "country of the number", ask("+4915112345679")["countryCode"], "DE")
	expect(t, "success", ask("0600000003")["success"], false)
	expectNoViolations(t, s)
}

func TestAddMessage_Replaces(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.AddMessage(Message{ID: "7", Recipients: []Recipient{{Number: "0600000001"}, {Number: "0600000002"}}})
	s.AddMessage(Message{ID: "7", Recipients: []Recipient{{Number: "0600000001", Statuses: []string{"Waiting"}}}})
	expect(t, "status", statut(t, s, "7", "0600000001"), "Waiting")
	if got := statut(t, s, "7", "0600000002"); !strings.Contains(got, `"code": 4`) {
		t.Errorf("a recipient of the message before answers %s", got)
	}
}
