package sms

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const bulkPath = wire.BasePath + "/bulk-send"

// bulkBody is a batch of the given number and text pairs.
func bulkBody(t *testing.T, pairs []string, with ...any) string {
	t.Helper()
	entries := []map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		entries = append(entries, map[string]any{"phoneNumber": pairs[i], "message": pairs[i+1]})
	}
	return sendBody(t, append([]any{"phoneNumbers", nil, "message", nil, bulkListParameter, entries}, with...)...)
}

func TestBulkSend_DocumentedExample(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.messages.lastID = 2254443
	_, body := post(t, s, bulkPath, bulkBody(t, []string{"0600000001", "m1", "0600000002", "m2"}, "sender", "ACME"))
	expectDocumented(t, body, "bulk_send.json")
	sent := s.Sent()[0]
	expect(t, "path", sent.Path, "/bulk-send")
	expect(t, "second text", sent.Texts[1], SentText{Number: "+33600000002", Posted: "m2", Text: "m2", Segments: 1})
	expectNoViolations(t, s)
}

func TestBulkSend_AllParameters(t *testing.T) {
	t.Parallel()
	s := New(Options{Options: wire.Options{Now: newClock().Now}})
	_, body := post(t, s, bulkPath, bulkBody(t, []string{"+33600000001", strings.Repeat("a", 161), "+33600000002", "b"},
		"sender", "ACME", "gamme", 1, "tag", "promo1", "scheduledDeliveryDate", "21/10/2030", "time", 9, "minute", 0,
		"isStopSms", 0, "isUnicode", 0, "sandbox", 1, "_format", "json",
		"urlDlr", "https://example.com/dlr", "urlResponse", "https://example.com/reply"))
	expectFields(t, body, `"nbSMS": 3`, `"cost": 0.114`, `"nbSms": 2`, `"cost": 0.076`)
	expect(t, "a schedule in the answer", strings.Contains(body, "scheduledDeliveryDate"), false)
	expect(t, "scheduled", s.Sent()[0].Scheduled.IsZero(), false)
	_, body = post(t, s, bulkPath, bulkBody(t, []string{"+33600000001", "a"}, "_format", "xml"))
	expectFields(t, body, "<entry>1113</entry>", "<![CDATA[+33600000001]]>")
	expectNoViolations(t, s)
}

func TestBulkSend_Refusals(t *testing.T) {
	t.Parallel()
	const noNumber, noNumberEnglish = "Le champ phoneNumbers est requis", "The phoneNumbers field is required"
	pair := []string{"0600000001", "m"}
	long := make([]string, 0, 1002)
	for range 501 {
		long = append(long, pair...)
	}
	expectRefusals(t, http.MethodPost, bulkPath, map[string]refusal{
		"no list":   {body: keyOnly, code: "2", french: noNumber, english: noNumberEnglish},
		"empty":     {body: bulkBody(t, nil), code: "2", french: noNumber, english: noNumberEnglish},
		"text":      {body: bulkBody(t, nil, bulkListParameter, "0600000001"), code: "2", french: noNumber, english: noNumberEnglish},
		"object":    {body: bulkBody(t, nil, bulkListParameter, map[string]string{"phoneNumber": "0600000001"}), code: "2", french: noNumber, english: noNumberEnglish},
		"501 items": {body: bulkBody(t, long), code: "50", french: "Le nombre de numéros autorisés est de 500 maxi", english: "Maximum of 500 numbers"},
	})
	s := New(Options{Senders: []string{"ACME"}})
	s.SetCredits(Credits{Balance: "0.05"})
	_, body := post(t, s, bulkPath, bulkBody(t, []string{"0600000001", "a", "0600000002", "b"}))
	expectFields(t, body, `"code": 11`)
	_, body = post(t, s, bulkPath, bulkBody(t, []string{"0600000001", "a"}, "sender", "OTHER"))
	expectFields(t, body, `"code": 992`)
	expect(t, "sent", len(s.Sent()), 0)
}

func TestBulkSend_Validation(t *testing.T) {
	t.Parallel()
	const want = `{"success":false,"code":9,"error":[` +
		`{"elementId":"children[message].data","message":"Le message est requis"},` +
		`{"elementId":"children[phoneNumber].data","message":"Ce numero de telephone n'est pas valide (12)"},` +
		`{"elementId":"children[sender].data","message":"L'emetteur ne peut pas etre plus long que 11 caracteres"}]}`
	body := bulkBody(t, []string{"0600000001", "", "12", "m"}, "sender", "TwelveLetter")
	_, got := post(t, New(Options{}), bulkPath, body)
	expect(t, "list", compact(t, got), want)
	_, got = post(t, New(Options{Variant: Variant{Forms: wire.Forms{ErrorsKey: "errors"}}}), bulkPath, body)
	expect(t, "list", compact(t, got), strings.Replace(want, "error", "errors", 1))
	_, got = post(t, New(Options{Variant: Variant{Forms: wire.Forms{ErrorsAsText: true}}}), bulkPath, body)
	expect(t, "text", compact(t, got), `{"success":false,"code":9,"error":"Le message est requis, `+
		`Ce numero de telephone n'est pas valide (12), L'emetteur ne peut pas etre plus long que 11 caracteres"}`)
	_, got = post(t, New(Options{Variant: Variant{SendForms: SendForms{SingleCodes: true}}}), bulkPath, body)
	expectFields(t, got, `"code": 43`)
	_, got = post(t, New(Options{}), bulkPath, bulkBody(t, nil, bulkListParameter, []any{"0600000001"}))
	expectFields(t, got, `"code": 9`, "pas valide ()")
}

// Items that fail beside one that does not.
func TestBulkSend_FailedItems(t *testing.T) {
	t.Parallel()
	batch := []string{
		"0600000001", "m",
		"+33600000001", "again",
		"0600000002", "stopped",
		"0140000000", "no mobile",
		"+99912345678", "no price",
		"0600000003", strings.Repeat("a", 1531),
	}
	items := []struct{ number, code, message string }{
		{"+33600000001", "15", "Le numéro est déjà présent dans la liste"},
		{"+33600000002", "14", "Le numéro est dans la liste des STOP SMS"},
		{"+33140000000", "9", "Ne semble pas être un numéro de mobile"},
		{"+99912345678", "13", "Aucun prix par défaut n'a été trouvé pour les numéros suivant"},
		{"+33600000003", "52", "Le nombre de SMS concaténés ne peut excéder 10 SMS"},
	}
	for name, test := range map[string]struct {
		variant Variant
		shape   string
	}{
		"default":           {Variant{}, `{"success":false,"code":CODE,"message":"MESSAGE","phoneNumber":"NUMBER"}`},
		"code as string":    {Variant{ItemForms: ItemForms{ItemCodeAsString: true}}, `{"success":false,"code":"CODE","message":"MESSAGE","phoneNumber":"NUMBER"}`},
		"no code":           {Variant{ItemForms: ItemForms{NoItemCode: true}}, `{"success":false,"message":"MESSAGE","phoneNumber":"NUMBER"}`},
		"no message":        {Variant{ItemForms: ItemForms{NoItemMessage: true}}, `{"success":false,"code":CODE,"phoneNumber":"NUMBER"}`},
		"neither":           {Variant{ItemForms: ItemForms{NoItemCode: true, NoItemMessage: true}}, `{"success":false,"phoneNumber":"NUMBER"}`},
		"numbers as string": {Variant{Forms: wire.Forms{NumbersAsStrings: true}}, `{"success":false,"code":"CODE","message":"MESSAGE","phoneNumber":"NUMBER"}`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(Options{Variant: test.variant})
			s.AddStop("0600000002")
			_, body := post(t, s, bulkPath, bulkBody(t, batch))
			for _, i := range items {
				want := strings.NewReplacer("CODE", i.code, "MESSAGE", i.message, "NUMBER", i.number).Replace(test.shape)
				expectFields(t, compact(t, body), want)
			}
			if !test.variant.NumbersAsStrings {
				expectFields(t, compact(t, body), `"code":200,"message_id":1112`, `"cost":0.038,"nbSMS":1`)
			}
			expect(t, "texts sent", len(s.Sent()[0].Texts), 1)
		})
	}
}

func TestBulkSend_LowCost(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	_, body := post(t, s, bulkPath, bulkBody(t, []string{"0600000001", strings.Repeat("a", 161), "0600000002", "b"}, "gamme", 2))
	expectFields(t, compact(t, body), `"code":42,`, `"nbSMS":1`, `"cost":0.025`)
}

// When no item is left, the batch is refused, with what is wrong with each.
func TestBulkSend_AllFailed(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.AddStop("0600000001")
	_, body := post(t, s, bulkPath, bulkBody(t, []string{"0600000001", "m", "0140000000", "m"}))
	expect(t, "body", compact(t, body), `{"success":false,"code":55,"message":"Aucun numéro à envoyer","errors":[`+
		`{"success":false,"code":"14","message":"Le numéro est dans la liste des STOP SMS"},`+
		`{"success":false,"code":"9","message":"Ne semble pas être un numéro de mobile"}]}`)
	expect(t, "sent", len(s.Sent()), 0)
}

func TestBulkSend_Violations(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ body, want string }{
		"a list as number": {bulkBody(t, []string{"0600000001,0600000002", "m"}), `parameter "SMSList[0].phoneNumber": "0600000001,0600000002" is neither`},
		"other member":     {bulkBody(t, nil, bulkListParameter, []any{map[string]any{"phoneNumber": "0600000001", "message": "m", "tag": "a"}}), `unknown parameter "SMSList[0].tag"`},
		"number":           {bulkBody(t, nil, bulkListParameter, []any{map[string]any{"phoneNumber": "0600000001", "message": 1}}), `parameter "SMSList[0].message" is not text`},
		"list of send":     {bulkBody(t, []string{"0600000001", "m"}, "phoneNumbers", "0600000001"), `unknown parameter "phoneNumbers"`},
		"text":             {bulkBody(t, nil, bulkListParameter, "x"), `parameter "SMSList" is not a list`},
	} {
		s := New(Options{})
		post(t, s, bulkPath, test.body)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			expectViolation(t, s, "POST /v1/bulk-send: ", test.want)
		})
	}
}

func TestBulkSend_Cancel(t *testing.T) {
	t.Parallel()
	s := New(Options{Options: wire.Options{Now: newClock().Now}})
	_, body := post(t, s, bulkPath, bulkBody(t, []string{"0600000001", "a", "0600000002", "b"}, "scheduledDeliveryDate", "02/07/2026", "time", 0, "minute", 0))
	expect(t, "id", fields(t, body)["message_id"], json.Number("1112"))
	_, body = get(t, s, cancelPath, query("messageId", "1112"))
	expectFields(t, body, `"success": true`)
	expect(t, "cancelled", s.Sent()[0].Cancelled, true)
}
