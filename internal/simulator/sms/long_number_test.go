package sms

import (
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const vnPath = wire.BasePath + longNumberPath

func longNumberBody(t *testing.T, with ...any) string {
	t.Helper()
	return sendBody(t, append([]any{"phoneNumbers", nil, "to", "33600000001", "from", "33700000000"}, with...)...)
}

func TestLongNumber_DocumentedExample(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.messages.lastID = 122
	_, body := post(t, s, vnPath, longNumberBody(t))
	expectDocumented(t, body, "long_number.json")
	sent := s.Sent()[0]
	expect(t, "from", sent.Sender, "33700000000")
	expect(t, "to", sent.Texts[0].Number, "+33600000001")
	expectNoViolations(t, s)
}

func TestLongNumber_AllParameters(t *testing.T) {
	t.Parallel()
	s := New(Options{Senders: []string{"33700000000"}})
	_, body := post(t, s, vnPath, longNumberBody(t, "to", "33600000001,33600000002", "tag", "t1", "sandbox", 0, "isStopSms", 1,
		"urlDlr", "https://example.com/dlr", "urlResponse", "https://example.com/reply", "_format", "json"))
	expectFields(t, body, `"nb_sms": 2`, `"cost": 0.1,`)
	expect(t, "text", s.Sent()[0].Texts[1].Text, "Hello"+stopText)
	_, body = post(t, s, vnPath, longNumberBody(t, "sandbox", 1))
	expectFields(t, body, `"success": true`)
	expect(t, "sandbox", s.Sent()[1].Sandbox, true)
	expectNoViolations(t, s)
}

func TestLongNumber_Refusals(t *testing.T) {
	t.Parallel()
	const noNumber, noNumberEnglish = "Le champ phoneNumbers est requis", "The phoneNumbers field is required"
	expectRefusals(t, http.MethodPost, vnPath, map[string]refusal{
		"no recipient": {body: longNumberBody(t, "to", nil), code: "2", french: noNumber, english: noNumberEnglish},
		"twice":        {body: longNumberBody(t, "to", "33600000001,33600000001"), code: "15", french: "Le numéro est déjà présent dans la liste", english: "The number is already present in the list"},
		"501":          {body: longNumberBody(t, "to", strings.ReplaceAll(numbers(501), "+", "")), code: "50", french: "Le nombre de numéros autorisés est de 500 maxi", english: "Maximum of 500 numbers"},
		"11 parts":     {body: longNumberBody(t, "message", strings.Repeat("a", 1531)), code: "52", french: "Le nombre de SMS concaténés ne peut excéder 10 SMS", english: "No more than 10 concatenated SMS"},
	})
	const want = `{"success":false,"code":9,"error":[` +
		`{"elementId":"children[message].data","message":"Le message est requis"},` +
		`{"elementId":"children[from].data","message":"L'emetteur est invalide"},` +
		`{"elementId":"children[to].data","message":"Ce numero de telephone n'est pas valide (x)"}]}`
	_, body := post(t, New(Options{}), vnPath, longNumberBody(t, "message", nil, "from", "ACME", "to", "x"))
	expect(t, "list", compact(t, body), want)
	_, body = post(t, New(Options{Variant: Variant{SendForms: SendForms{SingleCodes: true}}}), vnPath, longNumberBody(t, "from", nil))
	expect(t, "no sender", body, errorAnswer("44", "L'émetteur est invalide"))
	_, body = post(t, New(Options{Senders: []string{"33700000000"}}), vnPath, longNumberBody(t, "from", "33700000001"))
	expect(t, "another's number", body, errorAnswer("992", "Sender non autorisé"))
}

func TestLongNumber_Violations(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		with []any
		want string
	}{
		"plus in to":   {[]any{"to", "+33600000001"}, `parameter "to": "+33600000001" holds a part that is not an international number without plus sign`},
		"national":     {[]any{"to", "0600000001"}, "without plus sign"},
		"plus in from": {[]any{"from", "+33700000000"}, `parameter "from": "+33700000000" is not an international number without plus sign`},
		"blank":        {[]any{"to", "33600000001, 33600000002"}, "without plus sign"},
		"range":        {[]any{"gamme", 2}, `unknown parameter "gamme"`},
		"capital":      {[]any{"To", "33600000001"}, `unknown parameter "To"`},
	} {
		s := New(Options{})
		_, body := post(t, s, vnPath, longNumberBody(t, test.with...))
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			expectViolation(t, s, "POST /v1/vn/send: ", test.want)
			expectFields(t, body, `"success": true`, `"cost": 0.`)
		})
	}
	// No schedule is documented: the message leaves at once.
	s := New(Options{Options: wire.Options{Now: newClock().Now}})
	post(t, s, vnPath, longNumberBody(t, "scheduledDeliveryDate", "02/07/2026"))
	expectViolation(t, s, "POST", `unknown parameter "scheduledDeliveryDate"`)
	expect(t, "leaves", s.Sent()[0].Leaves, newClock().Now())
}
