package sms

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const statisticsPath = wire.BasePath + "/statistics/cost-resume"

func custom(from, to string) url.Values {
	return query("interval", "custom", "from", from, "to", to)
}

func TestStatistics_DocumentedExample(t *testing.T) {
	t.Parallel()
	c := &clock{now: time.Date(2021, time.December, 1, 0, 0, 0, 0, wire.Paris)}
	for name, q := range map[string]url.Values{
		"twelve months": query("interval", "last_twelve_months"),
		"custom":        custom("01-10-2021", "30-11-2021"),
	} {
		s := New(Options{Options: wire.Options{Now: c.Now}})
		s.AddStatistics(
			Period{Start: time.Date(2021, time.November, 30, 23, 59, 0, 0, wire.Paris), Cost: "51.002", Sent: 1255},
			Period{Start: time.Date(2021, time.October, 1, 0, 0, 0, 0, wire.Paris), Cost: "49.174", Sent: 1210},
		)
		status, body := get(t, s, statisticsPath, q)
		expect(t, name+": status", status, http.StatusOK)
		expectDocumented(t, body, "statistics.json")
		expectNoViolations(t, s)
	}
}

func TestStatistics_Refusals(t *testing.T) {
	t.Parallel()
	expectRefusals(t, http.MethodGet, statisticsPath, nil)
}

func TestStatistics_Validation(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		query url.Values
		want  string
	}{
		"no interval":    {query(), "children[interval].data: L'intervalle est requis"},
		"other interval": {query("interval", "month"), "children[interval].data: L'intervalle n'est pas valide"},
		"no dates":       {query("interval", "custom"), "children[from].data: La date est requise; children[to].data: La date est requise"},
		"no end":         {custom("01-10-2021", ""), "children[to].data: La date est requise"},
		"no start":       {custom("", "01-10-2021"), "children[from].data: La date est requise"},
		"other layout":   {custom("2021-10-01", "01/10/2021"), "children[from].data: La date est invalide; children[to].data: La date est invalide"},
		"no such day":    {custom("30-02-2021", "30-02-2021"), "children[from].data: La date est invalide; children[to].data: La date est invalide"},
		"backwards":      {custom("02-10-2021", "01-10-2021"), "children[to].data: La date de fin est anterieure a la date de debut"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			status, body := get(t, New(Options{}), statisticsPath, test.query)
			expect(t, "status", status, http.StatusBadRequest)
			var answer struct {
				Success bool
				Code    int
				Error   []struct{ ElementID, Message string }
			}
			if err := json.Unmarshal([]byte(body), &answer); err != nil {
				t.Fatal(err)
			}
			expect(t, "code", answer.Code, 9)
			expect(t, "success", answer.Success, false)
			var problems []string
			for _, p := range answer.Error {
				problems = append(problems, p.ElementID+": "+p.Message)
			}
			expect(t, "problems", strings.Join(problems, "; "), test.want)
		})
	}
}

// resumed asks and returns "month year m type cost nb_send" for each entry.
func resumed(t *testing.T, s *Account, q url.Values) string {
	t.Helper()
	_, body := get(t, s, statisticsPath, q)
	var answer struct {
		Datas []struct {
			Month, Year, M, Type, Cost string
			Sent                       string `json:"nb_send"`
		}
	}
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		t.Fatalf("%v in %q", err, body)
	}
	var all []string
	for _, p := range answer.Datas {
		all = append(all, fmt.Sprint(p.Month, " ", p.Year, " ", p.M, " ", p.Type, " ", p.Cost, " ", p.Sent))
	}
	return strings.Join(all, "; ")
}

func TestStatistics_Intervals(t *testing.T) {
	t.Parallel()
	c := newClock() // 1 July 2026.
	s := New(Options{Options: wire.Options{Now: c.Now, NoRateLimits: true}})
	for month := time.Month(1); month <= 24; month++ {
		s.AddStatistics(Period{Start: time.Date(2025, month, 15, 8, 0, 0, 0, time.UTC), Sent: int(month)})
	}
	s.AddStatistics(
		Period{Start: time.Date(2026, time.June, 30, 23, 30, 0, 0, time.UTC), Cost: "1.5", Sent: 100}, // July in Paris.
		Period{Start: time.Date(2026, time.June, 2, 9, 0, 0, 0, wire.Paris), Type: "day", Cost: "2", Sent: 3},
	)
	expect(t, "last month", resumed(t, s, query("interval", "last_month")), "june 2026 06 month 0 18; june 2026 06 day 2 3")
	year := strings.Split(resumed(t, s, query("interval", "last_twelve_months")), "; ")
	expect(t, "entries of a year", len(year), 13)
	expect(t, "first of a year", year[0], "july 2025 07 month 0 7")
	expect(t, "this month", resumed(t, s, custom("01-07-2026", "01-07-2026")), "july 2026 07 month 1.500 119")
	expect(t, "without the start of a month", resumed(t, s, custom("02-07-2026", "31-07-2026")), "")
	expect(t, "until the start of a month", resumed(t, s, custom("02-07-2026", "01-08-2026")), "august 2026 08 month 0 20")
	expectNoViolations(t, s)
}

func TestStatistics_Empty(t *testing.T) {
	t.Parallel()
	_, body := get(t, New(Options{}), statisticsPath, query("interval", "last_month"))
	expect(t, "body", body, "{\n    \"success\": true,\n    \"datas\": []\n}")
}

func TestStatistics_CountWhatWasSent(t *testing.T) {
	t.Parallel()
	c := newClock()
	s := New(Options{Options: wire.Options{Now: c.Now, NoRateLimits: true}})
	today, tomorrow := custom("01-07-2026", "01-07-2026"), custom("02-07-2026", "02-07-2026")
	s.AddMessage(Message{Recipients: []Recipient{{Number: "0600000001"}}})
	post(t, s, sendPath, sendBody(t, "sandbox", 1))
	post(t, s, sendPath, sendBody(t, "message", nil))
	expect(t, "nothing yet", resumed(t, s, today), "")
	post(t, s, sendPath, sendBody(t))
	expect(t, "one", resumed(t, s, today), "july 2026 07 month 0.038 1")
	post(t, s, sendPath, sendBody(t, "phoneNumbers", "+33600000001,+33600000002"))
	post(t, s, sendPath, sendBody(t, "scheduledDeliveryDate", "02/07/2026", "time", 9, "minute", 0))
	expect(t, "three", resumed(t, s, today), "july 2026 07 month 0.114 3")
	expect(t, "scheduled", resumed(t, s, tomorrow), "")
	c.advance(24 * time.Hour)
	expect(t, "left", resumed(t, s, tomorrow), "july 2026 07 month 0.038 1")
	s.AddStatistics(Period{Start: c.Now(), Cost: "1", Sent: 20})
	expect(t, "both", resumed(t, s, custom("01-07-2026", "31-07-2026")), "july 2026 07 month 1.152 24")
	c.advance(31 * 24 * time.Hour)
	expect(t, "last month", resumed(t, s, query("interval", "last_month")), "july 2026 07 month 1.152 24")
}

func TestStatistics_Daily(t *testing.T) {
	t.Parallel()
	c := newClock()
	s := New(Options{Options: wire.Options{Now: c.Now, NoRateLimits: true}, Variant: Variant{StatisticsForms: StatisticsForms{DailyStatistics: true}}})
	post(t, s, sendPath, sendBody(t))
	c.advance(24 * time.Hour)
	post(t, s, sendPath, sendBody(t))
	post(t, s, sendPath, sendBody(t))
	const days = "july 2026 07 day 0.038 1; july 2026 07 day 0.076 2"
	expect(t, "custom", resumed(t, s, custom("01-07-2026", "31-07-2026")), days)
	expect(t, "one day", resumed(t, s, custom("02-07-2026", "02-07-2026")), "july 2026 07 day 0.076 2")
	c.advance(31 * 24 * time.Hour)
	expect(t, "last month", resumed(t, s, query("interval", "last_month")), days)
	expect(t, "last twelve months", resumed(t, s, query("interval", "last_twelve_months")), "july 2026 07 month 0.114 3")
}

// Midnight in Paris is 23:00 UTC in winter and 22:00 UTC in summer.
func TestStatistics_Date(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.AddStatistics(
		Period{Start: time.Date(2026, time.January, 1, 12, 0, 0, 0, wire.Paris)},
		Period{Start: time.Date(2026, time.July, 14, 12, 0, 0, 0, wire.Paris), Type: "day"},
	)
	_, body := get(t, s, statisticsPath, custom("01-01-2026", "31-12-2026"))
	for _, at := range []time.Time{
		time.Date(2025, time.December, 31, 23, 0, 0, 0, time.UTC),
		time.Date(2026, time.July, 13, 22, 0, 0, 0, time.UTC),
	} {
		expectFields(t, body, fmt.Sprintf(`"date": %d`, at.Unix()))
	}
}

func TestStatistics_Variants(t *testing.T) {
	t.Parallel()
	period := Period{Start: time.Date(2026, time.September, 1, 0, 0, 0, 0, wire.Paris), Cost: "1.5", Sent: 2}
	for want, variant := range map[string]Variant{
		`"m": "09"`:            {},
		`"m": "9"`:             {StatisticsForms: StatisticsForms{UnpaddedMonth: true}},
		`"date": "1788213600"`: {Forms: wire.Forms{NumbersAsStrings: true}},
	} {
		s := New(Options{Variant: variant})
		s.AddStatistics(period)
		_, body := get(t, s, statisticsPath, custom("01-09-2026", "30-09-2026"))
		expectFields(t, body, want, `"month": "september"`, `"cost": "1.5"`, `"nb_send": "2"`)
	}
}

func TestStatistics_Rate(t *testing.T) {
	t.Parallel()
	expectRate(t, 5, func(s *Account) (int, string) {
		return get(t, s, statisticsPath, query("interval", "last_month"))
	})
}

func TestStatistics_Violations(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		query url.Values
		want  string
	}{
		"none":     {custom("21-10-2022", "21-10-2022"), ""},
		"interval": {query("interval", "last_week"), "is not one of last_month, last_twelve_months, custom"},
		"layout":   {custom("2022-10-21", "21-10-2022"), `parameter "from": "2022-10-21" is not DD-MM-YYYY`},
		"to":       {custom("21-10-2022", "21-10-22"), `parameter "to": "21-10-22" is not DD-MM-YYYY`},
		"format":   {query("interval", "last_month", "_format", "json"), `unknown parameter "_format"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(Options{})
			get(t, s, statisticsPath, test.query)
			expectViolation(t, s, "GET /v1/statistics/cost-resume: ", test.want)
		})
	}
}
