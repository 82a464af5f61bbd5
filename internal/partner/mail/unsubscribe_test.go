package mail

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
)

// withUnsubscribes are the options of an account that answers in these forms.
func withUnsubscribes(forms mail.UnsubscribeForms) simulator.Options {
	return simulator.Options{MailVariant: mail.Variant{UnsubscribeForms: forms}}
}

// What can't be read of an entry is left out. An entry that can't be told from others, or
// a list that may lack some, makes the whole list no answer.
func TestUnsubscribes(t *testing.T) {
	t.Parallel()
	for answer, want := range map[string]string{
		`"nbData": 0, "data": []`: `[]`,
		`"nbData": 1, "data": [{"id": 19, "email": "x@example.com", "createdAt": "2015-07-20 10:19:45"}]`: `[{"ID":"19","Email":"x@example.com","CreatedAt":"2015-07-20T10:19:45+02:00","Unread":null}]`,
		`"nbData": "1", "data": [{"id": "19", "createdAt": "soon"}]`:                                      `[{"ID":"19","Email":null,"CreatedAt":null,"Unread":["\"data[0].createdAt\" holds \"soon\", which is not a date in a form that the vendor documents"]}]`,
		`"nbData": 1, "data": [{"id": 19, "email": "x@example.com", "mail": "X@example.com"}]`:            `[{"ID":"19","Email":"x@example.com"`,
		`"nbData": 2, "data": [{"id": 19}, {"id": 19}]`:                                                   `[{"ID":"19"`,
		`"data": [{"email": "x@example.com"}]`:                                                            `its data[0] has no id`,
		`"data": [{"id": 1, "email": "x@example.com"}, {"id": 1, "email": "y@example.com"}]`:              `it lists the id 1 with two addresses`,
		`"data": [{"id": 1, "email": "x@example.com"}, {"id": 1}]`:                                        `it lists the id 1 with two addresses`,
		`"data": [{"id": 1, "email": "x@example.com", "mail": "y@example.com"}]`:                          `but its "data[0].mail" is "y@example.com"`,
		`"nbData": 30, "data": [{"id": 1}]`:                                                               `its list is not whole by its own count`,
		`"nbData": 1, "nbPages": 2, "data": [{"id": 1}]`:                                                  `its list is one of several pages`,
		`"nbData": 0`:                                `[]`,
		`"nbData": 0, "data": {}`:                    `[]`,
		`"nbData": 0, "message": "Erreur interne"`:   `the answer reports success, but has no "data"`,
		`"nbData": 0, "data": null`:                  `[]`,
		`"nbData": 3, "data": ""`:                    `its list is not whole by its own count`,
		`"data": null`:                               `the answer reports success, but has no "data"`,
		`"nbData": "0", "data": {}`:                  `[]`,
		`"nbData": 1, "data": {}`:                    `its list is not whole by its own count`,
		`"data": {}`:                                 `the answer reports success, but has no "data"`,
		`"StatutResponseList": [], "data": "queued"`: `"data"`,
	} {
		s, c := serve(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Mail.Script("unsubscribe/list", simulator.Step{Body: `{"success": true, "code": 200, ` + answer + `}`})
		entries, err := c.Unsubscribes(t.Context())
		got, _ := json.Marshal(entries)
		if err != nil {
			got = []byte(failure(t, err, "unsubscribe/list", partner.ReasonIncomplete).Detail)
		}
		if !strings.Contains(string(got), want) {
			t.Errorf("%s:\ngot  %s\nwant %s", answer, got, want)
		}
	}
}

func TestUnsubscribes_Part(t *testing.T) {
	t.Parallel()
	s, c := serve(t, withUnsubscribes(mail.UnsubscribeForms{UnsubscribeListLimit: 1}), simulator.DefaultAPIKey)
	s.Mail.AddUnsubscribe("ada@example.com")
	s.Mail.AddUnsubscribe("bob@example.com")
	_, err := c.Unsubscribes(t.Context())
	expect(t, "detail", failure(t, err, "unsubscribe/list", partner.ReasonIncomplete).Detail, "its list is not whole by its own count")
}

// The list is asked for at the address of the samples alone: the other one is the status of
// a mail.
func TestUnsubscribes_PrintedAddress(t *testing.T) {
	t.Parallel()
	s, c := serve(t, withUnsubscribes(mail.UnsubscribeForms{UnsubscribeListAtStatus: true}), simulator.DefaultAPIKey)
	_, err := c.Unsubscribes(t.Context())
	expect(t, "status", failure(t, err, "unsubscribe/list", partner.ReasonStatus).HTTPStatus, http.StatusNotFound)
	expect(t, "requests", len(s.Mail.Requests()), 1)
}

// An address that can't be read may be any address.
func TestUnsubscribe_IsReadable(t *testing.T) {
	t.Parallel()
	for email, want := range map[string]bool{
		"ada@example.com": true, "Ada+News@example.com": true, "o'neil@example.museum": true,
		"a***@example.com": false, "ada": false, "ada@exam\ufffdple.com": false, "ada @example.com": false,
	} {
		expect(t, email, Unsubscribe{Email: &email}.IsReadable(), want)
	}
	expect(t, "no address", Unsubscribe{}.IsReadable(), false)
}

func TestAddUnsubscribe(t *testing.T) {
	t.Parallel()
	for want, forms := range map[string]mail.UnsubscribeForms{"300": {UnsubscribeIDInRefusal: true}, "1300": {OtherUnsubscribeIDs: true}} {
		s, c := serve(t, withUnsubscribes(forms), simulator.DefaultAPIKey)
		id, err := c.AddUnsubscribe(t.Context(), "Ada@example.com")
		if err != nil {
			t.Fatal(err)
		}
		expect(t, "id", id, want)
		expect(t, "body", body(t, s.Mail.Requests()[0]), `{"email":"Ada@example.com"}`)
		_, err = c.AddUnsubscribe(t.Context(), "ada@example.com")
		failed := failure(t, err, "unsubscribe/add", partner.ReasonVendor)
		expect(t, "meaning", failed.Meaning(), partner.MeaningExists)
		// The id of an entry that was there before is no sign that this call made it.
		expect(t, "outcome unknown", failed.OutcomeUnknown(), false)
		expectNoViolations(t, s)
	}
}

func TestAddUnsubscribe_Answers(t *testing.T) {
	t.Parallel()
	for answer, detail := range map[string]string{
		`"code": 200, "stopId": 300, "email": "ADA@example.com"`:          ``,
		`"code": 200, "stopId": 0`:                                        `its "stopId" is "0"`,
		`"code": 200`:                                                     `it reports success, but has no "stopId"`,
		`"code": 200, "stopId": 300, "email": "bob@example.com"`:          `it is not about ada@example.com, but about "bob@example.com"`,
		`"code": 3, "stopId": 300`:                                        `the answer reports success, but has code 3`,
		`"code": 200, "stopId": 300, "stop_id": 301, "message": "queued"`: `its "stopId" is "300", but its "stop_id" is "301"`,
	} {
		s, c := serve(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Mail.Script("unsubscribe/add", simulator.Step{Body: `{"success": true, ` + answer + `}`})
		id, err := c.AddUnsubscribe(t.Context(), "ada@example.com")
		expect(t, "requests", len(s.Mail.Requests()), 1)
		if detail == "" {
			expect(t, answer, id, "300")
			continue
		}
		failed := failure(t, err, "unsubscribe/add", partner.ReasonIncomplete)
		expect(t, "detail", failed.Detail, detail)
		expect(t, "outcome unknown", failed.OutcomeUnknown(), true)
	}
}

func TestDeleteUnsubscribe(t *testing.T) {
	t.Parallel()
	s, c := serve(t, simulator.Options{}, simulator.DefaultAPIKey)
	s.Mail.AddUnsubscribe("ada@example.com")
	if err := c.DeleteUnsubscribe(t.Context(), "300"); err != nil {
		t.Fatal(err)
	}
	expect(t, "addresses", len(s.Mail.Unsubscribed()), 0)
	expect(t, "not found", partner.IsNotFound(c.DeleteUnsubscribe(t.Context(), "300")), true)
	s.Mail.Script("unsubscribe/delete", simulator.Step{Body: `{"success": true, "code": 200, "id": 301}`})
	failed := failure(t, c.DeleteUnsubscribe(t.Context(), "300"), "unsubscribe/delete", partner.ReasonIncomplete)
	expect(t, "detail", failed.Detail, `it is not about the entry 300, but about 301`)
	expectNoViolations(t, s)
}

// A GET that deletes is made once, whatever becomes of it, and in the form of the samples
// only.
func TestDeleteUnsubscribe_Once(t *testing.T) {
	t.Parallel()
	s, server := simulator.StartAll(t, simulator.Options{})
	c := New(partner.Config{BaseURL: server.MailURL, APIKey: simulator.DefaultAPIKey, MaxRetries: 3, RequestTimeout: 10 * time.Second})
	s.Mail.AddUnsubscribe("ada@example.com")
	s.Mail.Script("unsubscribe/delete", simulator.Step{Process: true, Status: http.StatusBadGateway})
	expect(t, "outcome unknown", partner.OutcomeUnknown(c.DeleteUnsubscribe(t.Context(), "300")), true)
	expect(t, "requests", len(s.Mail.Requests()), 1)

	other, c := serve(t, withUnsubscribes(mail.UnsubscribeForms{UnsubscribeDeleteByPost: true}), simulator.DefaultAPIKey)
	other.Mail.AddUnsubscribe("ada@example.com")
	expect(t, "outcome unknown", partner.OutcomeUnknown(c.DeleteUnsubscribe(t.Context(), "300")), false)
	expect(t, "addresses", len(other.Mail.Unsubscribed()), 1)
	expect(t, "requests", len(other.Mail.Requests()), 1)
}
