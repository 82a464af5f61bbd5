package sms

import (
	"math/big"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// The values of the parameter interval.
const (
	intervalLastMonth        = "last_month"
	intervalLastTwelveMonths = "last_twelve_months"
	intervalCustom           = "custom"
)

// statisticsPage is the page "Statistique des envois", which does not list
// _format.
func (a *Account) statisticsPage() []wire.Route {
	return []wire.Route{{
		Method: http.MethodGet,
		Path:   "/statistics/cost-resume",
		Parameters: []wire.Parameter{
			wire.KeyParameter,
			{Name: "interval", Check: wire.OneOf(intervalLastMonth, intervalLastTwelveMonths, intervalCustom)},
			{Name: "from", Check: isStatisticsDate},
			{Name: "to", Check: isStatisticsDate},
		},
		Rate:   &wire.Rate{Requests: 5, Period: time.Minute},
		Handle: a.costResume,
	}}
}

// StatisticsForms are the forms of the statistics.
type StatisticsForms struct {
	// UnpaddedMonth writes m in the statistics as "9" instead of "09": the
	// documented example has months of two digits only.
	UnpaddedMonth bool `flag:"unpadded-month" help:"write m in the statistics as \"9\" instead of \"09\""`
	// DailyStatistics tells by days what was sent, but in the last twelve months:
	// which type of period an interval has is not documented.
	DailyStatistics bool `flag:"daily-statistics" help:"tell by days what was sent last month, or in a custom interval"`
}

const statisticsDateLayout = "02-01-2006"

func isStatisticsDate(v string) string {
	if _, err := time.Parse(statisticsDateLayout, v); err != nil {
		return "is not DD-MM-YYYY"
	}
	return ""
}

// The values of type. The documented example has months; one client met days.
const (
	typeMonth = "month"
	typeDay   = "day"
)

// Period is what the account has sent in some time.
type Period struct {
	// Start is any moment of the month, or of the first day where Type is
	// another.
	Start time.Time
	// Type is "month" when empty, the only value in the documented example.
	Type string
	// Cost is a decimal number, "0" when empty. It is answered as it stands,
	// unless it is added to others.
	Cost string
	// Sent is how many SMS were sent.
	Sent int
}

// AddStatistics adds to what the statistics tell. Messages that a call has sent
// are there too, those of [Account.AddMessage] are not.
func (a *Account) AddStatistics(periods ...Period) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, p := range periods {
		a.periods = append(a.periods, p.complete())
	}
}

// complete moves a period to its start, midnight in Paris, as the documented
// example has it.
func (p Period) complete() Period {
	if p.Type == "" {
		p.Type = typeMonth
	}
	if p.Cost == "" {
		p.Cost = "0"
	}
	year, month, day := p.Start.In(wire.Paris).Date()
	if p.Type == typeMonth {
		day = 1
	}
	p.Start = time.Date(year, month, day, 0, 0, 0, 0, wire.Paris)
	return p
}

// resume returns the periods that start in a range of time and, by months or by
// days, what was sent in it: each period once, the oldest first. What the vendor makes of
// a range that cuts a month is not known, nor whether it lists months in which
// nothing was sent.
func (a *Account) resume(from, until time.Time, by string) []Period {
	within := func(t time.Time) bool { return !t.Before(from) && t.Before(until) }
	var found []Period
	for _, p := range a.periods {
		if within(p.Start) {
			found = append(found, p)
		}
	}
	for _, sent := range a.messages.departed(a.Now()) {
		if within(sent.leaves) {
			found = append(found, Period{Start: sent.leaves, Type: by, Cost: sent.charged.Decimal(), Sent: sent.sms}.complete())
		}
	}
	slices.SortStableFunc(found, func(a, b Period) int {
		if order := a.Start.Compare(b.Start); order != 0 {
			return order
		}
		return strings.Compare(a.Type, b.Type)
	})
	var merged []Period
	for _, p := range found {
		last := len(merged) - 1
		if last < 0 || !merged[last].Start.Equal(p.Start) || merged[last].Type != p.Type {
			merged = append(merged, p)
			continue
		}
		merged[last].Cost = sum(merged[last].Cost, p.Cost)
		merged[last].Sent += p.Sent
	}
	return merged
}

// sum adds amounts without the rounding of a float. It skips a text that is no number.
func sum(a, b string) string {
	total := new(big.Rat)
	for _, amount := range []string{a, b} {
		if n, ok := new(big.Rat).SetString(amount); ok {
			total.Add(total, n)
		}
	}
	return total.FloatString(3)
}

func (a *Account) costResume(c *wire.Call) (wire.Object, *wire.Failure) {
	from, until, problems := interval(c, a.Now())
	if len(problems) > 0 {
		return nil, &wire.Failure{Code: 9, Problems: problems, HTTPStatus: http.StatusBadRequest}
	}
	by := typeMonth
	if a.options.Variant.DailyStatistics && c.Text("interval") != intervalLastTwelveMonths {
		by = typeDay
	}
	data := []wire.Object{}
	for _, p := range a.resume(from, until, by) {
		data = append(data, a.statisticsItem(p))
	}
	// This answer has no code.
	return wire.Object{wire.Boolean("success", true), wire.List("datas", data)}, nil
}

func (a *Account) statisticsItem(p Period) wire.Object {
	m := p.Start.Format("01")
	if a.options.Variant.UnpaddedMonth {
		m = p.Start.Format("1")
	}
	return wire.Object{
		wire.Text("month", strings.ToLower(p.Start.Month().String())),
		wire.Text("year", p.Start.Format("2006")),
		wire.Text("m", m),
		wire.Integer("date", p.Start.Unix()),
		wire.Text("type", p.Type),
		wire.Text("cost", p.Cost),
		wire.Text("nb_send", strconv.Itoa(p.Sent)),
	}
}

// interval reads which time is asked for. What the vendor answers to a missing
// or wrong one is not documented; a validation list with HTTP 400 is our choice,
// as is that last_twelve_months ends, like last_month, with the month before
// this one, and that the last day is part of a custom interval.
func interval(c *wire.Call, now time.Time) (from, until time.Time, problems []wire.Problem) {
	year, month, _ := now.In(wire.Paris).Date()
	until = time.Date(year, month, 1, 0, 0, 0, 0, wire.Paris)
	switch c.Text("interval") {
	case intervalLastMonth:
		return until.AddDate(0, -1, 0), until, nil
	case intervalLastTwelveMonths:
		return until.AddDate(0, -12, 0), until, nil
	case intervalCustom:
		return customInterval(c)
	case "":
		problems = append(problems, problemAt("children[interval].data", "L'intervalle est requis", "L'intervalle est requis"))
	default:
		problems = append(problems, problemAt("children[interval].data", "L'intervalle n'est pas valide", "L'intervalle n'est pas valide"))
	}
	return from, until, problems
}

func customInterval(c *wire.Call) (from, until time.Time, problems []wire.Problem) {
	from, fromProblem := statisticsDate(c, "from")
	until, toProblem := statisticsDate(c, "to")
	problems = append(fromProblem, toProblem...)
	if len(problems) == 0 && until.Before(from) {
		problems = append(problems, problemAt(
			"children[to].data",
			"La date de fin est anterieure a la date de debut",
			"La date de fin est antérieure à la date de début",
		))
	}
	return from, until.AddDate(0, 0, 1), problems
}

func statisticsDate(c *wire.Call, name string) (time.Time, []wire.Problem) {
	element := "children[" + name + "].data"
	if c.Text(name) == "" {
		return time.Time{}, []wire.Problem{problemAt(element, "La date est requise", "La date est requise")}
	}
	day, err := time.ParseInLocation(statisticsDateLayout, c.Text(name), wire.Paris)
	if err != nil {
		return time.Time{}, []wire.Problem{problemAt(element, "La date est invalide", "La date est invalide")}
	}
	return day, nil
}
