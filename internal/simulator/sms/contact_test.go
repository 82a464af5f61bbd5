package sms

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const (
	contactAddPath    = wire.BasePath + "/contact/add"
	contactOtherPath  = wire.BasePath + "/contact/multiple/add"
	contactUpdatePath = wire.BasePath + "/contact/update"
	contactDeletePath = wire.BasePath + "/contact/delete"
	contactDetailPath = wire.BasePath + "/contact/detail"
	contactListPath   = wire.BasePath + "/contact/list"
)

// contactBody is a body with the key and more members.
func contactBody(members string) string {
	return `{"apiKey": "` + wire.DefaultAPIKey + `", ` + members + `}`
}

// newContact is a body that adds one contact to the group G101, described by its members.
func newContact(members string) string {
	return contactBody(`"groupId": "G101", "contact": {"phoneNumber": "0600000001"` + members + `}`)
}

// changed is a body that changes the contact C1001.
func changed(members string) string {
	return contactBody(`"contactId": "C1001", "contact": {` + members + `}`)
}

// withContact is an account with a group that has the contact C1001.
func withContact(forms ContactForms, details map[string]string) (*Account, *clock) {
	c := newClock()
	s := New(Options{Options: wire.Options{Now: c.Now}, Variant: Variant{ContactForms: forms}})
	s.AddContact(Contact{GroupID: s.AddGroup(Group{Name: "vip-customers"}), Number: "0600000001", Details: details})
	return s, c
}

// contactsOf are the numbers of the contacts of the group G101, with their first names.
func contactsOf(s *Account) string {
	var list []string
	for _, c := range s.Contacts("G101") {
		list = append(list, strings.TrimSpace(c.Number+" "+c.Details["firstname"]))
	}
	return strings.Join(list, ", ")
}

func TestContact_Answers(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.AddGroup(Group{Name: "vip-customers"})
	_, body := post(t, s, contactAddPath, newContact(`, "firstname": "Ada", "lastname": "L", "date": "1990-01-31", "url": "https://example.org",
		"custom1": "a", "custom2": "b", "custom3": "c", "custom4": "d", "shortUrlPartnr": "https://example.org/s"`))
	expectDocumented(t, body, "contact_add.json")
	expectNoViolations(t, s)

	s, _ = withContact(ContactForms{}, nil)
	_, body = get(t, s, contactDetailPath, query("contactId", "C1001"))
	expectDocumented(t, body, "contact_detail.json")
	_, body = post(t, s, contactUpdatePath, changed(`"phoneNumber": "+33600000001", "firstname": "Ada", "url": "", "custom2": "x"`))
	expectDocumented(t, body, "contact_update.json")
	expect(t, "contacts", contactsOf(s), "+33600000001 Ada")
	_, body = post(t, s, contactDeletePath, groupBody("contactId", "C1001"))
	expectDocumented(t, body, "contact_delete.json")
	expect(t, "contacts", contactsOf(s), "")
	_, body = get(t, s, contactListPath, query("groupId", "G101"))
	expectFields(t, body, `"total": "0"`, `"datas": []`)
	expectNoViolations(t, s)

	s, _ = withContact(ContactForms{}, map[string]string{"firstname": "Ada", "lastname": "L"})
	s.AddContact(Contact{GroupID: "G101", Number: "0600000002"})
	s.AddContact(Contact{GroupID: "G102", Number: "0600000003"})
	_, body = get(t, s, contactListPath, query("groupId", "G101", "page", "1"))
	expectDocumented(t, body, "contact_list.json")
	expectNoViolations(t, s)
}

// contactRefusals are the refusals of one page on contacts with those of the key, which
// these pages print otherwise than most.
func contactRefusals(own map[string]refusal) map[string]refusal {
	own["key missing"] = refusal{query: query("apiKey", ""), body: `{}`, code: "10", french: "La Clé API est requise", english: "API key is required"}
	own["key wrong"] = refusal{query: query("apiKey", "no"), body: `{"apiKey": "no"}`, code: "10", french: "Clef API incorrecte", english: "Incorrect API key"}
	return own
}

func TestContact_Refusals(t *testing.T) {
	t.Parallel()
	noGroup := refusal{query: query(), body: contactBody(`"contact": {"phoneNumber": "0600000001"}`), code: "1", french: "groupId est requis", english: "groupId is required"}
	noID := refusal{query: query(), body: keyOnly, code: "1", french: "contactId est requis", english: "contactId is required"}
	noContact := func(body string) refusal {
		return refusal{body: body, code: "2", french: "Contact infos sont requises", english: "Contact information is required"}
	}
	unknown := refusal{query: query("contactId", "C9"), body: groupBody("contactId", "C9"), code: "404", french: "Le contact n'existe pas", english: "The contact does not exist"}
	expectRefusals(t, http.MethodPost, contactAddPath, contactRefusals(map[string]refusal{
		"no group": noGroup, "no contact": noContact(groupBody("groupId", "G101")), "empty contact": noContact(contactBody(`"groupId": "G101", "contact": {}`)),
	}))
	updateOfUnknown := unknown
	updateOfUnknown.body = contactBody(`"contactId": "C9", "contact": {"firstname": "Ada"}`)
	expectRefusals(t, http.MethodPost, contactUpdatePath, contactRefusals(map[string]refusal{
		"no contact id": noGroup, // as the page prints it
		"no contact":    noContact(groupBody("contactId", "C1001")), "unknown": updateOfUnknown,
	}))
	expectRefusals(t, http.MethodPost, contactDeletePath, contactRefusals(map[string]refusal{"no contact id": noID, "unknown": unknown}))
	expectRefusals(t, http.MethodGet, contactDetailPath, contactRefusals(map[string]refusal{"no contact id": noID, "unknown": unknown}))
	expectRefusals(t, http.MethodGet, contactListPath, contactRefusals(map[string]refusal{"no group": noGroup}))
}

// A group has a number once, however it is spelled; another group may have it too.
func TestContact_InGroup(t *testing.T) {
	t.Parallel()
	for english, words := range map[bool]string{false: "Le numéro est déjà dans le groupe", true: "The number is already in the group"} {
		s := New(Options{Variant: Variant{Forms: wire.Forms{English: english}}})
		s.AddContact(Contact{GroupID: "G101", Number: "+33600000001"})
		_, body := post(t, s, contactAddPath, newContact(""))
		expect(t, "body", body, errorAnswer("15", words))
		expect(t, "contacts", contactsOf(s), "+33600000001")
		_, body = post(t, s, contactAddPath, strings.Replace(newContact(""), "G101", "G102", 1))
		expectFields(t, body, `"success": true`, `"contactId": "C1002"`)
		s.RemoveContact("C1001")
		_, body = post(t, s, contactAddPath, newContact(""))
		expectFields(t, body, `"success": true`, `"contactId": "C1003"`)
		expectNoViolations(t, s)
	}
}

// What the columns do not hold, and what is no date or address, is refused, cut or stored.
func TestContact_OddValues(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("é", 300)
	for members, test := range map[string]struct {
		refused, cut, stored string // of the answer in each form
	}{
		`"firstname": "` + long + `"`:      {"firstname est trop long", `"firstname": "` + long[:2*32] + `"`, "firstname est trop long"},
		`"custom4": "` + long + `"`:        {"custom4 est trop long", `"custom4": "` + long[:2*255] + `"`, "custom4 est trop long"},
		`"shortUrlPartnr": "` + long + `"`: {"shortUrlPartnr est trop long", `"shortUrlPartnr": "` + long[:2*100] + `"`, "shortUrlPartnr est trop long"},
		`"date": "31-01-1990"`:             {"La date est invalide", "La date est invalide", `"date": "31-01-1990"`},
		`"url": "example.org"`:             {"L'URL est invalide", "L'URL est invalide", `"url": "example.org"`},
	} {
		for _, form := range []struct {
			forms ContactForms
			want  string
		}{{ContactForms{}, test.refused}, {ContactForms{ContactTextsCut: true}, test.cut}, {ContactForms{ContactOddStored: true}, test.stored}} {
			s, _ := withContact(form.forms, nil)
			_, added := post(t, s, contactAddPath, strings.Replace(newContact(", "+members), "0600000001", "0600000002", 1))
			_, updated := post(t, s, contactUpdatePath, changed(members))
			for _, body := range []string{added, updated} {
				if expectFields(t, body, form.want); !strings.HasPrefix(form.want, `"`) {
					expectFields(t, body, `"code": 99`)
				}
			}
		}
	}
	s := New(Options{})
	for number, words := range map[string]string{"": "Le numéro est vide", "12": "Le numéro est invalide"} {
		_, body := post(t, s, contactAddPath, strings.Replace(newContact(`, "firstname": "Ada"`), "0600000001", number, 1))
		expectFields(t, body, `"code": 99`, words)
	}
	expect(t, "contacts", contactsOf(s), "")
}

// What a change leaves out, sets to an empty text, or says of the number.
func TestContact_UpdateForms(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		forms   ContactForms
		members string
		want    string // number, first name, custom1
	}{
		"left out":         {ContactForms{}, `"custom1": "y"`, "+33600000001 Ada y"},
		"left out, clears": {ContactForms{ContactUpdateClears: true}, `"custom1": "y"`, "+33600000001  y"},
		"empty":            {ContactForms{}, `"firstname": ""`, "+33600000001  x"},
		"empty, kept":      {ContactForms{ContactEmptyKept: true}, `"firstname": ""`, "+33600000001 Ada x"},
		"number":           {ContactForms{}, `"phoneNumber": "0600000002"`, "+33600000001 Ada x"},
		"number, set":      {ContactForms{ContactUpdateNumber: true}, `"phoneNumber": "0600000002"`, "+33600000002 Ada x"},
		"same number":      {ContactForms{ContactUpdateNumber: true}, `"phoneNumber": "0600000001"`, "+33600000001 Ada x"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, _ := withContact(test.forms, map[string]string{"firstname": "Ada", "custom1": "x"})
			_, body := post(t, s, contactUpdatePath, changed(test.members))
			expectFields(t, body, `"success": true`)
			c := s.Contacts("G101")[0]
			expect(t, "contact", c.Number+" "+c.Details["firstname"]+" "+c.Details["custom1"], test.want)
			expectNoViolations(t, s)
		})
	}
	s, _ := withContact(ContactForms{ContactUpdateNumber: true, ContactUpdateUnknown1: true}, nil)
	s.AddContact(Contact{GroupID: "G101", Number: "0600000002"})
	_, body := post(t, s, contactUpdatePath, changed(`"phoneNumber": "0600000002"`))
	expectFields(t, body, `"code": 15`)
	_, body = post(t, s, contactUpdatePath, strings.Replace(changed(`"firstname": "Ada"`), "C1001", "C9", 1))
	expectFields(t, body, `"code": 1,`)
	expect(t, "contacts", contactsOf(s), "+33600000001, +33600000002")
}

// The answer to a change has what was sent, and nothing else.
func TestContact_UpdateEcho(t *testing.T) {
	t.Parallel()
	s, _ := withContact(ContactForms{}, map[string]string{"firstname": "Ada"})
	_, body := post(t, s, contactUpdatePath, changed(`"custom2": "x"`))
	expect(t, "answer", compact(t, body), `{"success":true,"code":200,"contact":{"custom2":"x","contactId":"C1001"}}`)
}

func TestContact_Forms(t *testing.T) {
	t.Parallel()
	s, c := withContact(ContactForms{
		ContactDayFirst: true, ContactGroupToken: true, ContactNoShortURL: true, ContactDeleteTexts: true, ContactDetailDelay: time.Minute,
	}, map[string]string{"date": "1990-01-31"})
	_, body := get(t, s, contactDetailPath, query("contactId", "C1001"))
	expectFields(t, body, `"date": "31-01-1990"`, `"groupId": "G101"`)
	expect(t, "short address", strings.Contains(body, "shortUrl"), false)
	_, body = post(t, s, contactAddPath, strings.Replace(newContact(`, "date": "1990-01-31"`), "0600000001", "0600000002", 1))
	expectFields(t, body, `"date": "31-01-1990"`)
	expect(t, "short address", strings.Contains(body, "shortUrl"), false)
	_, body = get(t, s, contactDetailPath, query("contactId", "C1002"))
	expectFields(t, body, `"code": 404`)
	c.advance(time.Minute)
	_, body = get(t, s, contactDetailPath, query("contactId", "C1002"))
	expectFields(t, body, `"success": true`)
	_, body = post(t, s, contactDeletePath, keyOnly)
	expectFields(t, body, `"code": 1,`, "groupId est requis")
	_, body = post(t, s, contactDeletePath, groupBody("contactId", "C9"))
	expectFields(t, body, `"code": 404`, "Le groupe n'existe pas")
	expectNoViolations(t, s)
}

// What departs from the documentation is noted.
func TestContact_Violations(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		newContact(`, "phone": "0600000001"`):   `unknown parameter "contact.phone"`,
		newContact(`, "date": "31-01-1990"`):    `parameter "contact.date": "31-01-1990" is not YYYY-MM-DD`,
		newContact(`, "url": "example.org"`):    `parameter "contact.url": "example.org" is not a web address`,
		newContact(`, "custom1": 7`):            `parameter "contact.custom1" is not text`,
		contactBody(`"contact": "0600000001"`):  `parameter "contact" is not an object`,
		contactBody(`"contactsList": {"a": 1}`): `parameter "contactsList" is not a list`,
	} {
		s := New(Options{})
		post(t, s, contactAddPath, body)
		expectViolation(t, s, "POST /v1/contact/add: ", want)
	}
	s := New(Options{})
	get(t, s, contactListPath, query("groupId", "G101", "page", "0"))
	expectViolation(t, s, "GET /v1/contact/list: ", "is not a number from 1")
}
