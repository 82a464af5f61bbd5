package sms

import (
	"net/http"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const surveyPath = wire.BasePath + "/sondage/to/send"

func surveyBody(t *testing.T, with ...any) string {
	t.Helper()
	return sendBody(t, append([]any{"message", nil, "sondageIdent", "SONDAGE_IDENT"}, with...)...)
}

func TestSurvey_DocumentedExample(t *testing.T) {
	t.Parallel()
	s := New(Options{Options: wire.Options{Now: newClock().Now}})
	s.messages.lastID = 306
	_, body := post(t, s, surveyPath, surveyBody(t, "scheduledDeliveryDate", "05/07/2030", "time", 10, "minute", 35))
	expectDocumented(t, body, "survey.json")
	sent := s.Sent()[0]
	expect(t, "survey", sent.Survey, "SONDAGE_IDENT")
	expect(t, "schedule", sent.Scheduled.Format("2006-01-02 15:04"), "2030-07-05 10:35")
	_, body = post(t, s, surveyPath, surveyBody(t, "phoneNumbers", "+33600000001,+33600000002", "tag", "t1", "_format", "json"))
	expectFields(t, body, `"nb_sms": 2`)
	_, body = get(t, s, cancelPath, query("messageId", "307"))
	expectFields(t, body, `"success": true`)
	expectNoViolations(t, s)
}

func TestSurvey_Refusals(t *testing.T) {
	t.Parallel()
	expectRefusals(t, http.MethodPost, surveyPath, map[string]refusal{
		"no number":   {body: surveyBody(t, "phoneNumbers", ""), code: "2", french: "Le champ phoneNumbers est requis", english: "The phoneNumbers field is required"},
		"501 numbers": {body: surveyBody(t, "phoneNumbers", numbers(501)), code: "50", french: "Le nombre de numéros autorisés est de 500 maxi", english: "Maximum of 500 numbers"},
		"twice":       {body: surveyBody(t, "phoneNumbers", "0600000001,0600000001"), code: "15", french: "Le numéro est déjà présent dans la liste", english: "The number is already present in the list"},
	})
	const want = `{"success":false,"code":9,"error":[` +
		`{"elementId":"children[sondageIdent].data","message":"L'identifiant du sondage est requis"},` +
		`{"elementId":"children[phoneNumber].data","message":"Ce numero de telephone n'est pas valide (x)"},` +
		`{"elementId":"children[minute].data","message":"La minute est requise"},` +
		`{"elementId":"children[time].data","message":"L'heure est requise"}]}`
	_, body := post(t, New(Options{}), surveyPath, surveyBody(t, "sondageIdent", nil, "phoneNumbers", "x", "scheduledDeliveryDate", "05/07/2099"))
	expect(t, "list", compact(t, body), want)
	s := New(Options{})
	s.SetCredits(Credits{Balance: "0"})
	_, body = post(t, s, surveyPath, surveyBody(t))
	expectFields(t, body, `"code": 11`)
}

// No text, sender, range, sandbox or callback is documented. One that is asked
// for all the same does not keep the survey from being sent.
func TestSurvey_Violations(t *testing.T) {
	t.Parallel()
	for name, value := range map[string]any{
		"message": "m", "sender": "ACME", "gamme": 2, "sandbox": 1, "isStopSms": 1, "isUnicode": 1,
		"urlDlr": "https://example.com/", "urlResponse": "https://example.com/",
	} {
		s := New(Options{})
		_, body := post(t, s, surveyPath, surveyBody(t, name, value))
		expectViolation(t, s, "POST /v1/sondage/to/send: ", `unknown parameter "`+name+`"`)
		expectFields(t, body, `"nb_sms": 1`, `"cost": 0.038`)
		sent := s.Sent()[0]
		expect(t, "sandbox", sent.Sandbox, false)
		expect(t, "sender", sent.Sender, "")
		expect(t, "text", sent.Texts[0].Text, "")
	}
}
