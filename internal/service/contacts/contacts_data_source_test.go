package contacts_test

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const contactsData acctest.DataSource = "smspartner_contacts"

const ofGroup = `group_id = "G101"`

// readContact is a contact as data sources show it, created in May 2024, with its details;
// the others are null.
func readContact(id, number string, stopped bool, details map[string]string) map[string]knownvalue.Check {
	contact := map[string]knownvalue.Check{
		"id": knownvalue.StringExact(id), "phone_number": knownvalue.StringExact(number), "stop_sms": knownvalue.Bool(stopped),
		"created_at": knownvalue.StringExact("2024-05-02T09:12:00+02:00"),
	}
	for _, name := range []string{"firstname", "lastname", "date", "url", "custom1", "custom2", "custom3", "custom4", "short_url"} {
		contact[name] = knownvalue.Null()
		if value := details[name]; value != "" {
			contact[name] = knownvalue.StringExact(value)
		}
	}
	return contact
}

func TestContacts(t *testing.T) {
	t.Parallel()
	a := withGroup(t, sms.ContactForms{ContactPageSize: 2, ContactDayFirst: true})
	created := time.Date(2024, time.May, 2, 7, 12, 0, 0, time.UTC)
	all := map[string]string{
		"firstname": "Ada", "lastname": "Lovelace", "date": "1990-01-31", "url": "https://example.org", "custom1": "a", "custom2": "b", "custom3": "c", "custom4": "équipe",
	}
	a.AddContact(sms.Contact{GroupID: "G101", Number: "0600000003", Created: created, Details: all})
	a.AddContact(sms.Contact{GroupID: "G102", Number: "0600000009", Created: created})
	a.AddContact(sms.Contact{GroupID: "G101", Number: "0600000001", Created: created, Details: map[string]string{"shortUrlPartnr": "https://s.example"}})
	a.AddContact(sms.Contact{GroupID: "G101", Number: "+41600000002", Created: created})
	a.AddStop("0600000001")
	acctest.Run(t, resource.TestStep{
		Config: a.Provider() + contactsData.Named("all", ofGroup) + contactsData.Named("none", `group_id = "G9"`),
		ConfigStateChecks: []statecheck.StateCheck{
			contactsData.NamedHas("all", "contacts", knownvalue.ListExact([]knownvalue.Check{
				knownvalue.ObjectExact(readContact("C1001", "+33600000003", false, all)),
				knownvalue.ObjectExact(readContact("C1003", "+33600000001", true, map[string]string{"short_url": "https://s.example"})),
				knownvalue.ObjectExact(readContact("C1004", "+41600000002", false, nil)),
			})),
			contactsData.NamedHas("all", "total", knownvalue.Int64Exact(3)),
			contactsData.NamedHas("none", "contacts", knownvalue.ListExact([]knownvalue.Check{})),
			contactsData.NamedHas("none", "total", knownvalue.Int64Exact(0)),
		},
	})
}

// All pages are read, each once, and what can't be read of a contact is null, with one
// warning for all.
func TestContacts_Pages(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		forms    sms.ContactForms
		requests int
	}{
		"20 on a page":             {sms.ContactForms{}, 3},
		"500 on a page":            {sms.ContactForms{ContactPageSize: 500}, 2},
		"total of the page":        {sms.ContactForms{ContactTotalOfPage: true}, 4},
		"the last page comes back": {sms.ContactForms{ContactTotalOfPage: true, ContactLastPageRepeats: true}, 4},
	} {
		a := withGroup(t, test.forms)
		for i := range 45 {
			a.AddContact(sms.Contact{GroupID: "G101", Number: fmt.Sprintf("+336%08d", i)})
		}
		cases[name] = acctest.Case{
			Account: a, Requests: test.requests,
			Config: a.Provider() + contactsData.Test(ofGroup) + `
output "found" {
  value = "${length(data.smspartner_contacts.test.contacts)} of ${data.smspartner_contacts.test.total}, the last ${data.smspartner_contacts.test.contacts[44].phone_number}"
}
`,
			Want: []string{"45 of 45, the last +33600000044"},
		}
	}
	a := withGroup(t, sms.ContactForms{})
	a.Script("contact/list", simulator.Step{Body: `{"success": true, "code": 200, "datas": [
		{"contactId": 7, "phone": null, "firstname": "Ada", "createdAt": "soon", "stopSms": "0"}, {"contactId": "C8", "phone": "336****0002", "stopSms": "oui"}]}`})
	cases["values that can't be read"] = acctest.Case{
		Account: a, Requests: 2,
		Config: a.Provider() + contactsData.Test(ofGroup) + "\noutput \"contacts\" {\n  value = jsonencode(data.smspartner_contacts.test.contacts)\n}\n",
		Want: []string{
			"Warning: Incomplete contacts", `"datas[0].createdAt" holds "soon"`, `"datas[1].stopSms" holds "oui"`,
			`\"created_at\":null`, `\"firstname\":\"Ada\"`, `\"id\":\"7\"`, `\"phone_number\":null`, `\"stop_sms\":false`,
			`\"id\":\"C8\"`, `\"phone_number\":\"336****0002\"`, `\"stop_sms\":null`,
		},
	}
	cases.Succeed(t, "apply")
}

// A page that fails, or a list that is not whole, is an error, not a short list.
func TestContacts_Errors(t *testing.T) {
	t.Parallel()
	const block = `data "smspartner_contacts" "test" {`
	second := simulator.Step{Process: true}
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		steps []simulator.Step
		want  []string
	}{
		"page 2 is refused":   {[]simulator.Step{second, acctest.Refusal(99, "Non")}, []string{block, "SMS Partner refused the request.", `code 99, "Non"`, "go by the words above."}},
		"page 2 is no answer": {[]simulator.Step{second, {Status: http.StatusBadGateway, Body: "<html>"}}, []string{block, "answered HTTP 502", "run again later."}},
		"page 2 has no list":  {[]simulator.Step{second, simulator.DegradedStep(false)}, []string{block, `gave no usable answer: the answer reports success, but has no "datas".`}},
		"page 2 is missing":   {[]simulator.Step{second, {Body: `{"success": true, "code": 200, "total": "2", "datas": []}`}}, []string{block, "gave no usable answer: the list ends after 1 of 2 contacts."}},
		"row without an id":   {[]simulator.Step{{Body: `{"success": true, "datas": [{"phone": "+33600000001"}]}`}}, []string{block, "gave no usable answer: its datas[0] has no contactId."}},
		"no group id":         {[]simulator.Step{acctest.Refusal(1, "groupId est requis")}, []string{block, "SMS Partner received no group id.", `code 1, "groupId est requis"`, "check base_url"}},
		"key refused":         {[]simulator.Step{acctest.Refusal(10, "Clef API incorrecte")}, []string{block, "does not accept the API key", "SMSPARTNER_API_KEY"}},
		"listed with POST":    {nil, []string{block, "answered HTTP 405"}},
	} {
		a := withGroup(t, sms.ContactForms{ContactPageSize: 1, ContactListPost: test.steps == nil})
		for i := range 2 {
			a.AddContact(sms.Contact{GroupID: "G101", Number: fmt.Sprintf("+336%08d", i)})
		}
		a.Script("contact/list", test.steps...)
		cases[name] = acctest.Case{
			Account: a, Requests: max(1, len(test.steps)), Config: a.Provider("max_retries = 0") + contactsData.Test(ofGroup),
			Want: append([]string{"Error: Unable to list contacts", contactsData.WithTest()}, test.want...),
		}
	}
	cases.Fail(t, "plan")
}

func TestContacts_GroupID(t *testing.T) {
	t.Parallel()
	contactsData.Refuses(t, map[string][]string{
		"empty": {`group_id = ""`, "Invalid value for group_id", "The id is empty: copy it from the answer that gave it."},
		"blank": {`group_id = "G 1"`, "Invalid value for group_id"},
	})
}
