package sending_test

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/compare"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// eachWay applies a test for each of the four resources, at once.
func eachWay(t *testing.T, test func(way) acctest.Test) {
	t.Helper()
	tests := acctest.Tests{}
	for _, w := range ways {
		tests[w.name] = test(w)
	}
	tests.Run(t)
}

// eachSMS is [eachWay] less what has no tag.
func eachSMS(t *testing.T, test func(way) acctest.Test) {
	t.Helper()
	tests := acctest.Tests{}
	for _, w := range ways {
		if w.isSMS() {
			tests[w.name] = test(w)
		}
	}
	tests.Run(t)
}

// Every argument reaches the vendor as it documents it, once: neither the plans
// nor the refreshes after it send, nor a second apply.
func TestLifecycle_EveryArgument(t *testing.T) {
	t.Parallel()
	eachWay(t, func(w way) acctest.Test {
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
		switch w.name {
		case "survey":
			results["segments"] = knownvalue.Null()
		case "rcs_message":
			results["nb_rcs"] = results["nb_sms"]
			maps.DeleteFunc(results, func(name string, _ knownvalue.Check) bool {
				return slices.Contains([]string{"nb_sms", "tag", "outcome"}, name)
			})
		}
		return acctest.Test{
			Steps: []acctest.Step{
				{Config: config, State: w.holds(results), Plan: w.plans(plancheck.ResourceActionCreate)},
				{Config: config, Plan: w.plans(plancheck.ResourceActionNoop)},
			},
			After: func(t *testing.T) {
				if got := bodies(t, a, w.path); len(got) != 1 || !reflect.DeepEqual(got[0], w.body) {
					t.Errorf("sent %v,\nwant once %v", got, w.body)
				}
				wantSent(t, a, 1)
			},
		}
	})
}

// What is left out stays the vendor's to choose, but for the tag.
func TestLifecycle_RequiredArguments(t *testing.T) {
	t.Parallel()
	eachWay(t, func(w way) acctest.Test {
		a := acctest.NewAccount(t, simulator.Options{})
		results := map[string]knownvalue.Check{"tag": knownvalue.StringRegexp(madeTag), "triggers": knownvalue.Null()}
		if !w.isSMS() {
			delete(results, "tag")
			results["segments"] = knownvalue.Null()
		}
		return acctest.Test{
			Steps: []acctest.Step{{
				Config: a.Provider() + w.resource(w.required()),
				State:  w.holds(results),
			}},
			After: func(t *testing.T) {
				body := bodies(t, a, w.path)[0]
				want := map[string]any{"tag": body["tag"]}
				if !w.isSMS() {
					want = map[string]any{"isUnicode": 1.0, "richContent": map[string]any{"conversation": map[string]any{"text": "Bonjour l'été", "suggestions": []any{}}}}
				}
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
			},
		}
	})
}

var madeTag = regexp.MustCompile(`^tf[a-z0-9]{16}$`)

// A change of any argument is a new send, and so is one of triggers. To plan it
// sends nothing.
func TestLifecycle_EachChangeReplaces(t *testing.T) {
	t.Parallel()
	g := acctest.NewGroup(t)
	accounts, changed, replaced := map[string]*acctest.Account{}, map[string]string{}, map[string][]plancheck.PlanCheck{}
	for _, w := range ways {
		for argument, value := range w.changed {
			change := hcl{argument: value}
			for _, other := range w.others[argument] {
				change[other] = ""
			}
			a, name := acctest.NewAccount(t, simulator.Options{}), w.name+" "+argument
			g.Set(t, name, a.Provider()+w.resource(w.full))
			accounts[name], changed[name] = a, a.Provider()+w.resource(w.full.with(change))
			replaced[name] = w.plans(plancheck.ResourceActionReplace)
		}
	}
	g.Must(t, "apply")
	for name, config := range changed {
		g.Set(t, name, config)
	}
	for _, refresh := range []string{"-refresh=false", "-refresh=true"} {
		g.Must(t, "plan", refresh)
		g.Planned(t, replaced)
	}
	for _, a := range accounts {
		wantSent(t, a, 1)
	}
	g.Must(t, "destroy")
}

// A made tag is kept as long as the send, and each send has its own.
func TestLifecycle_MadeTag(t *testing.T) {
	t.Parallel()
	eachSMS(t, func(w way) acctest.Test {
		a := acctest.NewAccount(t, simulator.Options{})
		config := func(trigger string) string {
			return a.Provider() + w.resource(w.required().with(hcl{"triggers": `{ version = "` + trigger + `" }`}))
		}
		kept := statecheck.CompareValue(compare.ValuesSame())
		own := statecheck.CompareValue(compare.ValuesDiffer())
		ids := statecheck.CompareValue(compare.ValuesDiffer())
		tag, id := tfjsonpath.New("tag"), tfjsonpath.New("message_id")
		return acctest.Test{
			Steps: []acctest.Step{
				{Config: config("1"), State: []statecheck.StateCheck{
					kept.AddStateValue(w.address(), tag), own.AddStateValue(w.address(), tag), ids.AddStateValue(w.address(), id),
				}},
				{Config: config("1"), State: []statecheck.StateCheck{kept.AddStateValue(w.address(), tag)}},
				{Config: config("2"), Plan: w.plans(plancheck.ResourceActionReplace), State: []statecheck.StateCheck{
					own.AddStateValue(w.address(), tag), ids.AddStateValue(w.address(), id),
				}},
			},
			After: func(t *testing.T) { wantSent(t, a, 2) },
		}
	})
}

// A tag that is no longer given changes nothing about what was sent.
func TestLifecycle_TagTakenAway(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := sends("sms")
	acctest.Tests{"tag": {Steps: []acctest.Step{
		{Config: a.Provider() + w.resource(w.full)},
		{
			Config: a.Provider() + w.resource(w.full.with(hcl{"tag": ""})),
			Plan:   w.plans(plancheck.ResourceActionNoop),
			State:  w.holds(map[string]knownvalue.Check{"tag": knownvalue.StringExact("promo1")}),
		},
	}}}.Run(t)
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
	eachWay(t, func(w way) acctest.Test {
		a := acctest.NewAccount(t, simulator.Options{})
		change := maps.Clone(respelled)
		maps.DeleteFunc(change, func(name, _ string) bool { return w.full[name] == "" })
		kept := map[string]knownvalue.Check{
			"message_id": knownvalue.StringExact("1112"), "tag": knownvalue.StringExact("promo1"), "recipients": knownvalue.Int64Exact(2),
		}
		if !w.isSMS() {
			delete(kept, "tag")
		}
		return acctest.Test{
			Steps: []acctest.Step{
				{Config: a.Provider() + w.resource(w.full)},
				{
					Config: a.Provider() + w.resource(w.full.with(change)),
					Plan:   w.plans(plancheck.ResourceActionUpdate),
					State:  w.holds(kept),
				},
				{Config: a.Provider() + w.resource(w.full.with(change)), Plan: w.plans(plancheck.ResourceActionNoop)},
			},
			After: func(t *testing.T) { wantSent(t, a, 1) },
		}
	})
}

// A change that only looks like one of spelling is a new send.
func TestLifecycle_NotOneOfSpelling(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, test := range map[string]struct {
		way    string
		change hcl
	}{
		"a moment that is not known yet": {"sms", hcl{"scheduled_delivery_date": "terraform_data.later.output"}},
		"texts that change places": {
			"bulk_sms", hcl{"messages": `[{ phone_number = "0600000001", message = "Deux" }, { phone_number = "0600000002", message = "Un" }]`},
		},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		w := sends(test.way)
		tests[name] = acctest.Test{
			Steps: []acctest.Step{
				{Config: a.Provider() + w.resource(w.required())},
				{Config: a.Provider() + later(inJune) + w.resource(w.required().with(test.change)), Plan: w.plans(plancheck.ResourceActionReplace)},
			},
			After: func(t *testing.T) { wantSent(t, a, 2) },
		}
	}
	tests.Run(t)
}

// A change to what can't be sent is refused like a new send.
func TestLifecycle_ChangeRefused(t *testing.T) {
	t.Parallel()
	g, accounts := acctest.NewGroup(t), map[string]*acctest.Account{}
	changes := map[string]struct {
		way    string
		change hcl
		want   string
	}{
		"a phone twice":           {"sms", hcl{"phone_numbers": `["0600000001", "06 00 00 00 01", "+32470123456"]`}, "is the same phone as"},
		"a number that is wrong":  {"long_number_sms", hcl{"to": `["0600000001", "+32470123456", "0600"]`}, "too short for the region FR"},
		"a phone twice, in texts": {"bulk_sms", hcl{"messages": strings.Replace(oneText, "[", `[{ phone_number = "06 00 00 00 01", message = "Un" },`, 1)}, "is the same phone as"},
	}
	for name, test := range changes {
		accounts[name] = acctest.NewAccount(t, simulator.Options{})
		w := sends(test.way)
		g.Set(t, name, accounts[name].Provider()+w.resource(w.required()))
	}
	g.Must(t, "apply")
	for name, test := range changes {
		w := sends(test.way)
		g.Set(t, name, accounts[name].Provider()+w.resource(w.required().with(test.change)))
	}
	if g.Run(t, "plan") {
		t.Error("the changes are planned")
	}
	g.Each(t, func(t *testing.T, name string) {
		test := changes[name]
		acctest.WantError(t, g.Said(name), test.want)
		wantSent(t, accounts[name], 1)
	})
}
