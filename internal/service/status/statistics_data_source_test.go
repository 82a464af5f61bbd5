package status_test

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// inDecember is an account at the end of 2021, with the vendor's documented months
// and one before them. Several runs in a minute exceed the vendor's rate.
func inDecember(t *testing.T, variant simulator.Variant) *acctest.Account {
	t.Helper()
	at := func(month time.Month, day int) time.Time { return time.Date(2021, month, day, 12, 0, 0, 0, time.UTC) }
	a := acctest.NewAccount(t, simulator.Options{
		Variant: variant, NoRateLimits: true, Now: func() time.Time { return at(time.December, 24) },
	})
	a.AddStatistics(
		simulator.Period{Start: at(time.January, 31), Cost: "0.1", Sent: 2},
		simulator.Period{Start: at(time.October, 4), Cost: "49.174", Sent: 1210},
		simulator.Period{Start: at(time.November, 5), Cost: "51.002", Sent: 1255},
	)
	return a
}

// month is an element of periods.
func month(t *testing.T, number int64, date, cost string, sent int64) map[string]knownvalue.Check {
	t.Helper()
	return map[string]knownvalue.Check{
		"type": text("month"), "year": whole(2021), "month": whole(number), "date": text(date), "cost": acctest.Amount(t, cost), "nb_send": whole(sent),
	}
}

// The vendor's documented example, whose months begin in summer and in winter
// time, in each interval.
func TestStatistics_Intervals(t *testing.T) {
	t.Parallel()
	january := month(t, 1, "2021-01-01T00:00:00+01:00", "0.1", 2)
	october := month(t, 10, "2021-10-01T00:00:00+02:00", "49.174", 1210)
	november := month(t, 11, "2021-11-01T00:00:00+01:00", "51.002", 1255)
	config, checks := "", []statecheck.StateCheck{}
	for name, test := range map[string]struct {
		arguments string
		periods   knownvalue.Check
		cost      string
		sent      int64
	}{
		"month":  {`interval = "last_month"`, objects(november), "51.002", 1255},
		"months": {`interval = "last_twelve_months"`, objects(january, october, november), "100.276", 2467},
		"custom": {"interval = \"custom\"\n  from = \"2021-10-01\"\n  to = \"2021-11-30\"", objects(october, november), "100.176", 2465},
		"a_day":  {"interval = \"custom\"\n  from = \"2021-10-21\"\n  to = \"2021-10-21\"", knownvalue.ListExact(nil), "0", 0},
	} {
		config += statistics.Named(name, test.arguments, fmt.Sprintf(`
  lifecycle {
    postcondition {
      condition     = self.cost == %s
      error_message = "The sum is ${self.cost}."
    }
  }`, test.cost))
		for attribute, want := range map[string]knownvalue.Check{"periods": test.periods, "cost": acctest.Amount(t, test.cost), "nb_send": whole(test.sent)} {
			checks = append(checks, statistics.NamedHas(name, attribute, want))
		}
	}
	tests := acctest.Tests{}
	for name, variant := range map[string]simulator.Variant{"documented": {}, "as strings": {Forms: simulator.Forms{NumbersAsStrings: true}, StatisticsForms: simulator.StatisticsForms{UnpaddedMonth: true}}} {
		a := inDecember(t, variant)
		tests[name] = acctest.Test{Steps: []acctest.Step{{
			Config: a.Provider() + config,
			State:  checks,
		}}}
	}
	tests.Run(t)
}

const unableToReadStatistics = "Error: Unable to read statistics"

func TestStatistics_Errors(t *testing.T) {
	t.Parallel()
	const block = `data "smspartner_statistics" "test" {`
	problem := func(element, words string) simulator.Step {
		return simulator.Step{Status: http.StatusBadRequest, Body: fmt.Sprintf(`{"success":false,"code":9,"error":[{"elementId":"children[%s].data","message":%q}]}`, element, words)}
	}
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		step simulator.Step
		want []string
	}{
		"1":        {acctest.Refusal(1, "La Clé API est requise"), []string{block, "SMS Partner received no API key.", `code 1, "La Clé API est requise"`}},
		"10":       {acctest.Refusal(10, "Clé API incorrecte"), []string{block, "SMS Partner does not accept the API key.", `code 10, "Clé API incorrecte"`}},
		"interval": {problem("interval", "L'intervalle n'est pas valide"), []string{"interval = ", "SMS Partner refused the request.", `code 9, "interval: L'intervalle n'est pas valide"`}},
		"from":     {problem("from", "La date est invalide"), []string{"from = ", "SMS Partner refused the request.", `code 9, "from: La date est invalide"`}},
		"to":       {problem("to", "La date est invalide"), []string{"to = ", "SMS Partner refused the request.", `code 9, "to: La date est invalide"`}},
		"429":      {simulator.Step{Status: http.StatusTooManyRequests}, []string{block, "refused the call because it came too soon after others (HTTP 429).", "or raise max_retries"}},
		"no list":  {simulator.Step{Body: `{"success":true}`}, []string{block, `gave no usable answer: the answer reports success, but has no "datas".`}},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		a.Script("statistics/cost-resume", test.step)
		cases[name] = acctest.Case{
			Account: a, Config: a.Provider("max_retries = 0") + statistics.Test(`interval = "custom"`, `from = "2021-10-01"`, `to = "2021-10-01"`),
			Want: append([]string{unableToReadStatistics, statistics.WithTest()}, test.want...), Requests: 1,
		}
	}
	cases.Fail(t, "plan")
}

func TestStatistics_InvalidConfig(t *testing.T) {
	t.Parallel()
	custom := func(from, to string) string {
		return fmt.Sprintf("interval = \"custom\"\n  from = %q\n  to = %q", from, to)
	}
	day := func(value string) string {
		return fmt.Sprintf("%q is not a day of the calendar: write year, month and day as in \"2026-01-31\".", value)
	}
	statistics.Refuses(t, map[string][]string{
		"interval":      {`interval = "yearly"`, "Invalid value for interval", `"yearly" is not among`, `"last_month", "last_twelve_months", "custom"`},
		"interval_from": {"interval = \"yearly\"\n  from = \"2026-01-01\"", "Invalid value for interval"},
		"no_from":       {"interval = \"custom\"\n  to = \"2026-01-31\"", "Invalid value for from", `Interval = "custom" needs it: write a day such as "2026-01-31".`},
		"no_to":         {"interval = \"custom\"\n  from = \"2026-01-31\"", "Invalid value for to", `Interval = "custom" needs it`},
		"from":          {"interval = \"last_month\"\n  from = \"2026-01-31\"", "Invalid value for from", `It is allowed only with interval = "custom": leave it out, or change interval.`},
		"to":            {"interval = \"last_twelve_months\"\n  to = \"2026-01-31\"", "Invalid value for to", `It is allowed only with interval = "custom"`},
		"no_day":        {custom("2026-02-30", "2026-03-01"), "Invalid value for from", day("2026-02-30")},
		"no_leap_year":  {custom("2026-01-01", "2026-02-29"), "Invalid value for to", day("2026-02-29")},
		"vendor_form":   {custom("01-02-2026", "2026-03-01"), "Invalid value for from", day("01-02-2026")},
		"with_time":     {custom("2026-02-01", "2026-03-01T00:00:00Z"), "Invalid value for to", day("2026-03-01T00:00:00Z")},
		"empty":         {custom("", "2026-03-01"), "Invalid value for from", day("")},
		"reversed":      {custom("2026-02-02", "2026-02-01"), "Invalid value for to", `"2026-02-01" is before from, "2026-02-02".`},
	})
}

// What is not known yet may still be right, or be left out.
func TestStatistics_Unknown(t *testing.T) {
	t.Parallel()
	a := inDecember(t, simulator.Variant{})
	config := acctest.Later("2021-11-30") +
		statistics.Named("to", `interval = "custom"`, `from = "2021-10-01"`, "to = terraform_data.later.output") +
		statistics.Named("interval", `interval = terraform_data.later.output == "2021-11-30" ? "custom" : "last_month"`, `from = "2021-10-01"`, `to = "2021-11-30"`) +
		statistics.Named("none", `interval = "last_month"`, `from = terraform_data.later.output == "2021-11-30" ? null : "2021-10-01"`)
	reads, costs := []plancheck.PlanCheck{}, []statecheck.StateCheck{}
	for name, cost := range map[string]string{"to": "100.176", "interval": "100.176", "none": "51.002"} {
		reads = append(reads, plancheck.ExpectResourceAction(statistics.Address(name), plancheck.ResourceActionRead))
		costs = append(costs, statistics.NamedHas(name, "cost", acctest.Amount(t, cost)))
	}
	acctest.Tests{"test": {Steps: []acctest.Step{{
		Config: a.Provider() + config,
		Plan:   reads,
		State:  costs,
	}}}}.Run(t)
}

// A cost that can't be read is null, and so is the sum; the rest is told.
func TestStatistics_Unread(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	a.Script("statistics/cost-resume", simulator.Step{Body: `{"success":true,"datas":[{"cost":"1","nb_send":"2"},{"cost":"cher","nb_send":"3"}]}`})
	w := acctest.Attached(t, a.Provider()+statistics.Test(`interval = "last_month"`)+`
output "seen" {
  value = "${jsonencode(data.smspartner_statistics.test.cost)} ${data.smspartner_statistics.test.nb_send}"
}
`)
	acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"), `seen = "null 5"`,
		"Warning: Incomplete statistics", statistics.WithTest(), `"datas[1].cost" holds "cher", which is not a number.`)
}
