package simulator

import (
	"math/big"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// The values of the parameter interval.
const (
	intervalLastMonth        = "last_month"
	intervalLastTwelveMonths = "last_twelve_months"
	intervalCustom           = "custom"
)

// statisticsEndpoints is the page "Statistique des envois", which does not list
// _format.
func statisticsEndpoints() []endpoint {
	return []endpoint{{
		method: http.MethodGet,
		path:   "/statistics/cost-resume",
		parameters: []parameter{
			apiKeyParameter,
			{name: "interval", check: oneOf(intervalLastMonth, intervalLastTwelveMonths, intervalCustom)},
			{name: "from", check: isStatisticsDate},
			{name: "to", check: isStatisticsDate},
		},
		rate:   rate{requests: 5, period: time.Minute},
		handle: costResume,
	}}
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

type statistics struct {
	mu      sync.Mutex
	periods []Period
}

// AddStatistics adds to what the statistics tell. Messages that a call has sent
// are there too, those of [Simulator.AddMessage] are not.
func (s *Simulator) AddStatistics(periods ...Period) {
	s.statistics.mu.Lock()
	defer s.statistics.mu.Unlock()
	for _, p := range periods {
		s.statistics.periods = append(s.statistics.periods, p.complete())
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
	year, month, day := p.Start.In(paris).Date()
	if p.Type == typeMonth {
		day = 1
	}
	p.Start = time.Date(year, month, day, 0, 0, 0, 0, paris)
	return p
}

// resume returns the periods that start in a range of time and, by months or by
// days, what was sent in it: each period once, the oldest first. What the vendor makes of
// a range that cuts a month is not known, nor whether it lists months in which
// nothing was sent.
func (s *Simulator) resume(from, until time.Time, by string) []Period {
	within := func(t time.Time) bool { return !t.Before(from) && t.Before(until) }
	var found []Period
	s.statistics.mu.Lock()
	for _, p := range s.statistics.periods {
		if within(p.Start) {
			found = append(found, p)
		}
	}
	s.statistics.mu.Unlock()
	for _, sent := range s.messages.departed(s.now()) {
		if within(sent.leaves) {
			found = append(found, Period{Start: sent.leaves, Type: by, Cost: string(sent.charged.decimal()), Sent: sent.sms}.complete())
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

// sum adds amounts without the rounding of a float. What is no number is none.
func sum(a, b string) string {
	total := new(big.Rat)
	for _, amount := range []string{a, b} {
		if n, ok := new(big.Rat).SetString(amount); ok {
			total.Add(total, n)
		}
	}
	return total.FloatString(3)
}

func costResume(s *Simulator, c *call) (object, *failure) {
	from, until, problems := c.interval(s.now())
	if len(problems) > 0 {
		return nil, &failure{code: 9, problems: problems, httpStatus: http.StatusBadRequest}
	}
	by := typeMonth
	if s.options.Variant.DailyStatistics && c.text("interval") != intervalLastTwelveMonths {
		by = typeDay
	}
	var data list
	for _, p := range s.resume(from, until, by) {
		data = append(data, s.statisticsItem(p))
	}
	// This answer has no code.
	return object{{"success", boolean(true)}, {"datas", data}}, nil
}

func (s *Simulator) statisticsItem(p Period) object {
	m := p.Start.Format("01")
	if s.options.Variant.UnpaddedMonth {
		m = p.Start.Format("1")
	}
	return object{
		{"month", text(strings.ToLower(p.Start.Month().String()))},
		{"year", text(p.Start.Format("2006"))},
		{"m", text(m)},
		{"date", integer(p.Start.Unix())},
		{"type", text(p.Type)},
		{"cost", text(p.Cost)},
		{"nb_send", text(strconv.Itoa(p.Sent))},
	}
}

// interval reads which time is asked for. What the vendor answers to a missing
// or wrong one is not documented; a validation list with HTTP 400 is our choice,
// as is that last_twelve_months ends, like last_month, with the month before
// this one, and that the last day is part of a custom interval.
func (c *call) interval(now time.Time) (from, until time.Time, problems []problem) {
	year, month, _ := now.In(paris).Date()
	until = time.Date(year, month, 1, 0, 0, 0, 0, paris)
	switch c.text("interval") {
	case intervalLastMonth:
		return until.AddDate(0, -1, 0), until, nil
	case intervalLastTwelveMonths:
		return until.AddDate(0, -12, 0), until, nil
	case intervalCustom:
		return c.customInterval()
	case "":
		problems = append(problems, problem{"children[interval].data", "L'intervalle est requis", "L'intervalle est requis"})
	default:
		problems = append(problems, problem{"children[interval].data", "L'intervalle n'est pas valide", "L'intervalle n'est pas valide"})
	}
	return from, until, problems
}

func (c *call) customInterval() (from, until time.Time, problems []problem) {
	from, fromProblem := c.statisticsDate("from")
	until, toProblem := c.statisticsDate("to")
	problems = append(fromProblem, toProblem...)
	if len(problems) == 0 && until.Before(from) {
		problems = append(problems, problem{
			"children[to].data",
			"La date de fin est anterieure a la date de debut",
			"La date de fin est antérieure à la date de début",
		})
	}
	return from, until.AddDate(0, 0, 1), problems
}

func (c *call) statisticsDate(name string) (time.Time, []problem) {
	element := "children[" + name + "].data"
	if c.text(name) == "" {
		return time.Time{}, []problem{{element, "La date est requise", "La date est requise"}}
	}
	day, err := time.ParseInLocation(statisticsDateLayout, c.text(name), paris)
	if err != nil {
		return time.Time{}, []problem{{element, "La date est invalide", "La date est invalide"}}
	}
	return day, nil
}
