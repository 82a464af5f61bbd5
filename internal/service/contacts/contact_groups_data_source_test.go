package contacts_test

import (
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const contactGroups acctest.DataSource = "smspartner_contact_groups"

func TestContactGroups(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	created := time.Date(2024, time.May, 2, 7, 12, 0, 0, time.UTC)
	for _, name := range []string{"vip", "all", "vip"} {
		a.AddGroup(sms.Group{Name: name, Created: created, Location: name == "all"})
	}
	one := func(id, name string) knownvalue.Check {
		return knownvalue.ObjectExact(map[string]knownvalue.Check{
			"id": knownvalue.StringExact(id), "name": knownvalue.StringExact(name),
			"created_at":      knownvalue.StringExact("2024-05-02T09:12:00+02:00"),
			"is_special_file": knownvalue.Bool(false), "is_location_file": knownvalue.Bool(name == "all"),
		})
	}
	groups := func(list ...knownvalue.Check) knownvalue.Check { return knownvalue.ListExact(list) }
	acctest.Run(t, resource.TestStep{
		Config: a.Provider() + contactGroups.Named("all") + contactGroups.Named("vip", `name = "vip"`) + contactGroups.Named("none", `name = "VIP"`),
		ConfigStateChecks: []statecheck.StateCheck{
			contactGroups.NamedHas("all", "groups", groups(one("G101", "vip"), one("G102", "all"), one("G103", "vip"))),
			contactGroups.NamedHas("vip", "groups", groups(one("G101", "vip"), one("G103", "vip"))),
			contactGroups.NamedHas("none", "groups", groups()),
		},
	})
}

// A value that can't be read is null, with one warning; the others are there.
func TestContactGroups_Unread(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	a.Script("group/list", simulator.Step{Repeat: true, Body: `{"success":false,"groups":[{"id":7,"name":"x","createdAt":"soon","isSpecialFile":"0"}]}`})
	printed := acctest.Succeed(t, a.Workspace(t, acctest.RequiredProviders+a.Provider()+contactGroups.Test()+"\noutput \"groups\" {\n  value = data.smspartner_contact_groups.test.groups\n}\n"),
		"apply", "-auto-approve", "-no-color")
	acctest.WantText(t, printed, "Incomplete contact groups", `"groups[0].createdAt" holds "soon"`, `"id" = "7"`, `"is_special_file" = false`)
}

func TestContactGroups_Name(t *testing.T) {
	t.Parallel()
	contactGroups.Refuses(t, map[string][]string{
		"empty": {`name = ""`, "Invalid value for name", "The name is empty: write one of 1 to 255 characters."},
		"blank": {`name = " vip"`, "Invalid value for name", `" vip" begins or ends with a blank`},
	})
}
