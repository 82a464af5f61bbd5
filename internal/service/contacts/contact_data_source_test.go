package contacts_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const contactData acctest.DataSource = "smspartner_contact"

const ofID = `id = "C1001"`

func TestContactData(t *testing.T) {
	t.Parallel()
	a := withGroup(t, sms.ContactForms{ContactDayFirst: true})
	created := time.Date(2024, time.May, 2, 7, 12, 0, 0, time.UTC)
	all := map[string]string{
		"firstname": "Ada", "lastname": "Lovelace", "date": "1990-01-31", "url": "https://example.org", "custom1": "a", "custom2": "b", "custom3": "c", "custom4": "équipe",
	}
	a.AddContact(sms.Contact{GroupID: "G101", Number: "0600000001", Created: created, Details: all})
	a.AddContact(sms.Contact{GroupID: "G101", Number: "+41600000002", Created: created, Details: map[string]string{"shortUrlPartnr": "https://s.example"}})
	a.AddStop("0600000001")
	var checks []statecheck.StateCheck
	for attribute, want := range readContact("C1001", "+33600000001", true, all) {
		checks = append(checks, contactData.NamedHas("all", attribute, want))
	}
	for attribute, want := range readContact("C1002", "+41600000002", false, map[string]string{"short_url": "https://s.example"}) {
		checks = append(checks, contactData.NamedHas("bare", attribute, want))
	}
	acctest.Run(t, resource.TestStep{
		Config:            a.Provider() + contactData.Named("all", ofID) + contactData.Named("bare", `id = "C1002"`),
		ConfigStateChecks: checks,
	})
	counted(t, a, "contact/list", 0)
}

// A value that can't be read is null, with one warning; the others are there. The short
// address may be absent, and the group may be named in any way.
func TestContactData_Forms(t *testing.T) {
	t.Parallel()
	const output = "\noutput \"contact\" {\n  value = jsonencode(data.smspartner_contact.test)\n}\n"
	unread := acctest.NewAccount(t, simulator.Options{})
	unread.Script("contact/detail", simulator.Step{Body: `{"success": true, "code": 200, "contact": {"contactId": "C1001", "phone": 33600000001,
		"date": "0000-00-00", "custom1": ["a"], "createdAt": "soon", "stopSms": "1"}}`})
	other := withGroup(t, sms.ContactForms{ContactNoShortURL: true, ContactGroupToken: true})
	other.AddContact(sms.Contact{GroupID: "G101", Number: "0600000001"})
	acctest.Cases{
		"values that can't be read": {
			Account: unread, Requests: 1, Config: unread.Provider() + contactData.Test(ofID) + output,
			Want: []string{
				"Warning: Incomplete contact", `"contact.createdAt" holds "soon"`, `"contact.custom1" holds`,
				`\"created_at\":null`, `\"custom1\":null`, `\"date\":null`, `\"phone_number\":\"33600000001\"`, `\"stop_sms\":true`,
			},
		},
		"other forms": {
			Account: other, Requests: 1, Config: other.Provider() + contactData.Test(ofID) + output,
			Want: []string{`\"id\":\"C1001\"`, `\"phone_number\":\"+33600000001\"`, `\"short_url\":null`},
		},
	}.Succeed(t, "apply")
}

func TestContactData_Errors(t *testing.T) {
	t.Parallel()
	const atID, block = `id = "C1001"`, `data "smspartner_contact" "test" {`
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		step simulator.Step // none is the simulator's own answer
		want []string
	}{
		"unknown":               {simulator.Step{Process: true}, []string{atID, "SMS Partner does not know this contact.", `code 404, "Le contact n'existe pas"`, "Check the id, for example with the data source smspartner_contacts"}},
		"a 404 of a framework":  {simulator.Step{Status: http.StatusNotFound, Body: `{"code": 404, "message": "Not Found"}`}, []string{block, "answered HTTP 404 (Not Found).", `code 404, "Not Found"`}},
		"a 404 of a web server": {simulator.Step{Status: http.StatusNotFound, Body: "<html>"}, []string{block, "answered HTTP 404 (Not Found): the answer is HTML, not the vendor's", "Check base_url"}},
		"another contact":       {simulator.Step{Body: `{"success": true, "contact": {"contactId": "C7"}}`}, []string{block, `gave no usable answer: it is not about contact C1001, but about contact "C7".`}},
		"no contact":            {simulator.DegradedStep(false), []string{block, `gave no usable answer: the answer reports success, but has no "contact".`}},
		"no contact id":         {acctest.Refusal(1, "contactId est requis"), []string{block, "SMS Partner received no contact id.", `code 1, "contactId est requis"`}},
		"key refused":           {acctest.Refusal(10, "Clef API incorrecte"), []string{block, "does not accept the API key", "SMSPARTNER_API_KEY"}},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		a.Script("contact/detail", test.step)
		cases[name] = acctest.Case{
			Account: a, Requests: 1, Config: a.Provider("max_retries = 0") + contactData.Test(ofID),
			Want: append([]string{"Error: Unable to read contact", contactData.WithTest()}, test.want...),
		}
	}
	cases.Fail(t, "plan")
}

func TestContactData_ID(t *testing.T) {
	t.Parallel()
	contactData.Refuses(t, map[string][]string{
		"empty": {`id = ""`, "Invalid value for id", "The id is empty: copy it from the answer that gave it."},
		"blank": {`id = " C1"`, "Invalid value for id"},
	})
}
