package contacts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/terraform"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// A default region that changes is another reading of the configuration, and never of the
// number that the vendor has.
func TestContact_Region(t *testing.T) {
	t.Parallel()
	a := withGroup(t, sms.ContactForms{ContactUpdateNumber: true})
	belgium := a.Provider(`default_region = "BE"`)
	acctest.Run(t,
		resource.TestStep{Config: a.Provider() + contactConfig("0470 12 34 56")},
		resource.TestStep{ // the same number, with a change
			Config:           belgium + contactConfig("+33 4 70 12 34 56", `firstname = "Ada"`),
			ConfigPlanChecks: plans(ada, plancheck.ResourceActionUpdate),
			ConfigStateChecks: []statecheck.StateCheck{acctest.Then(func() error {
				if got := listed(a); got != "+33470123456 Ada" {
					return fmt.Errorf("the group has %s", got)
				}
				return nil
			})},
		},
		resource.TestStep{ // the same spelling, of a Belgian phone
			Config:           belgium + contactConfig("0470 12 34 56", `firstname = "Ada"`),
			ConfigPlanChecks: plans(ada, plancheck.ResourceActionDestroyBeforeCreate),
			ConfigStateChecks: []statecheck.StateCheck{acctest.Then(func() error {
				if got := listed(a); got != "+32470123456 Ada" {
					return fmt.Errorf("the group has %s", got)
				}
				return nil
			})},
		},
	)
}

// A resource that is replaced after the one that takes its place was created does not empty
// the group.
func TestGroupContacts_CreateBeforeDestroy(t *testing.T) {
	t.Parallel()
	a := withGroup(t, sms.ContactForms{})
	config := a.Provider() + strings.Replace(bookConfig(contactsOf(one, two)), "contacts =", "lifecycle {\n    create_before_destroy = true\n  }\n  contacts =", 1)
	acctest.Run(t,
		resource.TestStep{Config: config},
		resource.TestStep{
			Taint: []string{book}, Config: config, ConfigPlanChecks: plans(book, plancheck.ResourceActionCreateBeforeDestroy),
			Check: func(*terraform.State) error {
				if got := len(a.Contacts("G101")); got != 2 {
					return fmt.Errorf("the group has %d contacts", got)
				}
				return nil
			},
		},
	)
	counted(t, a, "contact/delete", 2) // of the destruction in the end
}
