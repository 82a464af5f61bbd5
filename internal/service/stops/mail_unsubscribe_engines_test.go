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

func TestMailUnsubscribe_Identity(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Identity)
	a := acctest.NewAccount(t, simulator.Options{})
	acctest.Run(t,
		resource.TestStep{
			Config: a.MailProvider() + unsubscribe("ada@example.com"),
			ConfigStateChecks: []statecheck.StateCheck{
				statecheck.ExpectIdentity(unsubscribeAddress, map[string]knownvalue.Check{"id": knownvalue.StringExact("300")}),
			},
		},
		resource.TestStep{ResourceName: unsubscribeAddress, ImportState: true, ImportStateKind: resource.ImportBlockWithResourceIdentity},
	)
}

func TestMailUnsubscribe_List(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.ListResources)
	const found = "smspartner_mail_unsubscribe.all"
	a := acctest.NewAccount(t, simulator.Options{})
	a.Mail.AddUnsubscribe("bob@example.com")
	acctest.Run(t,
		resource.TestStep{Config: a.MailProvider() + unsubscribe("ada@example.com")},
		resource.TestStep{
			Query: true, Config: "\nlist \"smspartner_mail_unsubscribe\" \"all\" {\n  provider = smspartner\n  include_resource = true\n}\n",
			QueryResultChecks: []querycheck.QueryResultCheck{
				querycheck.ExpectLength(found, 2),
				querycheck.ExpectIdentity(found, map[string]knownvalue.Check{"id": knownvalue.StringExact("300")}),
				querycheck.ExpectIdentity(found, map[string]knownvalue.Check{"id": knownvalue.StringExact("301")}),
				querycheck.ExpectResourceKnownValues(found, queryfilter.ByDisplayName(knownvalue.StringExact("ada@example.com")), []querycheck.KnownValueCheck{
					{Path: tfjsonpath.New("id"), KnownValue: knownvalue.StringExact("301")},
					{Path: tfjsonpath.New("email"), KnownValue: knownvalue.StringExact("ada@example.com")},
					{Path: tfjsonpath.New("created_at"), KnownValue: knownvalue.NotNull()},
				}),
			},
		},
	)
}

// A part of the list does not pass for the whole.
func TestMailUnsubscribe_ListFails(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.ListResources)
	a := acctest.NewAccount(t, simulator.Options{})
	a.Mail.Script("unsubscribe/list", simulator.Step{Repeat: true, Body: `{"success": true, "code": 200, "nbData": 2, "data": [{"id": 19, "email": "ada@example.com"}]}`})
	w := a.Workspace(t, acctest.RequiredProviders)
	query := []byte("list \"smspartner_mail_unsubscribe\" \"all\" {\n  provider = smspartner\n}\n")
	if err := os.WriteFile(filepath.Join(w.Dir, "all.tfquery.hcl"), query, 0o600); err != nil {
		t.Fatal(err)
	}
	acctest.Refuse(t, w, []string{"query", "-no-color"}, "Unable to list unsubscribed addresses", "its list is not whole by its own count")
}
