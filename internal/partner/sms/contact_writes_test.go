package sms

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

func TestAddContact(t *testing.T) {
	t.Parallel()
	const all = `"custom1":"a","custom2":"b","custom3":"c","custom4":"d","date":"1990-01-31","firstname":"Ada","lastname":"L",`
	for details, want := range map[ContactDetails]string{
		{}:         `{"contact":{"phoneNumber":"+33600000001"},"groupId":"G101"}`,
		allDetails: `{"contact":{` + all + `"phoneNumber":"+33600000001","url":"https://example.org"},"groupId":"G101"}`,
	} {
		s, c := start(t, withContacts(sms.ContactForms{ContactNoShortURL: true}), simulator.DefaultAPIKey)
		id, err := c.AddContact(t.Context(), "G101", "+33600000001", details)
		if err != nil {
			t.Fatal(err)
		}
		expect(t, "id", id, "C1001")
		expect(t, "body", body(t, s.Requests()[0]), want)
		contact, err := c.Contact(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		expect(t, "differing", strings.Join(details.Differing(contact.ContactDetails), " "), "")
		expectNoViolations(t, s)
	}
}

func TestAddContact_Refused(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]partner.Meaning{
		"1": partner.MeaningRefused, "2": partner.MeaningRefused, "10": partner.MeaningKeyInvalid, "15": partner.MeaningExists, `"15"`: partner.MeaningExists,
		"99": partner.MeaningUnknown,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("contact/add", simulator.Step{Body: `{"success": false, "code": ` + code + `}`})
		_, err := c.AddContact(t.Context(), "G101", "+33600000001", ContactDetails{})
		failed := failure(t, err, "contact/add", partner.ReasonVendor)
		expect(t, code, failed.Meaning(), want)
		expect(t, "outcome unknown", failed.OutcomeUnknown(), false)
	}
}

// An answer about another number, or without an id, is not that of this call.
func TestAddContact_Unclear(t *testing.T) {
	t.Parallel()
	for contact, detail := range map[string]string{
		`{"phoneNumber": "0600000001", "contactId": 456}`:                      "",
		`{"contactId": "C456"}`:                                                "",
		`{"phoneNumber": "+33600000002", "contactId": "C456"}`:                 `it is not about phone number +33600000001, but about phone number "+33600000002"`,
		`{"phoneNumber": "+33600000001"}`:                                      `its "contact" has no contactId`,
		`{"phoneNumber": "+33600000001", "contactId": 0}`:                      `its "contact" has no contactId`,
		`{"phoneNumber": "+33600000001", "contactId": "A", "contact_id": "B"}`: `its "contact.contactId" is "A", but its "contact.contact_id" is "B"`,
		`[]`: `the answer reports success, but has no "contact"`,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("contact/add", simulator.Step{Body: `{"success": true, "code": 200, "contact": ` + contact + `}`})
		id, err := c.AddContact(t.Context(), "G101", "+33600000001", ContactDetails{})
		if detail == "" {
			expect(t, contact+": id", strings.TrimPrefix(id, "C"), "456")
			expect(t, contact+": error", err, nil)
			continue
		}
		failed := failure(t, err, "contact/add", partner.ReasonIncomplete)
		expect(t, "detail", failed.Detail, detail)
		expect(t, "outcome unknown", failed.OutcomeUnknown(), true)
		expect(t, "requests", len(s.Requests()), 1)
	}
}

// A change sends all details, since what becomes of those that are left out is not
// documented.
func TestUpdateContact(t *testing.T) {
	t.Parallel()
	for name, forms := range map[string]sms.ContactForms{"keeps": {}, "clears": {ContactUpdateClears: true}, "sets numbers": {ContactUpdateNumber: true}} {
		s, c := start(t, withContacts(forms), simulator.DefaultAPIKey)
		id := s.AddContact(sms.Contact{GroupID: "G101", Number: "+33600000001", Details: map[string]string{"custom4": "old", "firstname": "Grace"}})
		details := ContactDetails{Firstname: "Ada", Date: "1990-01-31"}
		if err := c.UpdateContact(t.Context(), id, "+33600000001", details); err != nil {
			t.Fatal(err)
		}
		expect(t, "body", body(t, s.Requests()[0]), `{"contact":{"custom1":"","custom2":"","custom3":"","custom4":"","date":"1990-01-31","firstname":"Ada",`+
			`"lastname":"","phoneNumber":"+33600000001","url":""},"contactId":"C1001"}`)
		contact, err := c.Contact(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		expect(t, name+": differing", strings.Join(details.Differing(contact.ContactDetails), " "), "")
		expect(t, name+": number", contact.PhoneNumber, "+33600000001")
		expectNoViolations(t, s)
	}
}

func TestUpdateContact_Refused(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]partner.Meaning{
		"1": partner.MeaningRefused, "2": partner.MeaningRefused, "10": partner.MeaningKeyInvalid, "15": partner.MeaningExists, "404": partner.MeaningNotFound,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("contact/update", simulator.Step{Body: `{"success": false, "code": ` + code + `}`})
		failed := failure(t, c.UpdateContact(t.Context(), "C456", "+33600000001", allDetails), "contact/update", partner.ReasonVendor)
		expect(t, code, failed.Meaning(), want)
		expect(t, "outcome unknown", failed.OutcomeUnknown(), false)
	}
	for code, forms := range map[string]sms.ContactForms{"404": {}, "1": {ContactUpdateUnknown1: true}} {
		_, c := start(t, withContacts(forms), simulator.DefaultAPIKey)
		err := c.UpdateContact(t.Context(), "C456", "+33600000001", allDetails)
		expect(t, "code", failure(t, err, "contact/update", partner.ReasonVendor).Code, code)
	}
}

func TestUpdateContact_Unclear(t *testing.T) {
	t.Parallel()
	for answer, detail := range map[string]string{
		`"contact": {"phoneNumber": "+33600000001", "firstname": "Ada"}`: "",
		`"contact": {"contactId": "C457"}`:                               `it is not about contact C456, but about contact "C457"`,
		`"message": "Request queued for processing"`:                     `the answer reports success, but has no "contact"`,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("contact/update", simulator.Step{Body: `{"success": true, "code": 200, ` + answer + `}`})
		err := c.UpdateContact(t.Context(), "C456", "+33600000001", allDetails)
		if detail == "" {
			expect(t, answer, err, nil)
			continue
		}
		failed := failure(t, err, "contact/update", partner.ReasonIncomplete)
		expect(t, "detail", failed.Detail, detail)
		expect(t, "outcome unknown", failed.OutcomeUnknown(), true)
	}
}

// One that is not there any more is deleted, in whatever words the vendor says so.
func TestDeleteContact(t *testing.T) {
	t.Parallel()
	for _, forms := range []sms.ContactForms{{}, {ContactDeleteTexts: true}} {
		s, c := start(t, withContacts(forms), simulator.DefaultAPIKey)
		id := s.AddContact(sms.Contact{GroupID: "G101", Number: "+33600000001"})
		for range 2 {
			expect(t, "error", c.DeleteContact(t.Context(), id), nil)
		}
		expect(t, "body", body(t, s.Requests()[0]), `{"contactId":"C1001"}`)
		expect(t, "contacts", len(s.Contacts("G101")), 0)
		expectNoViolations(t, s)
	}
}

func TestDeleteContact_Refused(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]partner.Meaning{"1": partner.MeaningRefused, "10": partner.MeaningKeyInvalid, "15": partner.MeaningUnknown} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("contact/delete", simulator.Step{Body: `{"success": false, "code": ` + code + `}`})
		expect(t, code, failure(t, c.DeleteContact(t.Context(), "C456"), "contact/delete", partner.ReasonVendor).Meaning(), want)
	}
	s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	s.Script("contact/delete", simulator.DegradedStep(false))
	failed := failure(t, c.DeleteContact(t.Context(), "C456"), "contact/delete", partner.ReasonIncomplete)
	expect(t, "detail", failed.Detail, `it reports success, but also says "Request queued for processing"`)
	expect(t, "outcome unknown", failed.OutcomeUnknown(), true)
}

// No write is made twice, whatever becomes of it.
func TestContactWrites_Once(t *testing.T) {
	t.Parallel()
	for path, write := range map[string]func(c *Client) error{
		"contact/add": func(c *Client) error {
			_, err := c.AddContact(t.Context(), "G101", "+33600000001", allDetails)
			return err
		},
		"contact/update": func(c *Client) error { return c.UpdateContact(t.Context(), "C1001", "+33600000001", allDetails) },
		"contact/delete": func(c *Client) error { return c.DeleteContact(t.Context(), "C1001") },
	} {
		for _, step := range []simulator.Step{{Process: true, Status: http.StatusBadGateway}, {Process: true, Drop: simulator.DropDuring}, {Drop: simulator.DropBefore}} {
			s, url := simulator.Start(t, simulator.Options{})
			c := New(partner.Config{BaseURL: url, APIKey: simulator.DefaultAPIKey, MaxRetries: 3, RequestTimeout: 10 * time.Second})
			s.Script(path, step)
			expect(t, path+": outcome unknown", partner.OutcomeUnknown(write(c)), true)
			expect(t, "requests", len(s.Requests()), 1)
		}
	}
}
