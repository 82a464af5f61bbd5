package sending_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// text is a text of n characters, as HCL.
func text(n int) string { return fmt.Sprintf("%q", strings.Repeat("a", n)) }

// The plan shows the size of a send before it is paid. A survey's text is in the
// dashboard, so its size is not known.
func TestPlan_Size(t *testing.T) {
	t.Parallel()
	g, accounts, checks := acctest.NewGroup(t), []*acctest.Account{}, map[string][]plancheck.PlanCheck{}
	for name, test := range map[string]struct {
		way        string
		arguments  hcl
		recipients int64
		segments   knownvalue.Check
	}{
		"one SMS":        {"sms", hcl{"phone_numbers": `["0600000001"]`, "message": text(160)}, 1, knownvalue.Int64Exact(1)},
		"two by two":     {"sms", hcl{"message": text(161)}, 2, knownvalue.Int64Exact(4)},
		"Unicode":        {"sms", hcl{"message": text(71), "is_unicode": "true"}, 2, knownvalue.Int64Exact(4)},
		"a batch":        {"bulk_sms", hcl{"messages": `[{ phone_number = "0600000001", message = "a" }, { phone_number = "0600000002", message = ` + text(307) + ` }]`}, 2, knownvalue.Int64Exact(4)},
		"a long number":  {"long_number_sms", hcl{"message": text(154)}, 2, knownvalue.Int64Exact(2)},
		"the most parts": {"sms", hcl{"phone_numbers": `["0600000001"]`, "message": text(1530)}, 1, knownvalue.Int64Exact(10)},
		"a survey":       {"survey", nil, 2, knownvalue.Null()},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		w := sends(test.way)
		g.Set(t, name, a.Provider()+w.resource(w.required().with(test.arguments)))
		accounts = append(accounts, a)
		checks[name] = []plancheck.PlanCheck{
			plancheck.ExpectKnownValue(w.address(), tfjsonpath.New("recipients"), knownvalue.Int64Exact(test.recipients)),
			plancheck.ExpectKnownValue(w.address(), tfjsonpath.New("segments"), test.segments),
			plancheck.ExpectUnknownValue(w.address(), tfjsonpath.New("message_id")),
			plancheck.ExpectUnknownValue(w.address(), tfjsonpath.New("tag")),
		}
	}
	g.Must(t, "plan")
	g.Planned(t, checks)
	for _, a := range accounts {
		a.WantRequests(t, 0)
	}
}

// A replacement is a new send, whose size is shown like that of the first.
func TestPlan_SizeOfReplacement(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := sends("sms")
	acctest.Tests{"size": {Steps: []acctest.Step{
		{Config: a.Provider() + w.resource(w.required())},
		{
			Config: a.Provider() + w.resource(w.required().with(hcl{"message": text(161)})),
			Plan: []plancheck.PlanCheck{
				plancheck.ExpectKnownValue(w.address(), tfjsonpath.New("segments"), knownvalue.Int64Exact(4)),
				plancheck.ExpectUnknownValue(w.address(), tfjsonpath.New("message_id")),
			},
		},
	}}}.Run(t)
	wantSent(t, a, 2)
}

// later is a resource whose output is known after it is applied.
func later(value string) string {
	return "resource \"terraform_data\" \"later\" {\n  input = " + value + "\n}\n"
}

// What waits for an apply leaves the sizes that depend on it unknown, and no
// others; once known, it is sent.
func TestPlan_Unknown(t *testing.T) {
	t.Parallel()
	known, unknown := plancheck.ExpectKnownValue, plancheck.ExpectUnknownValue
	const output = "terraform_data.later.output"
	w := sends("sms")
	recipients, segments := tfjsonpath.New("recipients"), tfjsonpath.New("segments")
	tests := acctest.Tests{}
	for name, test := range map[string]struct {
		value     string
		arguments hcl
		checks    []plancheck.PlanCheck
	}{
		"the text": {`"Bonjour"`, hcl{"message": output}, []plancheck.PlanCheck{
			known(w.address(), recipients, knownvalue.Int64Exact(2)), unknown(w.address(), segments),
		}},
		"all numbers": {`["0600000001", "0600000002"]`, hcl{"phone_numbers": output}, []plancheck.PlanCheck{
			unknown(w.address(), recipients), unknown(w.address(), segments),
		}},
		"a number": {`"0600000001"`, hcl{"phone_numbers": `["0600000002", ` + output + `]`}, []plancheck.PlanCheck{
			unknown(w.address(), recipients), unknown(w.address(), segments),
		}},
		"the form": {`false`, hcl{"is_unicode": output}, []plancheck.PlanCheck{
			known(w.address(), recipients, knownvalue.Int64Exact(2)), unknown(w.address(), segments),
		}},
		"the moment": {inJune, hcl{"scheduled_delivery_date": output}, []plancheck.PlanCheck{
			known(w.address(), recipients, knownvalue.Int64Exact(2)), known(w.address(), segments, knownvalue.Int64Exact(2)),
		}},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		tests[name] = acctest.Test{Steps: []acctest.Step{{
			Config: a.Provider() + later(test.value) + w.resource(w.required().with(test.arguments)),
			Plan:   test.checks,
			State:  w.holds(map[string]knownvalue.Check{"recipients": knownvalue.Int64Exact(2), "segments": knownvalue.Int64Exact(2)}),
		}}, After: func(t *testing.T) { wantSent(t, a, 1) }}
	}
	tests.Run(t)
}

// What is known is checked while planning, whatever else is not; what was unknown
// is checked before it is sent.
func TestPlan_UnknownRefused(t *testing.T) {
	t.Parallel()
	const output = "terraform_data.later.output"
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		value     string
		arguments hcl
		want      []string
	}{
		"a blank text":          {`" "`, hcl{"message": output}, []string{"message =", "It is blank: write what the phone is to show."}},
		"a text left blank":     {`"~"`, hcl{"message": output}, []string{"message =", "Nothing is left of it after the vendor's replacements"}},
		"a long text":           {text(1531), hcl{"message": output}, []string{"message =", "takes 11 segments"}},
		"a sender":              {`"A-B"`, hcl{"sender": output}, []string{"sender =", `"A-B" is not a sender`}},
		"a moment off step":     {`"2040-06-01T09:31:00+02:00"`, hcl{"scheduled_delivery_date": output}, []string{"scheduled_delivery_date =", "step of 5 minutes"}},
		"a moment that is over": {`"2020-06-01T09:30:00+02:00"`, hcl{"scheduled_delivery_date": output}, []string{"scheduled_delivery_date =", "is over"}},
		"a number":              {`"0600000001"`, hcl{"phone_numbers": `["+33600000001", ` + output + `]`}, []string{`Invalid value for phone_numbers["0600000001"]`, "is the same phone as"}},
		"STOP with low_cost":    {`"low_cost"`, hcl{"gamme": output, "is_stop_sms": "true"}, []string{"is_stop_sms =", "NoPub=STOP"}},
		"a blank text of a batch": {
			`" "`,
			hcl{"messages": `[{ phone_number = "0600000001", message = ` + output + ` }]`},
			[]string{"Invalid value for messages[0].message", "It is blank: write what the phone is to show."},
		},
		"a text of a batch left blank": {
			`"~"`,
			hcl{"messages": `[{ phone_number = "0600000001", message = ` + output + ` }]`},
			[]string{"Invalid value for messages[0].message", "Nothing is left of it after the vendor's replacements"},
		},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		w := sends("sms")
		if _, batch := test.arguments["messages"]; batch {
			w = sends("bulk_sms")
		}
		cases[name] = acctest.Case{
			Account: a, Config: a.Provider() + later(test.value) + w.resource(w.required().with(test.arguments)), Want: test.want,
		}
	}
	cases.Fail(t, "apply")
	a, w := acctest.NewAccount(t, simulator.Options{}), sends("sms")
	acctest.Cases{"a wrong number beside an unknown text": {
		Account: a, Config: a.Provider() + later(`"Bonjour"`) + w.resource(w.required().with(hcl{"message": output, "phone_numbers": `["0600"]`})),
		Want: []string{`Invalid phone number in phone_numbers["0600"]`, `"0600" is not a phone number: it is too short for the region FR.`},
	}}.Fail(t, "plan")
}
