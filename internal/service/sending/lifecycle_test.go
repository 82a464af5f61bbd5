package sending_test

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
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
)

// eachWay runs a test for each of the four resources.
func eachWay(t *testing.T, test func(*testing.T, way)) {
	t.Helper()
	for _, w := range ways {
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			test(t, w)
		})
	}
}

// Every argument reaches the vendor as it documents it, once: neither the plans
// nor the refreshes after it send, nor a second apply.
func TestLifecycle_EveryArgument(t *testing.T) {
	t.Parallel()
	eachWay(t, func(t *testing.T, w way) {
		t.Helper()
		a := acctest.NewAccount(t, simulator.Options{})
		config := a.Provider() + w.resource(w.full)
		results := map[string]knownvalue.Check{
			"message_id": knownvalue.StringExact("1112"),
			"outcome":    knownvalue.StringExact("accepted"),
			"tag":        knownvalue.StringExact("promo1"),
			"recipients": knownvalue.Int64Exact(2),
			"segments":   knownvalue.Int64Exact(2),
			"nb_sms":     knownvalue.Int64Exact(2),
			"cost":       knownvalue.NotNull(),
			"currency":   knownvalue.StringExact("EUR"),
		}
		if w.name == "survey" {
			results["segments"] = knownvalue.Null()
		}
		acctest.Run(t,
			resource.TestStep{Config: config, ConfigStateChecks: w.holds(results), ConfigPlanChecks: w.plans(plancheck.ResourceActionCreate)},
			resource.TestStep{Config: config, ConfigPlanChecks: w.plans(plancheck.ResourceActionNoop)},
			resource.TestStep{RefreshState: true},
		)
		if got := bodies(t, a, w.path); len(got) != 1 || !reflect.DeepEqual(got[0], w.body) {
			t.Errorf("sent %v,\nwant once %v", got, w.body)
		}
		wantSent(t, a, 1)
	})
}

// What is left out stays the vendor's to choose, but for the tag.
func TestLifecycle_RequiredArguments(t *testing.T) {
	t.Parallel()
	eachWay(t, func(t *testing.T, w way) {
		t.Helper()
		a := acctest.NewAccount(t, simulator.Options{})
		acctest.Run(t, resource.TestStep{
			Config: a.Provider() + w.resource(w.required()),
			ConfigStateChecks: w.holds(map[string]knownvalue.Check{
				"tag":      knownvalue.StringRegexp(madeTag),
				"triggers": knownvalue.Null(),
			}),
		})
		body := bodies(t, a, w.path)[0]
		want := map[string]any{"tag": body["tag"]}
		for _, name := range []string{"phoneNumbers", "to", "from", "message", "SMSList", "sondageIdent"} {
			if value, ok := w.body[name]; ok {
				want[name] = value
			}
		}
		if !reflect.DeepEqual(body, want) {
			t.Errorf("sent %v, want %v", body, want)
		}
		// Nothing is scheduled, so the destroy asks for nothing.
		a.WantRequests(t, 1)
	})
}

var madeTag = regexp.MustCompile(`^tf[a-z0-9]{16}$`)

// A change of any argument is a new send, and so is one of triggers. To plan it
// sends nothing.
func TestLifecycle_EachChangeReplaces(t *testing.T) {
	t.Parallel()
	eachWay(t, func(t *testing.T, w way) {
		t.Helper()
		a := acctest.NewAccount(t, simulator.Options{})
		steps := []resource.TestStep{{Config: a.Provider() + w.resource(w.full)}}
		plan := func(change hcl) {
			steps = append(steps, resource.TestStep{
				Config: a.Provider() + w.resource(w.full.with(change)), PlanOnly: true, ExpectNonEmptyPlan: true,
				ConfigPlanChecks: resource.ConfigPlanChecks{PostApplyPostRefresh: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction(w.address(), plancheck.ResourceActionReplace),
				}},
			})
		}
		for _, name := range slices.Sorted(maps.Keys(w.changed)) {
			change := hcl{name: w.changed[name]}
			if name == "gamme" {
				change["is_stop_sms"] = "" // not with low_cost
			}
			plan(change)
		}
		acctest.Run(t, steps...)
		wantSent(t, a, 1)
	})
}

// A made tag is kept as long as the send, and each send has its own.
func TestLifecycle_MadeTag(t *testing.T) {
	t.Parallel()
	eachWay(t, func(t *testing.T, w way) {
		t.Helper()
		a := acctest.NewAccount(t, simulator.Options{})
		config := func(trigger string) string {
			return a.Provider() + w.resource(w.required().with(hcl{"triggers": `{ version = "` + trigger + `" }`}))
		}
		kept := statecheck.CompareValue(compare.ValuesSame())
		own := statecheck.CompareValue(compare.ValuesDiffer())
		ids := statecheck.CompareValue(compare.ValuesDiffer())
		tag, id := tfjsonpath.New("tag"), tfjsonpath.New("message_id")
		acctest.Run(t,
			resource.TestStep{Config: config("1"), ConfigStateChecks: []statecheck.StateCheck{
				kept.AddStateValue(w.address(), tag), own.AddStateValue(w.address(), tag), ids.AddStateValue(w.address(), id),
			}},
			resource.TestStep{Config: config("1"), ConfigStateChecks: []statecheck.StateCheck{kept.AddStateValue(w.address(), tag)}},
			resource.TestStep{Config: config("2"), ConfigPlanChecks: w.plans(plancheck.ResourceActionReplace), ConfigStateChecks: []statecheck.StateCheck{
				own.AddStateValue(w.address(), tag), ids.AddStateValue(w.address(), id),
			}},
		)
		wantSent(t, a, 2)
	})
}

// A tag that is no longer given changes nothing about what was sent.
func TestLifecycle_TagTakenAway(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := sends("sms")
	acctest.Run(t,
		resource.TestStep{Config: a.Provider() + w.resource(w.full)},
		resource.TestStep{
			Config:            a.Provider() + w.resource(w.full.with(hcl{"tag": ""})),
			ConfigPlanChecks:  w.plans(plancheck.ResourceActionNoop),
			ConfigStateChecks: w.holds(map[string]knownvalue.Check{"tag": knownvalue.StringExact("promo1")}),
		},
	)
	wantSent(t, a, 1)
}

// The same phones and the same moment in another spelling or order are the same
// send: nobody gets it twice for the sake of a dot.
func TestLifecycle_SpellingSendsNothing(t *testing.T) {
	t.Parallel()
	respelled := hcl{
		"phone_numbers":           `["+33.600.000.001", "0032470123456"]`,
		"to":                      `["+33.600.000.001", "0032470123456"]`,
		"from":                    `"+33700000000"`,
		"messages":                `[{ phone_number = "0600000002", message = "Deux" }, { phone_number = "+33 6 00 00 00 01", message = "Un" }]`,
		"scheduled_delivery_date": `"2040-06-01T07:30:00Z"`,
	}
	eachWay(t, func(t *testing.T, w way) {
		t.Helper()
		a := acctest.NewAccount(t, simulator.Options{})
		change := maps.Clone(respelled)
		maps.DeleteFunc(change, func(name, _ string) bool { return w.full[name] == "" })
		acctest.Run(t,
			resource.TestStep{Config: a.Provider() + w.resource(w.full)},
			resource.TestStep{
				Config:           a.Provider() + w.resource(w.full.with(change)),
				ConfigPlanChecks: w.plans(plancheck.ResourceActionUpdate),
				ConfigStateChecks: w.holds(map[string]knownvalue.Check{
					"message_id": knownvalue.StringExact("1112"), "tag": knownvalue.StringExact("promo1"), "recipients": knownvalue.Int64Exact(2),
				}),
			},
			resource.TestStep{Config: a.Provider() + w.resource(w.full.with(change)), ConfigPlanChecks: w.plans(plancheck.ResourceActionNoop)},
		)
		wantSent(t, a, 1)
	})
}

// A change that only looks like one of spelling is a new send, or is refused like
// one.
func TestLifecycle_NotOneOfSpelling(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		way    string
		change hcl
		want   string
	}{
		"a moment that is not known yet": {"sms", hcl{"scheduled_delivery_date": "terraform_data.later.output"}, ""},
		"texts that change places": {
			"bulk_sms", hcl{"messages": `[{ phone_number = "0600000001", message = "Deux" }, { phone_number = "0600000002", message = "Un" }]`}, "",
		},
		"a phone twice":           {"sms", hcl{"phone_numbers": `["0600000001", "06 00 00 00 01", "+32470123456"]`}, `is\s+the\s+same\s+phone\s+as`},
		"a number that is wrong":  {"long_number_sms", hcl{"to": `["0600000001", "+32470123456", "0600"]`}, `too\s+short\s+for\s+the\s+region\s+FR`},
		"a phone twice, in texts": {"bulk_sms", hcl{"messages": strings.Replace(oneText, "[", `[{ phone_number = "06 00 00 00 01", message = "Un" },`, 1)}, `is\s+the\s+same\s+phone\s+as`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			w := sends(test.way)
			changed := resource.TestStep{
				Config: a.Provider() + later(inJune) + w.resource(w.required().with(test.change)), ConfigPlanChecks: w.plans(plancheck.ResourceActionReplace),
			}
			sent := 2
			if test.want != "" {
				changed.ExpectError, sent = regexp.MustCompile(test.want), 1
			}
			acctest.Run(t, resource.TestStep{Config: a.Provider() + w.resource(w.required())}, changed)
			wantSent(t, a, sent)
		})
	}
}
