package sms

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// withContacts are the options of an account that answers in these forms.
func withContacts(forms sms.ContactForms) simulator.Options {
	return simulator.Options{Variant: simulator.Variant{ContactForms: forms}}
}

// allDetails has each detail of a contact.
var allDetails = ContactDetails{
	Firstname: "Ada", Lastname: "L", Date: "1990-01-31", URL: "https://example.org", Custom: [4]string{"a", "b", "c", "d"},
}

// writtenContact is a contact as JSON, without what is empty.
func writtenContact(t *testing.T, c Contact) string {
	t.Helper()
	text, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	said := strings.NewReplacer(
		`"Firstname":"",`, "", `"Lastname":"",`, "", `"Date":"",`, "", `"URL":"",`, "", `"Custom":["","","",""],`, "", `"ShortURL":"",`, "",
		`"StopSMS":null,`, "", `"CreatedAt":null,`, "", `"PhoneNumber":"",`, "",
	).Replace(string(text))
	return strings.NewReplacer(`,"Unread":null`, "", `,"Unread":[]`, "").Replace(said)
}

// What can't be read of a contact is left out. What may be about another one is no answer.
func TestContact(t *testing.T) {
	t.Parallel()
	documented := `"phone": "+33600000001", "firstname": "Ada", "lastname": "", "url": "", "shortUrl": "https://s.example", "date": "1990-01-31",
		"custom1": "", "custom2": "b", "custom3": "", "custom4": "", "createdAt": "2024-05-02T09:12:00+02:00", "stopSms": false, "groupId": 6363`
	for answer, want := range map[string]string{
		`"contactId": "C456", ` + documented: `{"ID":"C456","PhoneNumber":"+33600000001","Firstname":"Ada","Date":"1990-01-31","Custom":["","b","",""],` +
			`"ShortURL":"https://s.example","StopSMS":false,"CreatedAt":"2024-05-02T09:12:00+02:00"}`,
		`"contactId": "C456", "phone": "+33600000001", "groupId": "G101", "stopSms": "1", "custom1": 7`: `{"ID":"C456","PhoneNumber":"+33600000001","Custom":["7","","",""],"StopSMS":true}`,
		`"contact_id": "C456", "phoneNumber": "0600000001", "phone": "+33600000001"`:                    `{"ID":"C456","PhoneNumber":"+33600000001"}`,
		`"phone": 33600000001, "firstname": null, "createdAt": "", "stopSms": []`:                       `{"ID":"C456","PhoneNumber":"33600000001"}`,
		`"createdAt": "0000-00-00 00:00:00", "date": "0000-00-00"`:                                      `{"ID":"C456"}`,
		`"createdAt": "soon", "stopSms": "peut-\u00eatre"`: `{"ID":"C456","Unread":["\"contact.stopSms\" holds \"peut-être\", which is not true or false",` +
			`"\"contact.createdAt\" holds \"soon\", which is not a date in a form that the vendor documents"]}`,
		`"firstname": ["Ada"]`:                                   `{"ID":"C456","Unread":["\"contact.firstname\" holds \"[\\\"Ada\\\"]\", which is not a single value"]}`,
		`"contactId": "C457", ` + documented:                     `it is not about contact C456, but about contact "C457"`,
		`"contactId": "C456", "contact_id": "C457"`:              `its "contact.contactId" is "C456", but its "contact.contact_id" is "C457"`,
		`"contactId": ["C456"]`:                                  `its "contact.contactId" is no single text or number`,
		`"phone": "+33600000001", "phoneNumber": "+33600000002"`: `its "contact.phone" is "+33600000001", but its "contact.phoneNumber" is "+33600000002"`,
		`"phone": "+33600000001", "phone": "+33600000002"`:       `its "contact.phone" is no single text or number`,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("contact/detail", simulator.Step{Body: `{"success": true, "code": 200, "contact": {` + answer + `}}`})
		contact, err := c.Contact(t.Context(), "C456")
		var got string
		if err == nil {
			got = writtenContact(t, contact)
		} else {
			got = failure(t, err, "contact/detail", partner.ReasonIncomplete).Detail
		}
		expect(t, answer, got, want)
		expect(t, "query", s.Requests()[0].Query.Get("contactId"), "C456")
		expectNoViolations(t, s)
	}
}

// A contact is gone if the vendor says so, and not if another program has no such page.
func TestContact_Unknown(t *testing.T) {
	t.Parallel()
	const unknown = `"message": "Le contact n'existe pas"`
	for body, gone := range map[string]bool{
		`{"success": false, "code": 404, ` + unknown + `}`:                 true,
		`{"success": false, "code": "404", ` + unknown + `}`:               true,
		`{"success": false, "code": 1, "message": "contactId est requis"}`: false,
		`{"code": 404, "message": "Not Found"}`:                            false,
		`{"success": false}`:                                               false,
		`<html>`:                                                           false,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		for _, path := range []string{"contact/detail", "contact/delete"} {
			s.Script(path, simulator.Step{Status: http.StatusNotFound, Body: body})
		}
		_, err := c.Contact(t.Context(), "C456")
		expect(t, body+": not found", partner.IsNotFound(err), gone)
		expect(t, body+": deleted", c.DeleteContact(t.Context(), "C456") == nil, gone)
	}
}

// Dates in any form that the documentation has are read as YYYY-MM-DD.
func TestContact_Dates(t *testing.T) {
	t.Parallel()
	for answered, want := range map[string]string{
		"1990-01-31": "1990-01-31", "31-01-1990": "1990-01-31", "31/01/1990": "1990-01-31", "1990-01-31 00:00:00": "1990-01-31",
		"1990-01-31T00:00:00+01:00": "1990-01-31", "": "", "0000-00-00": "", "0000-00-00 00:00:00": "", "12-06-2020": "2020-06-12", "soon": "soon",
	} {
		expect(t, answered, contactDate(answered), want)
	}
}

func TestDiffering(t *testing.T) {
	t.Parallel()
	other := ContactDetails{Firstname: "Grace", Date: "1990-01-31", URL: "https://example.org", Custom: [4]string{"a", "b", "c", "e"}}
	for want, pair := range map[string][2]ContactDetails{
		"":                           {allDetails, allDetails},
		"firstname lastname custom4": {allDetails, other},
		"firstname lastname date url custom1 custom2 custom3 custom4": {allDetails, {}},
		// The vendor's answers are read without blanks around them, and in one line.
		"custom2": {{Firstname: " Ada ", Lastname: "a\nb", Custom: [4]string{"", "x"}}, {Firstname: "Ada", Lastname: "a b", Custom: [4]string{"", "y"}}},
	} {
		expect(t, "differing", strings.Join(pair[0].Differing(pair[1]), " "), want)
	}
}

// contactsPage is the answer with a page that has a total, as JSON, and these contacts.
func contactsPage(total string, ids ...string) simulator.Step {
	var rows []string
	for _, id := range ids {
		rows = append(rows, `{"contactId": "`+id+`", "phone": "+33600000001"}`)
	}
	if total != "" {
		total = `"total": ` + total + ", "
	}
	return simulator.Step{Body: `{"success": true, "code": 200, ` + total + `"datas": [` + strings.Join(rows, ", ") + `]}`}
}

// The list is read until a page brings nothing new or the group's total is reached. A list
// that has fewer than its total is an error.
func TestContacts_Pages(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		pages []simulator.Step
		want  string // the ids, then the error
		asked int
	}{
		"none":                        {[]simulator.Step{contactsPage(`"0"`)}, "", 1},
		"none, without a total":       {[]simulator.Step{contactsPage("")}, "", 1},
		"one page":                    {[]simulator.Step{contactsPage(`"2"`, "A", "B"), contactsPage(`"2"`)}, "A B", 2},
		"total of the group":          {[]simulator.Step{contactsPage(`"3"`, "A", "B"), contactsPage(`"3"`, "C")}, "A B C", 2},
		"total as a number":           {[]simulator.Step{contactsPage("3", "A", "B"), contactsPage("3", "C")}, "A B C", 2},
		"total of the page":           {[]simulator.Step{contactsPage(`"2"`, "A", "B"), contactsPage(`"1"`, "C"), contactsPage(`"0"`)}, "A B C", 3},
		"no total":                    {[]simulator.Step{contactsPage("", "A", "B"), contactsPage("", "C"), contactsPage("")}, "A B C", 3},
		"total that can't be read":    {[]simulator.Step{contactsPage(`"many"`, "A"), contactsPage(`"many"`)}, "A", 2},
		"last page repeated":          {[]simulator.Step{contactsPage(`"2"`, "A", "B"), contactsPage(`"2"`, "A", "B")}, "A B", 2},
		"part of a page repeated":     {[]simulator.Step{contactsPage(`"2"`, "A", "B"), contactsPage(`"2"`, "B", "C"), contactsPage("")}, "A B C", 3},
		"grows while it is read":      {[]simulator.Step{contactsPage(`"3"`, "A", "B"), contactsPage(`"4"`, "C", "D")}, "A B C D", 2},
		"total too high":              {[]simulator.Step{contactsPage(`"9"`, "A", "B"), contactsPage(`"9"`, "C"), contactsPage(`"9"`)}, "A B C incomplete: the list ends after 3 of 9 contacts", 3},
		"total too high, none":        {[]simulator.Step{contactsPage(`"9"`)}, " incomplete: the list ends after 0 of 9 contacts", 1},
		"total too high, first again": {[]simulator.Step{contactsPage(`"9"`, "A"), contactsPage(`"9"`, "A")}, "A incomplete: the list ends after 1 of 9 contacts", 2},
		"shrinks while it is read":    {[]simulator.Step{contactsPage(`"4"`, "A", "B"), contactsPage(`"3"`, "D"), contactsPage(`"3"`)}, "A B D incomplete: the list ends after 3 of 4 contacts", 3},
		"one twice":                   {[]simulator.Step{contactsPage(`"2"`, "A", "A"), contactsPage(`"2"`)}, "A incomplete: the list ends after 1 of 2 contacts", 2},
		"row without an id":           {[]simulator.Step{contactsPage(`"2"`, "A"), contactsPage(`"2"`, "")}, "A incomplete: its datas[0] has no contactId", 2},
		"none, in another form":       {[]simulator.Step{{Body: `{"success": true, "code": 200, "total": "0", "datas": null}`}}, "", 1},
		"end in another form":         {[]simulator.Step{contactsPage(`"1"`, "A"), {Body: `{"success": true, "code": 200, "total": "1", "datas": {}}`}}, "A", 2},
		"no list behind the first":    {[]simulator.Step{contactsPage(`"1"`, "A"), {Body: `{"success": true, "code": 200, "total": "1"}`}}, `A incomplete: the answer reports success, but has no "datas"`, 2},
		"too few in another form":     {[]simulator.Step{{Body: `{"success": true, "code": 200, "total": "2", "datas": ""}`}}, " incomplete: the list ends after 0 of 2 contacts", 1},
		"no list":                     {[]simulator.Step{{Body: `{"success": true, "code": 200, "total": "2"}`}}, ` incomplete: the answer reports success, but has no "datas"`, 1},
		"second page refused":         {[]simulator.Step{contactsPage(`"2"`, "A"), {Body: `{"success": false, "code": 1, "message": "groupId est requis"}`}}, "A refused: groupId est requis", 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("contact/list", append(test.pages, simulator.Step{Status: http.StatusTeapot, Repeat: true})...)
			var ids []string
			got := ""
			for contact, err := range c.Contacts(t.Context(), "G101") {
				if err != nil {
					if partner.HasMeaning(err, partner.MeaningRefused) {
						got = " refused: " + failure(t, err, "contact/list", partner.ReasonVendor).Words()
					} else {
						got = " incomplete: " + failure(t, err, "contact/list", partner.ReasonIncomplete).Detail
					}
					continue
				}
				ids = append(ids, contact.ID)
			}
			expect(t, "contacts", strings.Join(ids, " ")+got, test.want)
			expect(t, "requests", len(s.Requests()), test.asked)
			for i, request := range s.Requests() {
				expect(t, "query", request.Query.Get("groupId")+" "+request.Query.Get("page"), "G101 "+string(rune('1'+i)))
			}
			expectNoViolations(t, s)
		})
	}
}
