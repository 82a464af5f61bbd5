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
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const address = "smspartner_contact_group.test"

func group(name string) string {
	return fmt.Sprintf("\nresource \"smspartner_contact_group\" \"test\" {\n  name = %q\n}\n", name)
}

func has(attribute string, want knownvalue.Check) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(address, tfjsonpath.New(attribute), want)
}

func will(action plancheck.ResourceActionType) resource.ConfigPlanChecks {
	return resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{plancheck.ExpectResourceAction(address, action)}}
}

// named are the names of the account's groups.
func named(a *acctest.Account) string {
	var names []string
	for _, g := range a.Groups() {
		names = append(names, g.Name)
	}
	return strings.Join(names, ", ")
}

func wantGroups(t *testing.T, a *acctest.Account, want string) {
	t.Helper()
	if got := named(a); got != want {
		t.Errorf("the groups are %q, want %q", got, want)
	}
}

// A group is created, planned empty, imported by id, replaced, found gone and deleted.
func TestContactGroup_Lifecycle(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	id := statecheck.CompareValue(compare.ValuesDiffer())
	acctest.Run(t,
		resource.TestStep{
			Config:           a.Provider() + group("Clients à Paris"),
			ConfigPlanChecks: will(plancheck.ResourceActionCreate),
			ConfigStateChecks: []statecheck.StateCheck{
				has("id", knownvalue.StringExact("G101")),
				has("name", knownvalue.StringExact("Clients à Paris")),
				has("created_at", knownvalue.StringRegexp(regexp.MustCompile(`^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$`))),
				has("is_special_file", knownvalue.Bool(false)),
				has("is_location_file", knownvalue.Bool(false)),
				id.AddStateValue(address, tfjsonpath.New("id")),
			},
		},
		resource.TestStep{ResourceName: address, ImportState: true, ImportStateVerify: true},
		resource.TestStep{
			Config:           a.Provider() + group("Clients"),
			ConfigPlanChecks: will(plancheck.ResourceActionDestroyBeforeCreate),
			ConfigStateChecks: []statecheck.StateCheck{
				has("name", knownvalue.StringExact("Clients")),
				id.AddStateValue(address, tfjsonpath.New("id")),
			},
		},
		resource.TestStep{
			PreConfig:         func() { a.RemoveGroup("G102") }, // in the dashboard
			Config:            a.Provider() + group("Clients"),
			ConfigPlanChecks:  will(plancheck.ResourceActionCreate),
			ConfigStateChecks: []statecheck.StateCheck{has("id", knownvalue.StringExact("G103"))},
		},
	)
	wantGroups(t, a, "")
}

// Each disputed form of the call that deletes a group is found, and tried first from then
// on by the same run.
func TestContactGroup_DeleteForms(t *testing.T) {
	t.Parallel()
	for form, want := range map[string]int{
		"POST /group/delete": 2, "DELETE /group/delete": 3, "POST /groupe/delete": 4, "DELETE /groupe/delete": 5,
	} {
		t.Run(form, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{GroupForms: sms.GroupForms{
				GroupDelete: form, GroupListSuccess: true, NumericGroupIDs: true,
			}}})
			config := a.Provider() + group("one") + "\nresource \"smspartner_contact_group\" \"other\" {\n  name = \"two\"\n  depends_on = [smspartner_contact_group.test]\n}\n"
			acctest.Run(t, resource.TestStep{Config: config, ConfigStateChecks: []statecheck.StateCheck{has("id", knownvalue.StringExact("6001"))}})
			wantGroups(t, a, "")
			if got := len(a.Requests("group/delete", "groupe/delete")); got != want {
				t.Errorf("%d requests delete two groups, want %d", got, want)
			}
		})
	}
}

// A lost answer to a creation is settled by the list: the group is kept, and not made
// again.
func TestContactGroup_CreateLost(t *testing.T) {
	t.Parallel()
	for name, step := range map[string]simulator.Step{
		"carried out, dropped": {Process: true, Drop: simulator.DropDuring},
		"carried out, 502":     {Process: true, Status: http.StatusBadGateway, Body: "<html>"},
		"without an id":        {Process: true, Body: `{"success": true, "code": 2}`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			a.AddGroup(sms.Group{Name: "Clients"}) // of the same name, but not this one
			a.Script("group/add", step)
			acctest.Run(t, resource.TestStep{
				Config: a.Provider() + group("Clients"),
				ConfigStateChecks: []statecheck.StateCheck{
					has("id", knownvalue.StringExact("G102")),
					has("created_at", knownvalue.NotNull()),
				},
			})
			wantGroups(t, a, "Clients") // that of the dashboard
			if got := len(a.Requests("group/add")); got != 1 {
				t.Errorf("%d requests create it, want 1", got)
			}
		})
	}
}

func TestContactGroup_Errors(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		path string
		step simulator.Step
		want []string
	}{
		"name missing":     {"group/add", acctest.Refusal(1, "name est requis"), []string{"Unable to create contact group", "with " + address, "Nothing was created. SMS Partner received no name.", "so something on the way removed it"}},
		"key missing":      {"group/add", acctest.Refusal(2, "La Clé API est requise"), []string{"Nothing was created. SMS Partner received no API key.", "check base_url"}},
		"key refused":      {"group/add", acctest.Refusal(10, "Clef API incorrecte"), []string{"Nothing was created. SMS Partner does not accept the API key.", "SMSPARTNER_API_KEY"}},
		"list refused":     {"group/list", acctest.Refusal(10, "Clef API incorrecte"), []string{"Unable to create contact group", "SMS Partner does not accept the API key."}},
		"list without any": {"group/list", simulator.Step{Body: `{"success": false}`}, []string{`the answer has neither "groups" nor an error code`}},
		"list degraded":    {"group/list", simulator.DegradedStep(false), []string{`reports success, but has no "groups"`}},
		"item without id":  {"group/list", simulator.Step{Body: `{"success": false, "groups": [{"name": "x"}]}`}, []string{"its groups[0] has no id"}},
		"id twice":         {"group/list", simulator.Step{Body: `{"success": false, "groups": [{"id": "G1", "name": "x"}, {"id": "G1", "name": "y"}]}`}, []string{"it lists the id G1 with two names"}},
		"not whole":        {"group/list", simulator.Step{Body: `{"success": false, "total": 30, "groups": [{"id": "G1", "name": "x"}]}`}, []string{"its list is not whole by its own count"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			a.Script(test.path, test.step)
			acctest.Fail(t, a.Provider()+group("Clients"), test.want...)
			wantGroups(t, a, "")
		})
	}
}

// A refresh that can't read the whole list does not take the group for gone.
func TestContactGroup_NotGone(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	config := a.Provider("max_retries = 0") + group("Clients")
	acctest.Run(t,
		resource.TestStep{Config: config},
		resource.TestStep{
			PreConfig:   func() { a.Script("group/list", simulator.Step{Status: http.StatusNotFound, Body: "<html>"}) },
			Config:      config,
			ExpectError: regexp.MustCompile(`Unable to read contact group`),
		},
		resource.TestStep{
			Config: config,
			ConfigPlanChecks: resource.ConfigPlanChecks{
				PreApply: []plancheck.PlanCheck{plancheck.ExpectResourceAction(address, plancheck.ResourceActionNoop)},
			},
		},
	)
}

// A name that the list shows in another way, or not at all, is no change, and a group that
// was never listed is not gone.
func TestContactGroup_ListedOtherwise(t *testing.T) {
	t.Parallel()
	const name = "équipe 👩‍💻"
	row := func(name string) simulator.Step {
		return simulator.Step{Repeat: true, Body: fmt.Sprintf(`{"success": false, "groups": [{"id": "G101", "name": %s}]}`, name)}
	}
	for title, test := range map[string]struct {
		before, after *simulator.Step // of the list, once the group is made
	}{
		"characters that can't be shown": {},
		"without a name":                 {after: new(row("null"))},
		"never listed":                   {before: &simulator.Step{Repeat: true, Body: `{"success": false, "groups": []}`}},
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			script := func(step *simulator.Step) func() {
				return func() {
					if step != nil {
						a.Script("group/list", *step)
					}
				}
			}
			acctest.Run(t,
				resource.TestStep{
					PreConfig:         script(test.before),
					Config:            a.Provider() + group(name),
					ConfigStateChecks: []statecheck.StateCheck{has("id", knownvalue.StringExact("G101")), has("name", knownvalue.StringExact(name))},
				},
				resource.TestStep{
					PreConfig:        script(test.after),
					Config:           a.Provider() + group(name),
					ConfigPlanChecks: will(plancheck.ResourceActionNoop),
				},
				resource.TestStep{ // which lets the group be deleted
					PreConfig:        script(&simulator.Step{Process: true, Repeat: true}),
					Config:           a.Provider() + group(name),
					ConfigPlanChecks: will(plancheck.ResourceActionNoop),
				},
			)
			if got := len(a.Requests("group/add")); got != 1 {
				t.Errorf("%d requests create it, want 1", got)
			}
		})
	}
}

// What the name is refused for, without a request.
func TestContactGroup_Name(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	config, want := a.Provider(), map[string][]string{}
	for name, test := range map[string]struct{ value, want string }{
		"empty":   {"", "The name is empty: write one of 1 to 255 characters."},
		"blank":   {"  ", "The name is empty"},
		"long":    {strings.Repeat("é", 256), "The name has 256 characters: write at most 255."},
		"leading": {" x", `" x" begins or ends with a blank`},
		"break":   {"a\nb", "has a line break, or a blank other than a plain space"},
		"hidden":  {"a\u200bb", "Its character 2 is U+200B, which nobody can see: remove it."},
	} {
		config += fmt.Sprintf("\nresource \"smspartner_contact_group\" %q {\n  name = %q\n}\n", name, test.value)
		want["smspartner_contact_group."+name] = []string{"Invalid value for name", test.want}
	}
	acctest.RefuseEach(t, acctest.Attached(t, config), []string{"validate", "-no-color"}, want)
	a.WantRequests(t, 0)
}
