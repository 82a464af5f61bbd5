package sms

import (
	"fmt"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// three is a batch of contacts.
var three = []NewContact{
	{PhoneNumber: "+33600000001", ContactDetails: allDetails}, {PhoneNumber: "+33600000002"}, {PhoneNumber: "+33600000003"},
}

// writtenRows writes what rows say.
func writtenRows(rows []Row) string {
	var said []string
	for _, row := range rows {
		switch row {
		case Row{}:
			said = append(said, "open")
		case Row{Added: true}:
			said = append(said, "added")
		case Row{InGroup: true}:
			said = append(said, "in the group")
		case Row{Refusal: row.Refusal}:
			said = append(said, row.Refusal)
		default:
			said = append(said, fmt.Sprintf("%+v", row))
		}
	}
	return strings.Join(said, " / ")
}

func TestAddContacts(t *testing.T) {
	t.Parallel()
	const want = `{"contactsList":[{"custom1":"a","custom2":"b","custom3":"c","custom4":"d","date":"1990-01-31","firstname":"Ada","lastname":"L",` +
		`"phoneNumber":"+33600000001","url":"https://example.org"},{"phoneNumber":"+33600000002"},{"phoneNumber":"+33600000003"}],"groupId":"G101"}`
	for name, test := range map[string]struct {
		forms sms.ContactForms
		rows  string
	}{
		"documented": {sms.ContactForms{}, "added / in the group / added"},
		"with ids":   {sms.ContactForms{ContactBatchIDs: true}, "added / in the group / added"},
		"with stops": {sms.ContactForms{ContactBatchStops: true}, "added / in the group / Le numéro est dans la liste des STOP SMS"},
		"with codes": {sms.ContactForms{ContactBatchStops: true, ContactBatchCodes: true}, "added / in the group / code 99"},
	} {
		s, c := start(t, withContacts(test.forms), simulator.DefaultAPIKey)
		s.AddStop("+33600000003")
		s.AddContact(sms.Contact{GroupID: "G101", Number: "0600000002"})
		rows, err := c.AddContacts(t.Context(), "G101", three)
		if err != nil {
			t.Fatal(err)
		}
		expect(t, name+": rows", writtenRows(rows), test.rows)
		expect(t, "body", body(t, s.Requests()[0]), want)
		expectNoViolations(t, s)
	}
}

// A row is found by its number, in whatever spelling and place. Each contact without one
// clear row is left open.
func TestAddContacts_Rows(t *testing.T) {
	t.Parallel()
	const (
		first, second, third = `"phoneNumber": "+33600000001"`, `"phoneNumber": "+33600000002"`, `"phoneNumber": "+33600000003"`
		added                = `"success": true, "code": 200, `
		there                = `"success": false, "code": 15, "message": "Le num\u00e9ro est d\u00e9j\u00e0 dans le groupe", `
	)
	for rows, want := range map[string]string{
		`{` + added + third + `}, {` + there + first + `}, {` + added + second + `}`:                                                              "in the group / added / added",
		`{` + added + `"phoneNumber": "0600000001"}, {` + added + `"phone": "33600000002"}, {` + added + `"phone_number": "00 33 6 00 00 00 03"}`: "added / added / added",
		`{"success": true, ` + first + `}, {"code": 200, ` + second + `}, {"code": "200", ` + third + `}`:                                         "added / added / added",
		`{"success": false, "code": "15", ` + first + `}, {"code": 15, ` + second + `}, {` + third + `}`:                                          "in the group / in the group / open",
		``:                         "open / open / open",
		`{` + added + second + `}`: "open / added / open",
		`{` + added + `"phoneNumber": "+33600000009"}, {` + added + `"phoneNumber": "Ada"}, {` + added + `"contactId": "C1"}`:                         "open / open / open",
		`{` + added + first + `}, {` + added + first + `}, {` + there + second + `}, {` + added + second + `}`:                                        "added / open / open",
		`{"success": false, "message": "Non", ` + first + `}, {"success": false, "code": 9, ` + second + `}, {"success": false, ` + third + `}`:       "Non / code 9 / no reason given",
		`{"success": false, "code": 9, "message": "Num\u00e9ro invalide", ` + first + `}, {"code": 9, "message": " ", ` + second + `}`:                "Numéro invalide / code 9 / open",
		`{"success": true, "code": 15, ` + first + `}, {"success": false, "code": 200, ` + second + `}, {"success": "peut-\u00eatre", ` + third + `}`: "open / open / open",
		`{"success": true, "error": "Non", ` + first + `}, 5, {` + added + third + `}`:                                                                "open / open / added",
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("contact/add", simulator.Step{Body: `{"groupe": {"token": "G101"}, "results": [` + rows + `], "rapport": {"nbline": 3}}`})
		got, err := c.AddContacts(t.Context(), "G101", three)
		if err != nil {
			t.Fatalf("%s: %v", rows, err)
		}
		expect(t, rows, writtenRows(got), want)
	}
}

// A report alone is a success, which does not tell of each contact.
func TestAddContacts_ReportAlone(t *testing.T) {
	t.Parallel()
	for _, answer := range []string{`"rapport": {"nbline": 3, "nbline_imported": 2}`, `"results": null, "rapport": {"nbline": 3}`, `"results": {}, "rapport": {"nbline": 3}`} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("contact/add", simulator.Step{Body: `{` + answer + `}`})
		rows, err := c.AddContacts(t.Context(), "G101", three)
		expect(t, answer+": error", err, nil)
		expect(t, answer+": rows", writtenRows(rows), "open / open / open")
	}
}

// A national number can be that of several contacts, and a row with two numbers makes the
// answer no answer.
func TestAddContacts_Ambiguous(t *testing.T) {
	t.Parallel()
	s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	s.Script("contact/add", simulator.Step{Body: `{"results": [{"success": true, "phoneNumber": "0600000001"}]}`})
	rows, err := c.AddContacts(t.Context(), "G101", []NewContact{{PhoneNumber: "+33600000001"}, {PhoneNumber: "+32600000001"}})
	expect(t, "error", err, nil)
	expect(t, "rows", writtenRows(rows), "open / open")
	for answer, detail := range map[string]string{
		`"results": [{"phoneNumber": "+33600000001", "phone": "+33600000002"}]`: `its "results[0].phone" is "+33600000002", but its "results[0].phoneNumber" is "+33600000001"`,
		`"results": [{"phoneNumber": ["+33600000001"]}]`:                        `its "results[0].phoneNumber" is no single text or number`,
		`"rapport": []`: `the answer has neither "results" nor an error code`,
		`"success": true, "code": 200, "message": "Queued"`:       `the answer reports success, but has no "results"`,
		`"results": [], "errors": [{"code": 9}], "success": true`: `the answer reports success, but has "errors"`,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("contact/add", simulator.Step{Body: `{` + answer + `}`})
		_, err := c.AddContacts(t.Context(), "G101", three)
		failed := failure(t, err, "contact/add", partner.ReasonIncomplete)
		expect(t, "detail", failed.Detail, detail)
		expect(t, "outcome unknown", failed.OutcomeUnknown(), true)
		expect(t, "requests", len(s.Requests()), 1)
	}
}
