package contacts_test

import (
	"fmt"
	"regexp"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/querycheck"
	"github.com/hashicorp/terraform-plugin-testing/querycheck/queryfilter"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// A contact is imported by its identity, with and without the group, and so are all
// contacts of a group.
func TestContact_ImportIdentity(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Identity)
	a := withGroup(t, sms.ContactForms{})
	acctest.Run(t,
		resource.TestStep{
			Config: a.Provider() + contactConfig("+33600000001"),
			ConfigStateChecks: []statecheck.StateCheck{
				statecheck.ExpectIdentity(ada, map[string]knownvalue.Check{"id": knownvalue.StringExact("C1001"), "group_id": knownvalue.StringExact("G101")}),
			},
		},
		resource.TestStep{ResourceName: ada, ImportState: true, ImportStateKind: resource.ImportBlockWithResourceIdentity},
	)
	acctest.Run(t,
		resource.TestStep{
			Config: a.Provider() + bookConfig(contactsOf(one)),
			ConfigStateChecks: []statecheck.StateCheck{
				statecheck.ExpectIdentity(book, map[string]knownvalue.Check{"group_id": knownvalue.StringExact("G101")}),
			},
		},
	)
}

func contactQuery(arguments string) string {
	return "\nlist \"smspartner_contact\" \"all\" {\n  provider = smspartner\n  include_resource = true\n  " + arguments + "\n  config {\n    group_id = \"G101\"\n  }\n}\n"
}

// A query finds all contacts over all pages, or as many as it asks for, and reads no more
// pages than these need.
func TestContact_List(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.ListResources)
	const found = "smspartner_contact.all"
	a := withGroup(t, sms.ContactForms{ContactPageSize: 10})
	for i := range 35 {
		a.AddContact(sms.Contact{GroupID: "G101", Number: fmt.Sprintf("+336%08d", i), Details: map[string]string{"firstname": "Ada"}})
	}
	acctest.Run(t,
		resource.TestStep{Config: a.Provider()},
		resource.TestStep{
			Query: true, Config: contactQuery("limit = 15"),
			QueryResultChecks: []querycheck.QueryResultCheck{querycheck.ExpectLength(found, 15)},
		},
		resource.TestStep{
			PreConfig: func() { counted(t, a, "contact/list", 2) },
			Query:     true, Config: contactQuery(""),
			QueryResultChecks: []querycheck.QueryResultCheck{
				querycheck.ExpectLength(found, 35),
				querycheck.ExpectIdentity(found, map[string]knownvalue.Check{"id": knownvalue.StringExact("C1035"), "group_id": knownvalue.StringExact("G101")}),
				querycheck.ExpectResourceKnownValues(found, queryfilter.ByDisplayName(knownvalue.StringExact("+33600000007")), []querycheck.KnownValueCheck{
					{Path: tfjsonpath.New("group_id"), KnownValue: knownvalue.StringExact("G101")},
					{Path: tfjsonpath.New("firstname"), KnownValue: knownvalue.StringExact("Ada")},
					{Path: tfjsonpath.New("lastname"), KnownValue: knownvalue.Null()},
				}),
			},
		},
		resource.TestStep{
			PreConfig: func() {
				a.Script("contact/list", simulator.Step{Process: true}, acctest.Refusal(99, "Non"))
			},
			Query: true, Config: contactQuery(""), ExpectError: regexp.MustCompile(`Unable to list contacts`),
		},
	)
}

// What an import writes as configuration plans nothing.
func TestContacts_GenerateConfig(t *testing.T) {
	t.Parallel()
	a := withGroup(t, sms.ContactForms{})
	a.AddContact(sms.Contact{GroupID: "G101", Number: "+33600000001", Details: map[string]string{"firstname": "Ada"}})
	ids := map[string]string{ada: "C1001", address: "G101"}
	if acctest.Has(t, acctest.GeneratedMaps) {
		ids[book] = "G101"
	}
	config := acctest.RequiredProviders + a.Provider()
	for to, id := range ids {
		config += fmt.Sprintf("import {\n  to = %s\n  id = %q\n}\n", to, id)
	}
	w := a.Workspace(t, config)
	acctest.Succeed(t, w, "plan", "-generate-config-out=generated.tf", "-no-color")
	printed := acctest.Succeed(t, w, "plan", "-no-color")
	acctest.WantText(t, printed, fmt.Sprintf("Plan: %d to import, 0 to add, 0 to change, 0 to destroy.", len(ids)))
}
