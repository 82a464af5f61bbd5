package contacts_test

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/compare"
	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/terraform"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const ada = "smspartner_contact.ada"

// contactConfig is a contact of the group G101, with lines of arguments.
func contactConfig(number string, lines ...string) string {
	return fmt.Sprintf("\nresource \"smspartner_contact\" \"ada\" {\n  group_id     = \"G101\"\n  phone_number = %q\n  %s\n}\n", number, strings.Join(lines, "\n  "))
}

func of(attribute string, want knownvalue.Check) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(ada, tfjsonpath.New(attribute), want)
}

func plans(resourceAddress string, action plancheck.ResourceActionType) resource.ConfigPlanChecks {
	return resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{plancheck.ExpectResourceAction(resourceAddress, action)}}
}

// withGroup is an account with the group G101.
func withGroup(t *testing.T, forms sms.ContactForms) *acctest.Account {
	t.Helper()
	a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{ContactForms: forms}})
	a.AddGroup(sms.Group{Name: "Astreinte"})
	return a
}

// counted asserts how many requests came to a path.
func counted(t *testing.T, a *acctest.Account, path string, want int) {
	t.Helper()
	if got := len(a.Requests(path)); got != want {
		t.Errorf("%d requests to %s, want %d", got, path, want)
	}
}

// listed writes the contacts of the group G101 as number and first name.
func listed(a *acctest.Account) string {
	var list []string
	for _, c := range a.Contacts("G101") {
		list = append(list, strings.TrimSpace(c.Number+" "+c.Details["firstname"]))
	}
	return strings.Join(list, ", ")
}

// A contact is created, planned empty, spelled otherwise, changed in place, replaced, found
// changed and gone, and deleted. Only its details are read, and never the list.
func TestContact_Lifecycle(t *testing.T) {
	t.Parallel()
	a := withGroup(t, sms.ContactForms{})
	id := statecheck.CompareValue(compare.ValuesSame())
	const all = `firstname = "Ada"
  lastname  = ""
  date      = "1990-01-31"
  url       = "https://example.org"
  custom1   = "équipe 👩‍💻"`
	acctest.Run(t,
		resource.TestStep{
			Config:           a.Provider() + contactConfig("06 00 00 00 01", all),
			ConfigPlanChecks: plans(ada, plancheck.ResourceActionCreate),
			ConfigStateChecks: []statecheck.StateCheck{
				of("id", knownvalue.StringExact("C1001")), of("group_id", knownvalue.StringExact("G101")),
				of("phone_number", knownvalue.StringExact("06 00 00 00 01")),
				of("firstname", knownvalue.StringExact("Ada")), of("lastname", knownvalue.StringExact("")), of("date", knownvalue.StringExact("1990-01-31")),
				of("custom1", knownvalue.StringExact("équipe 👩‍💻")), of("custom2", knownvalue.Null()),
				of("stop_sms", knownvalue.Bool(false)), of("short_url", knownvalue.Null()), of("created_at", knownvalue.NotNull()),
				id.AddStateValue(ada, tfjsonpath.New("id")),
			},
		},
		resource.TestStep{ // another spelling of the number
			Config:            a.Provider() + contactConfig("+33600000001", all),
			ConfigPlanChecks:  plans(ada, plancheck.ResourceActionNoop),
			ConfigStateChecks: []statecheck.StateCheck{of("phone_number", knownvalue.StringExact("06 00 00 00 01"))},
		},
		resource.TestStep{ // details go and come
			Config:           a.Provider() + contactConfig("0600000001", `lastname = "Lovelace"`),
			ConfigPlanChecks: plans(ada, plancheck.ResourceActionUpdate),
			ConfigStateChecks: []statecheck.StateCheck{
				of("firstname", knownvalue.Null()), of("lastname", knownvalue.StringExact("Lovelace")), of("date", knownvalue.Null()), of("url", knownvalue.Null()),
				id.AddStateValue(ada, tfjsonpath.New("id")),
			},
		},
		resource.TestStep{ // changed in the dashboard
			PreConfig:        func() { a.SetContact("C1001", map[string]string{"lastname": "Byron", "custom4": "x"}) },
			Config:           a.Provider() + contactConfig("0600000001", `lastname = "Lovelace"`),
			ConfigPlanChecks: plans(ada, plancheck.ResourceActionUpdate),
		},
		resource.TestStep{ // deleted in the dashboard
			PreConfig:         func() { a.RemoveContact("C1001") },
			Config:            a.Provider() + contactConfig("0600000001", `lastname = "Lovelace"`),
			ConfigPlanChecks:  plans(ada, plancheck.ResourceActionCreate),
			ConfigStateChecks: []statecheck.StateCheck{of("id", knownvalue.StringExact("C1002"))},
		},
		resource.TestStep{
			Config:            a.Provider() + contactConfig("0600000002", `lastname = "Lovelace"`),
			ConfigPlanChecks:  plans(ada, plancheck.ResourceActionDestroyBeforeCreate),
			ConfigStateChecks: []statecheck.StateCheck{of("id", knownvalue.StringExact("C1003"))},
		},
	)
	if got := listed(a); got != "" {
		t.Errorf("the group has %s", got)
	}
	counted(t, a, "contact/update", 2)
	counted(t, a, "contact/list", 0)
	counted(t, a, "contact/add", 3)
}

// A change to an equal value is no request, and a moved resource is no other contact.
func TestContact_NoRequest(t *testing.T) {
	t.Parallel()
	a := withGroup(t, sms.ContactForms{})
	moved := strings.Replace(contactConfig("0600000001", `firstname = ""`), `"ada"`, `"other"`, 1) +
		"\nmoved {\n  from = smspartner_contact.ada\n  to   = smspartner_contact.other\n}\n"
	acctest.Run(t,
		resource.TestStep{Config: a.Provider() + contactConfig("0600000001")},
		resource.TestStep{Config: a.Provider() + contactConfig("0600000001", `firstname = ""`), ConfigStateChecks: []statecheck.StateCheck{of("stop_sms", knownvalue.Bool(false))}},
		resource.TestStep{Config: a.Provider() + moved, ConfigPlanChecks: plans("smspartner_contact.other", plancheck.ResourceActionNoop)},
	)
	counted(t, a, "contact/update", 0)
	counted(t, a, "contact/add", 1)
}

// A group has a number once, so a contact can't be created before the one that it
// replaces unless the number differs.
func TestContact_CreateBeforeDestroy(t *testing.T) {
	t.Parallel()
	a := withGroup(t, sms.ContactForms{})
	const first = "lifecycle {\n    create_before_destroy = true\n  }"
	acctest.Run(t,
		resource.TestStep{Config: a.Provider() + contactConfig("0600000001", first)},
		resource.TestStep{
			Config:           a.Provider() + contactConfig("0600000002", first),
			ConfigPlanChecks: plans(ada, plancheck.ResourceActionCreateBeforeDestroy),
		},
	)
	counted(t, a, "contact/delete", 2)
}

// Each import leaves what the configuration says. A contact does not tell its group.
func TestContact_Import(t *testing.T) {
	t.Parallel()
	a := withGroup(t, sms.ContactForms{ContactPageSize: 1})
	a.AddGroup(sms.Group{Name: "Clients"})
	a.AddContact(sms.Contact{GroupID: "G102", Number: "0600000009"})
	config := a.Provider() + contactConfig("+33600000001", `date = "1990-01-31"`)
	acctest.Run(t,
		resource.TestStep{Config: config},
		resource.TestStep{ResourceName: ada, ImportState: true, ImportStateVerify: true},
		resource.TestStep{ResourceName: ada, ImportState: true, ImportStateVerify: true, ImportStateId: "G101/C1002"},
		resource.TestStep{ResourceName: ada, ImportState: true, ImportStateId: "C9", ExpectError: regexp.MustCompile(`Cannot import non-existent`)},
		resource.TestStep{
			PreConfig:    func() { a.Script("contact/list", acctest.Refusal(1, "groupId est requis")) },
			ResourceName: ada, ImportState: true, ImportStateId: "C1002", ExpectError: regexp.MustCompile(`(?s)Unable to import contact.*GROUP_ID/C1002`),
		},
	)
}

// An import of a contact that no group lists leaves the group to the configuration, which
// supplies it without a call.
func TestContact_ImportUnlisted(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	a.AddContact(sms.Contact{GroupID: "G101", Number: "0600000001"})
	acctest.Run(t,
		resource.TestStep{
			Config: a.Provider() + contactConfig("+33600000001"), ResourceName: ada, ImportState: true, ImportStateId: "C1001", ImportStatePersist: true,
			ImportStateCheck: func(states []*terraform.InstanceState) error {
				if got := states[0].Attributes["group_id"]; got != "" {
					return fmt.Errorf("the group is %q", got)
				}
				return nil
			},
		},
		resource.TestStep{
			Config:            a.Provider() + contactConfig("+33600000001"),
			ConfigPlanChecks:  plans(ada, plancheck.ResourceActionUpdate),
			ConfigStateChecks: []statecheck.StateCheck{of("group_id", knownvalue.StringExact("G101")), of("id", knownvalue.StringExact("C1001"))},
		},
	)
	counted(t, a, "contact/add", 0)
	counted(t, a, "contact/update", 0)
}

// What the vendor has in other forms is no drift.
func TestContact_Forms(t *testing.T) {
	t.Parallel()
	for name, forms := range map[string]sms.ContactForms{
		"dates day first, all details are sent": {ContactDayFirst: true, ContactUpdateClears: true},
		"texts cut, odd values stored":          {ContactTextsCut: true, ContactOddStored: true, ContactUpdateNumber: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := withGroup(t, forms)
			acctest.Run(t,
				resource.TestStep{Config: a.Provider() + contactConfig("0600000001", `date = "1990-01-31"`, `custom1 = "a"`)},
				resource.TestStep{
					Config:            a.Provider() + contactConfig("0600000001", `date = "1990-01-30"`, `custom1 = "a"`),
					ConfigStateChecks: []statecheck.StateCheck{of("date", knownvalue.StringExact("1990-01-30")), of("custom1", knownvalue.StringExact("a"))},
				},
			)
		})
	}
}

// A lost answer to a write is settled by what the vendor has: nothing is written twice.
func TestContact_Lost(t *testing.T) {
	t.Parallel()
	carriedOut := simulator.Step{Process: true, Drop: simulator.DropDuring}
	for name, step := range map[string]simulator.Step{
		"dropped":            carriedOut,
		"502":                {Process: true, Status: http.StatusBadGateway, Body: "<html>"},
		"without a contact":  {Process: true, Body: `{"success": true, "code": 200}`},
		"about another one":  {Process: true, Body: `{"success": true, "code": 200, "contact": {"phoneNumber": "+33600000009", "contactId": "C7"}}`},
		"queued by gateways": simulator.DegradedStep(true),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := withGroup(t, sms.ContactForms{})
			script := func(path string) func() { return func() { a.Script(path, step) } }
			acctest.Run(t,
				resource.TestStep{
					PreConfig: script("contact/add"), Config: a.Provider() + contactConfig("0600000001"),
					ConfigStateChecks: []statecheck.StateCheck{of("id", knownvalue.StringExact("C1001")), of("created_at", knownvalue.NotNull())},
				},
				resource.TestStep{
					PreConfig: script("contact/update"), Config: a.Provider() + contactConfig("0600000001", `firstname = "Ada"`),
					ConfigStateChecks: []statecheck.StateCheck{of("firstname", knownvalue.StringExact("Ada"))},
				},
				resource.TestStep{PreConfig: script("contact/delete"), Config: a.Provider()},
			)
			counted(t, a, "contact/add", 1)
			counted(t, a, "contact/update", 1)
			counted(t, a, "contact/delete", 1)
		})
	}
}

func TestContact_Errors(t *testing.T) {
	t.Parallel()
	const summary = "Unable to create contact"
	for name, test := range map[string]struct {
		step simulator.Step
		want []string
	}{
		"in the group":    {acctest.Refusal(15, "Le numéro est déjà dans le groupe"), []string{summary, "with " + ada, "Nothing was created. The group has a contact with this number already.", "code 15", "To manage it here, import it.", `id = "G101/C1001"`}},
		"group missing":   {acctest.Refusal(1, "groupId est requis"), []string{summary, "Nothing was created. SMS Partner received no group id"}},
		"contact missing": {acctest.Refusal(2, "Contact infos sont requises"), []string{summary, "SMS Partner received no contact."}},
		"key refused":     {acctest.Refusal(10, "Clef API incorrecte"), []string{summary, "does not accept the API key", "SMSPARTNER_API_KEY"}},
		"lost, older one": {simulator.Step{Drop: simulator.DropBefore}, []string{"Unable to tell whether the contact was created", "C1001, but it differs in: firstname. It seems to be older.", `id = "G101/C1001"`, "before you apply again"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := withGroup(t, sms.ContactForms{})
			a.AddContact(sms.Contact{GroupID: "G101", Number: "0600000001", Details: map[string]string{"firstname": "Grace"}})
			a.Script("contact/add", test.step)
			acctest.Fail(t, a.Provider("max_retries = 0")+contactConfig("0600000001", `firstname = "Ada"`), test.want...)
			if got := listed(a); got != "+33600000001 Grace" {
				t.Errorf("the group has %s", got)
			}
			counted(t, a, "contact/add", 1)
		})
	}
}

// A read that fails, or a 404 of another program, does not take the contact for gone.
func TestContact_NotGone(t *testing.T) {
	t.Parallel()
	a := withGroup(t, sms.ContactForms{})
	config := a.Provider("max_retries = 0") + contactConfig("0600000001")
	failing := func(step simulator.Step) resource.TestStep {
		return resource.TestStep{
			PreConfig: func() { a.Script("contact/detail", step) }, Config: config, ExpectError: regexp.MustCompile(`Unable to read contact`),
		}
	}
	acctest.Run(t,
		resource.TestStep{Config: config},
		failing(simulator.Step{Status: http.StatusNotFound, Body: "<html>"}),
		failing(simulator.DegradedStep(false)),
		failing(simulator.Step{Body: `{"success": true, "code": 200, "contact": {"contactId": "C7"}}`}),
		resource.TestStep{Config: config, ConfigPlanChecks: plans(ada, plancheck.ResourceActionNoop)},
	)
}

// What the arguments are refused for, without a request.
func TestContact_Arguments(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	config, want := a.Provider(), map[string][]string{}
	for name, test := range map[string]struct{ line, attribute, want string }{
		"name_long":    {`firstname = "` + strings.Repeat("é", 33) + `"`, "firstname", "has 33 characters: write at most 32."},
		"custom_long":  {`custom4 = "` + strings.Repeat("é", 256) + `"`, "custom4", "has 256 characters: write at most 255."},
		"hidden":       {`lastname = "a\u200bb"`, "lastname", "Its character 2 is U+200B, which nobody can see: remove it."},
		"date_french":  {`date = "31-01-1990"`, "date", `"31-01-1990" is not a date: write year, month and day, such as "1990-01-31".`},
		"date_never":   {`date = "1990-02-30"`, "date", "is not a date"},
		"url_relative": {`url = "example.org"`, "url", "The address does not begin with http:// or https://."},
		"url_no_host":  {`url = "https://"`, "url", "is not a web address"},
	} {
		config += strings.Replace(contactConfig("0600000001", test.line), `"ada"`, fmt.Sprintf("%q", name), 1)
		want["smspartner_contact."+name] = []string{"Invalid value for " + test.attribute, test.want}
	}
	config += strings.Replace(contactConfig("06 ab"), `"ada"`, `"number"`, 1)
	want["smspartner_contact.number"] = []string{"Invalid phone number"}
	acctest.RefuseEach(t, acctest.Attached(t, config), []string{"validate", "-no-color"}, want)
	a.WantRequests(t, 0)
}
