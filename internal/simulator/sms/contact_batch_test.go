package sms

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// batchBody is a body that adds contacts, each given by its members, to the group G101.
func batchBody(contacts ...string) string {
	return contactBody(`"groupId": "G101", "contactsList": [{` + strings.Join(contacts, "}, {") + `}]`)
}

// phones are the members of n contacts.
func phones(n int) []string {
	var contacts []string
	for i := range n {
		contacts = append(contacts, fmt.Sprintf(`"phoneNumber": "+336%08d"`, i))
	}
	return contacts
}

func TestContactBatch_Answer(t *testing.T) {
	t.Parallel()
	s, _ := withContact(ContactForms{}, nil)
	s.AddContact(Contact{GroupID: "G101", Number: "0600000002"})
	_, body := post(t, s, contactAddPath, batchBody(`"phoneNumber": "0600000001", "firstname": "Ada"`, `"phoneNumber": "+33600000002"`))
	expectDocumented(t, body, "contact_batch.json")
	expect(t, "contacts", contactsOf(s), "+33600000001, +33600000002")
	expectNoViolations(t, s)
}

func TestContactBatch_Refusals(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		contactBody(`"contactsList": [{"phoneNumber": "0600000001"}]`): errorAnswer("1", "groupId est requis"),
		contactBody(`"groupId": "G101", "contactsList": []`):           errorAnswer("2", "Contact infos sont requises"),
		batchBody(phones(501)...):                                      errorAnswer("50", "Le nombre de contacts est limité à 500"),
	} {
		s := New(Options{})
		_, answer := post(t, s, contactAddPath, body)
		expect(t, "answer", answer, want)
		expect(t, "contacts", contactsOf(s), "")
	}
	s := New(Options{})
	_, body := post(t, s, contactAddPath, batchBody(phones(500)...))
	expectFields(t, body, `"nbline_imported": 500`)
	expect(t, "contacts", len(s.Contacts("G101")), 500)
}

// Each row is taken or refused by itself, and each reason is counted.
func TestContactBatch_Rows(t *testing.T) {
	t.Parallel()
	rows := []string{
		`"phoneNumber": "0600000002", "firstname": "Ada", "date": "1990-01-31"`, // taken
		`"phoneNumber": "0600000001"`,                                           // is in the group
		`"phoneNumber": "12"`,
		`"firstname": "Grace"`,
		`"phoneNumber": "0600000003", "date": "soon"`,
		`"phoneNumber": "0600000004", "url": "example.org"`,
		`"phoneNumber": "0600000009"`, // is on the STOP list
		`"phoneNumber": "+33600000002"`,
	}
	const taken, there = `"success":true,"code":200,"phoneNumber":"+33600000002"`, `"success":false,"code":15,"phoneNumber":"+33600000001"`
	for name, test := range map[string]struct {
		forms    ContactForms
		imported int
		counts   string
		rows     []string
	}{
		"with messages": {ContactForms{}, 2, `"stopSms":0,"invalidePhone":1,"duplicatePhone":0,"allreadyInGroupe":2,"urlInvalide":1,"dateInvalide":1,"empty":1`, []string{
			"{" + taken + "}", there, `{"success":false,"phoneNumber":"12","message":"Le numéro est invalide"}`, `"message":"Le numéro est vide"`,
			`"message":"La date est invalide"`, `"message":"L'URL est invalide"`, `"success":true,"code":200,"phoneNumber":"+33600000009"`,
		}},
		"with codes": {ContactForms{ContactBatchCodes: true}, 2, `"stopSms":0,`, []string{there, `{"success":false,"code":99,"phoneNumber":"12"}`}},
		"with ids":   {ContactForms{ContactBatchIDs: true}, 2, `"stopSms":0,`, []string{"{" + taken + `,"contactId":"C1002"}`}},
		"with stops": {ContactForms{ContactBatchStops: true}, 1, `"stopSms":1,`, []string{
			`{"success":false,"phoneNumber":"+33600000009","message":"Le numéro est dans la liste des STOP SMS"}`,
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, _ := withContact(test.forms, nil)
			s.AddStop("0600000009")
			_, body := post(t, s, contactAddPath, batchBody(rows...))
			expectFields(t, compact(t, body), test.rows...)
			expectFields(t, compact(t, body), `"nbline":8,`, fmt.Sprintf(`"nbline_imported":%d,"nbline_updated":0`, test.imported), test.counts)
			expect(t, "contacts", len(s.Contacts("G101")), 1+test.imported)
		})
	}
}

// A batch has one of two paths. The other answers without the envelope, and is no departure
// from the documentation. Single contacts keep theirs.
func TestContactBatch_Path(t *testing.T) {
	t.Parallel()
	for other, paths := range map[bool][2]string{false: {contactAddPath, contactOtherPath}, true: {contactOtherPath, contactAddPath}} {
		s := New(Options{Variant: Variant{ContactForms: ContactForms{ContactMultipleAdd: other}}})
		status, body := post(t, s, paths[1], batchBody(phones(1)...))
		expect(t, paths[1], status, http.StatusNotFound)
		expect(t, paths[1]+": envelope", strings.Contains(body, "success"), false)
		status, body = post(t, s, paths[0], batchBody(phones(1)...))
		expect(t, paths[0], status, http.StatusOK)
		expectFields(t, body, `"nbline_imported": 1`)
		_, body = post(t, s, contactAddPath, newContact(""))
		expectFields(t, body, `"success": true`)
		expectNoViolations(t, s)
	}
	s := New(Options{Variant: Variant{ContactForms: ContactForms{ContactMultipleAdd: true}}})
	_, body := post(t, s, contactOtherPath, `{"apiKey": "no"}`)
	expect(t, "wrong key", body, errorAnswer("10", "Clef API incorrecte"))
	_, body = post(t, s, contactOtherPath, `{"contactsList": [{"phoneNumber": "0600000001"}]}`)
	expect(t, "no key", body, errorAnswer("10", "La Clé API est requise"))
	post(t, s, contactOtherPath, newContact(""))
	expectViolation(t, s, "POST "+wire.BasePath+"/contact/multiple/add: ", `unknown parameter "contact"`)
}
