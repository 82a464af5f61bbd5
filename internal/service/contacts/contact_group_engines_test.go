package contacts_test

import (
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

func TestContactGroup_Identity(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Identity)
	a := acctest.NewAccount(t, simulator.Options{})
	acctest.Run(t,
		resource.TestStep{
			Config: a.Provider() + group("Clients"),
			ConfigStateChecks: []statecheck.StateCheck{
				statecheck.ExpectIdentity(address, map[string]knownvalue.Check{"id": knownvalue.StringExact("G101")}),
			},
		},
		resource.TestStep{ResourceName: address, ImportState: true, ImportStateKind: resource.ImportBlockWithResourceIdentity},
	)
}

func TestContactGroup_List(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.ListResources)
	const found = "smspartner_contact_group.all"
	a := acctest.NewAccount(t, simulator.Options{})
	a.AddGroup(sms.Group{Name: "vip"})
	acctest.Run(t,
		resource.TestStep{Config: a.Provider() + group("Clients")},
		resource.TestStep{
			Query:  true,
			Config: "\nlist \"smspartner_contact_group\" \"all\" {\n  provider = smspartner\n  include_resource = true\n}\n",
			QueryResultChecks: []querycheck.QueryResultCheck{
				querycheck.ExpectLength(found, 2),
				querycheck.ExpectIdentity(found, map[string]knownvalue.Check{"id": knownvalue.StringExact("G101")}),
				querycheck.ExpectIdentity(found, map[string]knownvalue.Check{"id": knownvalue.StringExact("G102")}),
				querycheck.ExpectResourceKnownValues(found, queryfilter.ByDisplayName(knownvalue.StringExact("Clients")), []querycheck.KnownValueCheck{
					{Path: tfjsonpath.New("name"), KnownValue: knownvalue.StringExact("Clients")},
					{Path: tfjsonpath.New("is_location_file"), KnownValue: knownvalue.Bool(false)},
				}),
			},
		},
	)
}
