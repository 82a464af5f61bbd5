package contacts_test

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const book = "smspartner_group_contacts.book"

// bookConfig is all contacts of the group G101, as HCL.
func bookConfig(contacts string) string {
	return "\nresource \"smspartner_group_contacts\" \"book\" {\n  group_id = \"G101\"\n  contacts = " + contacts + "\n}\n"
}

// generated are n contacts with a first name.
func generated(n int, firstname string) string {
	return fmt.Sprintf("{ for i in range(%d) : format(\"+336%%08d\", i) => { firstname = %q } }", n, firstname)
}

// many contacts need two batches.
const many = 510

func in(attribute string, want knownvalue.Check) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(book, tfjsonpath.New(attribute), want)
}

func total(n int64) statecheck.StateCheck { return in("total", knownvalue.Int64Exact(n)) }

const (
	one   = `"+33600000001" = { firstname = "Ada", lastname = "", date = "1990-01-31" }`
	two   = `"+33600000002" = {}`
	three = `"+33600000003" = { custom1 = "équipe" }`
)

func contactsOf(each ...string) string { return "{\n" + strings.Join(each, "\n") + "\n}" }

// A group is filled, emptied of strangers, imported, changed where it differs only, found
// changed in the dashboard, and emptied.
func TestGroupContacts_Lifecycle(t *testing.T) {
	t.Parallel()
	a := withGroup(t, sms.ContactForms{ContactPageSize: 2})
	a.AddContact(sms.Contact{GroupID: "G101", Number: "0600000009"}) // nobody asked for this one
	a.AddContact(sms.Contact{GroupID: "G101", Number: "0600000002"})
	config := func(each ...string) string { return a.Provider() + bookConfig(contactsOf(each...)) }
	requests := func(t *testing.T, what string, adds, updates, deletes int) {
		t.Helper()
		got := [3]int{len(a.Requests("contact/add")), len(a.Requests("contact/update")), len(a.Requests("contact/delete"))}
		if want := [3]int{adds, updates, deletes}; got != want {
			t.Errorf("%s: %v requests add, update and delete so far, want %v", what, got, want)
		}
	}
	acctest.Run(t,
		resource.TestStep{
			Config:            config(one, two, three),
			ConfigPlanChecks:  plans(book, plancheck.ResourceActionCreate),
			ConfigStateChecks: []statecheck.StateCheck{total(3), in("refused", knownvalue.MapSizeExact(0)), in("contacts", knownvalue.MapSizeExact(3))},
		},
		resource.TestStep{
			PreConfig:    func() { requests(t, "create", 1, 0, 1) },
			ResourceName: book, ImportState: true, ImportStateId: "G101", ImportStateVerify: true, ImportStateVerifyIdentifierAttribute: "group_id",
			// Only the configuration tells an empty text from none.
			ImportStateVerifyIgnore: []string{"contacts.+33600000001.lastname"},
		},
		resource.TestStep{
			PreConfig: func() {
				a.RemoveContact(a.Contacts("G101")[0].ID) // two
				a.AddContact(sms.Contact{GroupID: "G101", Number: "0600000008"})
				a.SetContact(a.Contacts("G101")[0].ID, map[string]string{"lastname": "Byron"})
			},
			Config:            config(one, two, three),
			ConfigPlanChecks:  plans(book, plancheck.ResourceActionUpdate),
			ConfigStateChecks: []statecheck.StateCheck{total(3)},
		},
		resource.TestStep{
			PreConfig:         func() { requests(t, "mended", 2, 1, 2) },
			Config:            config(three),
			ConfigStateChecks: []statecheck.StateCheck{total(1)},
		},
		resource.TestStep{
			PreConfig:         func() { requests(t, "two fewer", 2, 1, 4) },
			Config:            config(),
			ConfigStateChecks: []statecheck.StateCheck{total(0)},
		},
	)
	requests(t, "all", 2, 1, 5)
}

// The group is gone, and with it its contacts: both are made again.
func TestGroupContacts_GroupGone(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	config := a.Provider() + group("Astreinte") + strings.Replace(bookConfig(contactsOf(one)), `"G101"`, "smspartner_contact_group.test.id", 1)
	acctest.Run(t,
		resource.TestStep{Config: config},
		resource.TestStep{
			PreConfig:        func() { a.RemoveContact("C1001"); a.RemoveGroup("G101") },
			Config:           config,
			ConfigPlanChecks: plans(book, plancheck.ResourceActionCreate),
		},
	)
}

// Another group replaces the resource: the contacts leave the one and come into the other.
func TestGroupContacts_Replace(t *testing.T) {
	t.Parallel()
	a := withGroup(t, sms.ContactForms{})
	a.AddGroup(sms.Group{Name: "Clients"})
	acctest.Run(t,
		resource.TestStep{Config: a.Provider() + bookConfig(contactsOf(one, two))},
		resource.TestStep{
			Config:           a.Provider() + strings.Replace(bookConfig(contactsOf(one, two)), "G101", "G102", 1),
			ConfigPlanChecks: plans(book, plancheck.ResourceActionDestroyBeforeCreate),
			ConfigStateChecks: []statecheck.StateCheck{acctest.Then(func() error {
				if len(a.Contacts("G101")) != 0 || len(a.Contacts("G102")) != 2 {
					return fmt.Errorf("the groups have %d and %d contacts", len(a.Contacts("G101")), len(a.Contacts("G102")))
				}
				return nil
			})},
		},
	)
}

// A contact that the vendor refuses is told once, and neither fails the others nor comes
// back in each plan.
func TestGroupContacts_Refused(t *testing.T) {
	t.Parallel()
	a := withGroup(t, sms.ContactForms{ContactBatchStops: true})
	a.AddStop("0600000002")
	printed := acctest.Succeed(t, acctest.Attached(t, a.Provider()+bookConfig(contactsOf(one, two, three))), "apply", "-auto-approve", "-no-color")
	acctest.WantText(t, printed, "Warning: Contacts were refused", "SMS Partner refused 1 of 3 contacts. The others are in the group.", `+33600000002: "Le numéro est dans la liste des STOP SMS"`)

	a = withGroup(t, sms.ContactForms{ContactBatchStops: true})
	a.AddStop("0600000002")
	refused := func(n int) statecheck.StateCheck { return in("refused", knownvalue.MapSizeExact(n)) }
	acctest.Run(t,
		resource.TestStep{
			Config: a.Provider() + bookConfig(contactsOf(one, two)),
			ConfigStateChecks: []statecheck.StateCheck{
				total(1), refused(1),
				statecheck.ExpectKnownValue(book, tfjsonpath.New("refused").AtMapKey("+33600000002"), knownvalue.StringExact("Le numéro est dans la liste des STOP SMS")),
			},
		},
		resource.TestStep{ // offered again with the next change
			Config:            a.Provider() + bookConfig(contactsOf(one, two, three)),
			ConfigStateChecks: []statecheck.StateCheck{total(2), refused(1)},
		},
		resource.TestStep{ // added in the dashboard
			PreConfig:        func() { a.AddContact(sms.Contact{GroupID: "G101", Number: "0600000002"}) },
			Config:           a.Provider() + bookConfig(contactsOf(one, two, three)),
			ConfigPlanChecks: plans(book, plancheck.ResourceActionNoop),
		},
		resource.TestStep{RefreshState: true},
		resource.TestStep{
			Config: a.Provider() + bookConfig(contactsOf(one, two, three)), ConfigStateChecks: []statecheck.StateCheck{total(3), refused(0)},
		},
	)
}

// After a failure half-way the next apply does the rest: no contact is added twice, and
// nothing is replaced.
func TestGroupContacts_Resume(t *testing.T) {
	t.Parallel()
	a := withGroup(t, sms.ContactForms{ContactPageSize: 500})
	config := a.Provider() + bookConfig(generated(many, "x"))
	acctest.Run(t,
		resource.TestStep{
			PreConfig: func() {
				a.Script("contact/add", simulator.Step{Process: true}, acctest.Refusal(10, "Clef API incorrecte"))
			},
			Config:      config,
			ExpectError: regexp.MustCompile(`(?s)Unable to create contacts of group.*does not accept the API key.*\d+\s+of\s+510\s+changes\s+are\s+done`),
		},
		resource.TestStep{
			Config: config, ConfigPlanChecks: plans(book, plancheck.ResourceActionCreate), ConfigStateChecks: []statecheck.StateCheck{total(many)},
		},
		resource.TestStep{
			PreConfig: func() {
				if got := len(a.Contacts("G101")); got != many {
					t.Errorf("the group has %d contacts", got)
				}
				a.RemoveGroup("G101") // or the destruction deletes one by one
				for _, c := range a.Contacts("G101") {
					a.RemoveContact(c.ID)
				}
			},
			Config: a.Provider(),
		},
	)
	counted(t, a, "contact/add", 3)
}

// A change that fails half-way keeps in the state what is done.
func TestGroupContacts_UpdateHalfway(t *testing.T) {
	t.Parallel()
	a := withGroup(t, sms.ContactForms{})
	config := a.Provider("max_retries = 0") + bookConfig(contactsOf(`"+33600000001" = { firstname = "Grace" }`, three))
	acctest.Run(t,
		resource.TestStep{Config: a.Provider() + bookConfig(contactsOf(one, two))},
		resource.TestStep{
			PreConfig:   func() { a.Script("contact/delete", acctest.Refusal(99, "Non")) },
			Config:      config,
			ExpectError: regexp.MustCompile(`(?s)Unable to update contacts of group.*2\s+of\s+3\s+changes\s+are\s+done`),
		},
		resource.TestStep{
			Config:            config,
			ConfigPlanChecks:  plans(book, plancheck.ResourceActionUpdate),
			ConfigStateChecks: []statecheck.StateCheck{total(2), in("contacts", knownvalue.MapSizeExact(2))},
		},
	)
	counted(t, a, "contact/add", 2)
	counted(t, a, "contact/update", 1)
}

// A list that is not whole, or whose second page fails, is no state.
func TestGroupContacts_NotWhole(t *testing.T) {
	t.Parallel()
	for name, script := range map[string][]simulator.Step{
		"second page fails": {{Process: true}, {Status: http.StatusBadGateway}},
		"total says more":   {{Body: `{"success": true, "code": 200, "total": "9", "datas": [{"contactId": "C1001", "phone": "+33600000001"}]}`}, {Body: `{"success": true, "code": 200, "total": "9", "datas": []}`}},
		"row without id":    {{Body: `{"success": true, "code": 200, "datas": [{"phone": "+33600000001"}]}`}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := withGroup(t, sms.ContactForms{ContactPageSize: 1})
			config := a.Provider("max_retries = 0") + bookConfig(contactsOf(one, two))
			acctest.Run(t,
				resource.TestStep{Config: config},
				resource.TestStep{
					PreConfig: func() { a.Script("contact/list", script...) }, Config: config,
					ExpectError: regexp.MustCompile(`Unable to read contacts of group`),
				},
				resource.TestStep{Config: config, ConfigPlanChecks: plans(book, plancheck.ResourceActionNoop)},
			)
			counted(t, a, "contact/add", 1)
		})
	}
}

// What keys and details are refused for, without a request.
func TestGroupContacts_Arguments(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	config, want := a.Provider(), map[string][]string{}
	for name, test := range map[string]struct {
		contacts string
		want     []string
	}{
		"national": {`{ "06 00 00 00 01" = {} }`, []string{"Phone number in contacts is not in E.164 form", `"06 00 00 00 01" is a number in another form.`, "provider::smspartner::e164"}},
		"word":     {`{ "Ada" = {} }`, []string{"Invalid phone number in contacts", `"Ada" is not a phone number`}},
		"null":     {`{ "+33600000001" = null }`, []string{"Invalid value for contacts", "The contact +33600000001 is null: write {} for one without details"}},
		"date":     {`{ "+33600000001" = { date = "soon" } }`, []string{`Invalid value for contacts["+33600000001"].date`, `"soon" is not a date`}},
	} {
		config += strings.Replace(bookConfig(test.contacts), `"book"`, fmt.Sprintf("%q", name), 1)
		want["smspartner_group_contacts."+name] = test.want
	}
	acctest.RefuseEach(t, acctest.Attached(t, config), []string{"validate", "-no-color"}, want)
	a.WantRequests(t, 0)
}
