package sms

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const rcsPath = wire.BasePath + "/rcs/send"

// conversation is a documented content, or what stands in its place.
func conversation(more string) json.RawMessage {
	return json.RawMessage(`{"conversation":{` + more + `}}`)
}

// rcsBody is the documented request, with other parameters.
func rcsBody(t *testing.T, with ...any) string {
	t.Helper()
	return sendBody(t, append([]any{
		"message", nil, "phoneNumbers",
		[]string{"+33600000001"},
		"isUnicode", 1,
		"richContent", conversation(`"text":"Will you come?","suggestions":[{"reply":{"text":"Yes","postbackData":"pb_1"}},{"reply":{"text":"No","postbackData":"pb_2"}}]`),
		"failover",
		map[string]any{"sender": "ACME", "message": "Will you come?", "isStopSms": 0, "isUnicode": 0},
	}, with...)...)
}

func TestRCS_DocumentedExample(t *testing.T) {
	t.Parallel()
	s := New(Options{Options: wire.Options{Now: newClock().Now}})
	s.messages.lastID = 0
	_, body := post(t, s, rcsPath, rcsBody(t))
	expectDocumented(t, body, "rcs_send.json")
	_, body = post(t, s, rcsPath, rcsBody(t, "phoneNumbers", []string{"0600000001", "+33600000002"}, "failover", nil,
		"scheduledDeliveryDate", "05/07/2030", "time", 10, "minute", 35))
	expectFields(t, compact(t, body), `"message_id":2,"nb_rcs":2,"cost":0.24,"currency":"EUR"`)
	expect(t, "schedule", s.Sent()[1].Scheduled.Format("2006-01-02 15:04"), "2030-07-05 10:35")
	expect(t, "to", s.Sent()[1].Texts[0], SentText{Number: "+33600000001", Segments: 1})
	_, credits := get(t, s, mePath, query())
	expectFields(t, credits, `"balance": "51.759"`, `"toSend": 0,`)
	expectNoViolations(t, s)
}

// Whether the status calls and the call that cancels know an RCS is not documented: they do
// not.
func TestRCS_NotAnSMS(t *testing.T) {
	t.Parallel()
	s := New(Options{Marketing: true, Options: wire.Options{Now: newClock().Now}})
	post(t, s, rcsPath, rcsBody(t, "scheduledDeliveryDate", "05/07/2030", "time", 10, "minute", 35))
	expect(t, "shown", s.Sent()[0].Texts[0].Text, "")
	for path, asked := range map[string]string{cancelPath: "", wire.BasePath + "/message-status": "0600000001", wire.BasePath + "/bulk-status": ""} {
		_, body := get(t, s, path, query("messageId", "1112", "phoneNumber", asked))
		if !strings.Contains(body, `"code": 4`) && !strings.Contains(body, "introuvable") {
			t.Errorf("%s: %s", path, body)
		}
	}
}

func TestRCS_Refusals(t *testing.T) {
	t.Parallel()
	const noNumber, noNumberEnglish = "Le champ phoneNumbers est requis", "The phoneNumbers field is required"
	expectRefusals(t, http.MethodPost, rcsPath, map[string]refusal{
		"no number":   {body: rcsBody(t, "phoneNumbers", nil), code: "2", french: noNumber, english: noNumberEnglish},
		"text":        {body: rcsBody(t, "phoneNumbers", "+33600000001"), code: "2", french: noNumber, english: noNumberEnglish},
		"501 numbers": {body: rcsBody(t, "phoneNumbers", strings.Split(numbers(501), ",")), code: "50", french: "Le nombre de numéros autorisés est de 500 maxi", english: "Maximum of 500 numbers"},
		"twice":       {body: rcsBody(t, "phoneNumbers", []string{"0600000001", "0600000001"}), code: "15", french: "Le numéro est déjà présent dans la liste", english: "The number is already present in the list"},
	})
	const want = `{"success":false,"code":9,"error":[` +
		`{"elementId":"children[isUnicode].data","message":"Le champ isUnicode est requis"},` +
		`{"elementId":"children[richContent].data","message":"Le contenu est requis"},` +
		`{"elementId":"children[phoneNumbers].data","message":"Ce numero de telephone n'est pas valide (x)"},` +
		`{"elementId":"children[minute].data","message":"La minute est requise"},` +
		`{"elementId":"children[time].data","message":"L'heure est requise"}]}`
	_, body := post(t, New(Options{}), rcsPath, rcsBody(t, "richContent", nil, "isUnicode", nil, "phoneNumbers", []string{"x"}, "scheduledDeliveryDate", "05/07/2099"))
	expect(t, "list", compact(t, body), want)
	s := New(Options{})
	s.SetCredits(Credits{Balance: "0.11"})
	_, body = post(t, s, rcsPath, rcsBody(t))
	expectFields(t, body, `"code": 11`)
	expect(t, "sent", len(s.Sent()), 0)
}

func TestRCS_Forms(t *testing.T) {
	t.Parallel()
	const inactive = "Le RCS n'est pas activé"
	for name, test := range map[string]struct {
		forms   RCSForms
		with    []any
		refused string // empty where it is sent
	}{
		"a list, as the table has none":    {RCSForms{RCSNumbersAsText: true}, nil, errorAnswer("2", "Le champ phoneNumbers est requis")},
		"a text":                           {RCSForms{RCSNumbersAsText: true}, []any{"phoneNumbers", "+33600000001,0600000002"}, ""},
		"not activated":                    {RCSForms{RCSOff: true}, nil, errorAnswer("99", inactive)},
		"not activated, with any code":     {RCSForms{RCSOff: true, RCSCode: 777}, nil, errorAnswer("777", inactive)},
		"any code for a mistake":           {RCSForms{RCSCode: 777}, []any{"phoneNumbers", nil}, errorAnswer("777", "Le champ phoneNumbers est requis")},
		"any code, where nothing is wrong": {RCSForms{RCSCode: 777}, nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(Options{Variant: Variant{RCSForms: test.forms}})
			_, body := post(t, s, rcsPath, rcsBody(t, test.with...))
			expect(t, "sent", len(s.Sent()) == 1, test.refused == "")
			if test.refused != "" {
				expect(t, "body", body, test.refused)
			}
		})
	}
}

// What is documented passes, and so does what is not known: a carousel, other suggestions,
// more fields of a card.
func TestRCS_Violations(t *testing.T) {
	t.Parallel()
	reply := `{"reply":{"text":"Yes","postbackData":"y"}}`
	for name, test := range map[string]struct {
		with []any
		want string
	}{
		"a file":               {[]any{"richContent", conversation(`"file":{"media":{"fileUrl":"https://example.com/a.png"}},"suggestions":[]`)}, ""},
		"a card":               {[]any{"richContent", conversation(`"richCard":{"orientation":"HORIZONTAL","thumbnailImageAlignment":"LEFT","title":"Title","description":"Text"}`)}, ""},
		"another alignment":    {[]any{"richContent", conversation(`"richCard":{"orientation":"HORIZONTAL","thumbnailImageAlignment":"RIGHT","media":{}}`)}, ""},
		"a carousel":           {[]any{"richContent", conversation(`"carousel":{}`)}, ""},
		"another suggestion":   {[]any{"richContent", conversation(`"text":"a","suggestions":[{"action":{}}]`)}, ""},
		"the most":             {[]any{"richContent", conversation(`"text":"a","suggestions":[` + strings.Repeat(reply+",", 3) + reply + `]`)}, ""},
		"numbers as text":      {[]any{"phoneNumbers", "33600000001"}, `parameter "phoneNumbers": "33600000001" holds a part that`},
		"numbers as object":    {[]any{"phoneNumbers", map[string]any{}}, `parameter "phoneNumbers" is not a list`},
		"a number as number":   {[]any{"phoneNumbers", []any{600000001}}, `parameter "phoneNumbers" holds a part that is not text`},
		"no number":            {[]any{"phoneNumbers", []any{"33600000001"}}, `parameter "phoneNumbers" holds "33600000001", which is neither`},
		"isUnicode 0":          {[]any{"isUnicode", 0}, `parameter "isUnicode": "0" is not one of 1`},
		"a tag":                {[]any{"tag", "a"}, `unknown parameter "tag"`},
		"content as text":      {[]any{"richContent", "a"}, `parameter "richContent" is neither a list nor an object`},
		"a list":               {[]any{"richContent", []any{1}}, `parameter "richContent" is not an object`},
		"no conversation":      {[]any{"richContent", map[string]any{"text": "a"}}, "has no conversation"},
		"empty":                {[]any{"richContent", conversation("")}, "has an empty conversation"},
		"two forms":            {[]any{"richContent", conversation(`"text":"a","richCard":{}`)}, "has more than one form: richCard, text"},
		"blank":                {[]any{"richContent", conversation(`"text":" "`)}, "has a text that is blank"},
		"http":                 {[]any{"richContent", conversation(`"file":{"media":{"fileUrl":"http://example.com/a.png"}}`)}, "which is not an https address"},
		"no card":              {[]any{"richContent", conversation(`"richCard":1`)}, "has a richCard that is not an object"},
		"orientation":          {[]any{"richContent", conversation(`"richCard":{"orientation":"DIAGONAL"}`)}, "has the orientation DIAGONAL"},
		"alignment":            {[]any{"richContent", conversation(`"richCard":{"orientation":"VERTICAL","thumbnailImageAlignment":"LEFT"}`)}, "without being HORIZONTAL"},
		"title":                {[]any{"richContent", conversation(`"richCard":{"title":"` + strings.Repeat("é", 201) + `"}`)}, "has a title that is not a text of at most 200 characters"},
		"description":          {[]any{"richContent", conversation(`"richCard":{"description":"` + strings.Repeat("é", 501) + `"}`)}, "has a description that is not a text of at most 500 characters"},
		"suggestions of cards": {[]any{"richContent", conversation(`"richCard":{},"suggestions":[]`)}, "has suggestions beside a card"},
		"5 suggestions":        {[]any{"richContent", conversation(`"text":"a","suggestions":[` + strings.Repeat(reply+",", 4) + reply + `]`)}, "not a list of at most 4"},
		"no suggestion":        {[]any{"richContent", conversation(`"text":"a","suggestions":["Yes"]`)}, "has a suggestion that is not an object"},
		"no data":              {[]any{"richContent", conversation(`"text":"a","suggestions":[{"reply":{"text":"Yes"}}]`)}, "has a reply without postbackData"},
		"failover's sender":    {[]any{"failover", map[string]any{"sender": "A", "message": "m"}}, `parameter "failover.sender": "A" does not have 3 to 11 characters`},
		"failover's flag":      {[]any{"failover", map[string]any{"message": "m", "isStopSms": "1"}}, `parameter "failover.isStopSms" is not a number`},
		"failover's text":      {[]any{"failover", map[string]any{"sender": "ACME"}}, `parameter "failover" has no message`},
		"failover's length":    {[]any{"failover", map[string]any{"message": strings.Repeat("a", 1531)}}, `the message of parameter "failover" takes more than 10 SMS`},
		"failover as text":     {[]any{"failover", "m"}, `parameter "failover" is not an object`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(Options{})
			post(t, s, rcsPath, rcsBody(t, test.with...))
			if test.want == "" {
				expectNoViolations(t, s)
				expect(t, "sent", len(s.Sent()), 1)
				return
			}
			expectViolation(t, s, "POST /v1/rcs/send: ", test.want)
		})
	}
}

// An RCS is held in quiet hours like an SMS.
func TestRCS_QuietHours(t *testing.T) {
	t.Parallel()
	night := []any{"scheduledDeliveryDate", "05/07/2030", "time", 23, "minute", 0}
	for _, held := range []bool{false, true} {
		s := New(Options{Marketing: true, Options: wire.Options{Now: newClock().Now}, Variant: Variant{QuietForms: QuietForms{QuietHoursHeld: held}}})
		_, body := post(t, s, rcsPath, rcsBody(t, night...))
		if held {
			expect(t, "leaves", s.Sent()[0].Leaves.Format("2006-01-02 15:04"), "2030-07-06 08:00")
			continue
		}
		expectFields(t, body, `"code": 22`)
	}
}
