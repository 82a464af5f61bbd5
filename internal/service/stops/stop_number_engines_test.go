package stops_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/querycheck"
	"github.com/hashicorp/terraform-plugin-testing/querycheck/queryfilter"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

func TestStopNumber_Identity(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Identity)
	a := acctest.NewAccount(t, simulator.Options{})
	acctest.Run(t,
		resource.TestStep{
			Config: a.Provider() + stop("+33600000003"),
			ConfigStateChecks: []statecheck.StateCheck{
				statecheck.ExpectIdentity(address, map[string]knownvalue.Check{"id": knownvalue.StringExact("300")}),
			},
		},
		resource.TestStep{ResourceName: address, ImportState: true, ImportStateKind: resource.ImportBlockWithResourceIdentity},
	)
}

func TestStopNumber_List(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.ListResources)
	const found = "smspartner_stop_number.all"
	a := acctest.NewAccount(t, simulator.Options{})
	a.AddStop("+33600000009")
	query := func(more string) string {
		return "\nlist \"smspartner_stop_number\" \"all\" {\n  provider = smspartner\n  include_resource = true\n" + more + "}\n"
	}
	acctest.Run(t,
		resource.TestStep{Config: a.Provider() + stop("+33600000003")},
		resource.TestStep{
			Query: true, Config: query(""),
			QueryResultChecks: []querycheck.QueryResultCheck{
				querycheck.ExpectLength(found, 2),
				querycheck.ExpectIdentity(found, map[string]knownvalue.Check{"id": knownvalue.StringExact("300")}),
				querycheck.ExpectIdentity(found, map[string]knownvalue.Check{"id": knownvalue.StringExact("301")}),
				querycheck.ExpectResourceKnownValues(found, queryfilter.ByDisplayName(knownvalue.StringExact("+33600000003")), []querycheck.KnownValueCheck{
					{Path: tfjsonpath.New("id"), KnownValue: knownvalue.StringExact("301")},
					{Path: tfjsonpath.New("created_at"), KnownValue: knownvalue.NotNull()},
				}),
			},
		},
		resource.TestStep{
			Query: true, Config: query("  limit = 1\n"),
			QueryResultChecks: []querycheck.QueryResultCheck{querycheck.ExpectLength(found, 1)},
		},
	)
}

// A part of the list does not pass for the whole.
func TestStopNumber_ListFails(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.ListResources)
	a := acctest.NewAccount(t, simulator.Options{})
	a.Script("stop-sms/list", simulator.Step{Repeat: true, Body: `{"success": true, "code": 200, "nbData": 2, "data": [{"id": 19, "phoneNumber": "+33600000003"}]}`})
	w := a.Workspace(t, acctest.RequiredProviders)
	query := []byte("list \"smspartner_stop_number\" \"all\" {\n  provider = smspartner\n}\n")
	if err := os.WriteFile(filepath.Join(w.Dir, "all.tfquery.hcl"), query, 0o600); err != nil {
		t.Fatal(err)
	}
	acctest.Refuse(t, w, []string{"query", "-no-color"}, "Unable to list STOP numbers", "its list is not whole by its own count")
}
