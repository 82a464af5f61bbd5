package contacts_test

import (
	"fmt"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// The vendor may write a contact's number in another spelling than the configuration: that
// is neither an error nor a change.
func TestContact_AnsweredSpelling(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ region, written, answered string }{
		"without plus":           {"FR", "06 00 00 00 01", "33600000001"},
		"without plus, abroad":   {"BE", "0470 12 34 56", "32470123456"},
		"national, abroad":       {"BE", "0470 12 34 56", "0470123456"},
		"national, of E.164":     {"BE", "+32470123456", "0470 12 34 56"},
		"dialled from elsewhere": {"FR", "+32470123456", "0032470123456"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := withGroup(t, sms.ContactForms{})
			a.Script("contact/detail", simulator.Step{Repeat: true, Body: fmt.Sprintf(
				`{"success": true, "code": 200, "contact": {"contactId": "C1001", "phone": %q, "firstname": "Ada", "groupId": 6363}}`, test.answered)})
			config := a.Provider(fmt.Sprintf("default_region = %q", test.region)) + contactConfig(test.written, `firstname = "Ada"`)
			acctest.Run(t,
				resource.TestStep{Config: config, ConfigStateChecks: []statecheck.StateCheck{of("phone_number", knownvalue.StringExact(test.written))}},
				resource.TestStep{RefreshState: true},
				resource.TestStep{Config: config, ConfigPlanChecks: plans(ada, plancheck.ResourceActionNoop)},
			)
		})
	}
}

// The same goes for the contacts of a group.
func TestGroupContacts_AnsweredSpelling(t *testing.T) {
	t.Parallel()
	for name, answered := range map[string][2]string{
		"without plus": {"33600000001", "32470123456"},
		"national":     {"0600000001", "0470 12 34 56"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := withGroup(t, sms.ContactForms{})
			row := func(id int, number string) string {
				return fmt.Sprintf(`{"contactId": "C%d", "phone": %q, "firstname": "Ada"}`, id, number)
			}
			a.Script("contact/list", simulator.Step{Repeat: true, Body: fmt.Sprintf(
				`{"success": true, "code": 200, "currentPage": 1, "total": "2", "datas": [%s, %s]}`, row(1, answered[0]), row(2, answered[1]))})
			config := a.Provider() + bookConfig(contactsOf(`"+33600000001" = { firstname = "Ada" }`, `"+32470123456" = { firstname = "Ada" }`))
			acctest.Run(t,
				resource.TestStep{Config: config, ConfigStateChecks: []statecheck.StateCheck{total(2), in("contacts", knownvalue.MapSizeExact(2))}},
				resource.TestStep{Config: config, ConfigPlanChecks: plans(book, plancheck.ResourceActionNoop)},
			)
			counted(t, a, "contact/add", 0)
		})
	}
}

// An import knows no number beforehand.
func TestGroupContacts_ImportedSpelling(t *testing.T) {
	t.Parallel()
	a := withGroup(t, sms.ContactForms{})
	a.Script("contact/list", simulator.Step{Repeat: true, Body: `{"success": true, "code": 200, "total": "1", "datas": [{"contactId": "C1", "phone": "32470123456"}]}`})
	config := a.Provider() + "\nimport {\n  to = " + book + "\n  id = \"G101\"\n}\n" + bookConfig(contactsOf(`"+32470123456" = {}`))
	acctest.Run(t, resource.TestStep{Config: config, ConfigPlanChecks: plans(book, plancheck.ResourceActionNoop), ConfigStateChecks: []statecheck.StateCheck{total(1)}})
}
