package rental_test

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const (
	unableToRent  = "Error: Unable to rent file of contacts"
	nothingRented = "Nothing was rented. "
	rentsAgain    = "Look for it in the dashboard, and whether the credit, which the data source smspartner_credits reads, has become less, before you apply again: applying again rents, and costs, again."
)

// lost is what is said of a rental without a clear answer.
func lost(what string) []string {
	return []string{
		"Error: Unable to tell whether the file of contacts was rented", "The rental got no clear answer, so it may have been carried out or not. SMS Partner has no list of rentals to look for it in.",
		what, rentsAgain,
	}
}

// A rental whose answer is lost is not made again, and the error says what to look for.
func TestContactRental_Lost(t *testing.T) {
	t.Parallel()
	const page = "<!DOCTYPE html>\n<html><body>Sign in</body></html>"
	retryAfter := http.Header{"Retry-After": {"1"}}
	tests := map[string]struct {
		steps            []simulator.Step
		requests, rented int
		want             []string // nil if it is rented
	}{
		"429":                       {[]simulator.Step{{Status: 429}}, 2, 1, nil},
		"429 with Retry-After":      {[]simulator.Step{{Status: 429, Header: retryAfter}}, 2, 1, nil},
		"429, all the time":         {[]simulator.Step{{Status: 429, Repeat: true}}, 2, 0, []string{unableToRent, nothingRented, "came too soon after others (HTTP 429), 2 times in a row."}},
		"429 with too long a pause": {[]simulator.Step{{Status: 429, Header: http.Header{"Retry-After": {"7200"}}}}, 1, 0, []string{unableToRent, nothingRented, "The server asks to wait 2h0m0s."}},
		"500 before":                {[]simulator.Step{{Status: 500}}, 1, 0, lost("answered HTTP 500 (Internal Server Error)")},
		"503 after":                 {[]simulator.Step{{Status: 503, Header: retryAfter, Process: true}}, 1, 1, lost("answered HTTP 503 (Service Unavailable)")},
		"dropped, not rented":       {[]simulator.Step{{Drop: simulator.DropBefore}}, 1, 0, lost("took the request, but the connection broke before the answer was complete.")},
		"dropped, rented":           {[]simulator.Step{{Drop: simulator.DropBefore, Process: true}}, 1, 1, lost("took the request, but the connection broke before the answer was complete.")},
		"dropped in the answer":     {[]simulator.Step{{Drop: simulator.DropDuring, Process: true, Body: `{"success":true,"tok`}}, 1, 1, lost("took the request, but the connection broke before the answer was complete.")},
		"timeout, not rented":       {[]simulator.Step{{Hang: true}}, 1, 0, lost("gave no complete answer within 5s.")},
		"timeout, rented":           {[]simulator.Step{{Hang: true, Process: true}}, 1, 1, lost("gave no complete answer within 5s.")},
		"HTML, rented":              {[]simulator.Step{{Body: page, Process: true}}, 1, 1, lost("gave no usable answer: the answer is HTML")},
		"HTML with 404":             {[]simulator.Step{{Status: 404, Body: page}}, 1, 0, []string{unableToRent, nothingRented, "answered HTTP 404 (Not Found)"}},
		"neither yes nor no":        {[]simulator.Step{{Body: `{"success": false, "token": "TOKENOFTHERENTAL1"}`, Process: true}}, 1, 1, lost("gave no usable answer")},
		"yes, with a code":          {[]simulator.Step{{Body: `{"success": true, "code": 11}`}}, 1, 0, lost("the answer reports success, but has code 11")},
		"an answer to price":        {[]simulator.Step{{Body: `{"success": true, "op": "price", "cost": {"total": 1.8}}`}}, 1, 0, lost(`it answers "price", not "rent"`)},
	}
	g, accounts := acctest.NewGroup(t), map[string]*acctest.Account{}
	for name, test := range tests {
		accounts[name] = rents(t, sms.RentalForms{}, test.steps...)
		g.Set(t, name, accounts[name].Provider("max_retries = 1", `request_timeout = "5s"`)+renting())
	}
	g.Run(t, "apply")
	g.Each(t, func(t *testing.T, name string) {
		test := tests[name]
		if test.want != nil {
			acctest.WantError(t, g.Said(name), test.want...)
		}
		accounts[name].WantRequests(t, test.requests)
		if n := len(accounts[name].Rentals()); n != test.rented {
			t.Errorf("%d rentals, want %d", n, test.rented)
		}
	})
	g.Must(t, "plan")
	g.Each(t, func(t *testing.T, name string) {
		if g.Changes(name) != (tests[name].want != nil) {
			t.Errorf("the next plan rents: %t", g.Changes(name))
		}
	})
}

// Each refusal is told with its cause at the attribute to blame.
func TestContactRental_Refused(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for code, at := range map[int]string{
		3: "", 4: "", 5: "", 6: "", 7: "sexe", 8: "sexe", 9: "min_age", 11: "", 12: "min_age", 13: "max_age", 14: "max_age", 15: "interest", 16: "interest", 19: "interest",
		24: "zipcodes", 25: "zipcodes", 26: "volumes", 27: "volumes", 28: "volumes", 31: "", 32: "", 61: "", 96: "", 10: "", 20: "",
	} {
		a := rents(t, sms.RentalForms{}, acctest.Refusal(code, "Non"))
		want := []string{unableToRent}
		if at != "" {
			want = append(want, fmt.Sprintf(" %s ", at))
		}
		cases[fmt.Sprint("code ", code)] = acctest.Case{Account: a, Config: a.Provider() + renting(), Requests: 1, Want: append(want, nothingRented, fmt.Sprintf(`code %d, "Non"`, code))}
	}
	for _, code := range []int{33, 34, 35, 36} {
		a := rents(t, sms.RentalForms{}, acctest.Refusal(code, "Non"))
		cases[fmt.Sprint("code ", code)] = acctest.Case{Account: a, Config: a.Provider() + renting(), Requests: 1, Want: lost(fmt.Sprintf(`code %d, "Non"`, code))}
	}
	poor := rents(t, sms.RentalForms{})
	poor.SetCredits(sms.Credits{Balance: "1.799"})
	cases["credit"] = acctest.Case{Account: poor, Config: poor.Provider() + renting(), Requests: 1, Want: []string{unableToRent, nothingRented, "The credit of the account does not pay for this rental.", "code 11"}}
	few := rents(t, sms.RentalForms{})
	few.SetRentalVolume("60200", 19)
	cases["volume"] = acctest.Case{Account: few, Config: few.Provider() + renting(), Requests: 1, Want: []string{unableToRent, "volumes", nothingRented, "More contacts are wanted than there are.", "code 27"}}
	cases.Fail(t, "apply")
	for _, one := range cases {
		if n := len(one.Rentals()); n != 0 {
			t.Errorf("%d rentals", n)
		}
	}
}

// A limit has the price asked first: nothing is rented if that is higher or not clear.
func TestContactRental_MaxTotal(t *testing.T) {
	t.Parallel()
	price := func(total string) simulator.Step {
		return simulator.Step{Body: `{"success": true, "op": "price", "datas": [], "cost": {"quantity": 20, "total": ` + total + `, "cost_unity": 0.09}}`}
	}
	const first = "Nothing was rented: the price, which max_total has the provider ask first, is not known. "
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		limit    string
		steps    []simulator.Step
		requests int
		want     []string
	}{
		"higher":          {"1.799", nil, 1, []string{"max_total", "Nothing was rented: the price is 1.8, which is more than max_total, 1.799.", "Ask for fewer contacts, or change max_total."}},
		"not a number":    {"2", []simulator.Step{price(`"free"`)}, 1, []string{"max_total", "Nothing was rented: SMS Partner named no price that can be read"}},
		"no total":        {"2", []simulator.Step{price("null")}, 1, []string{"max_total", "Nothing was rented: SMS Partner named no price that can be read"}},
		"free":            {"2", []simulator.Step{price("0")}, 1, []string{"max_total", "Nothing was rented: SMS Partner named the price 0, which can't be right."}},
		"for fewer":       {"2", []simulator.Step{{Body: `{"success": true, "cost": {"quantity": 2, "total": 0.18}}`}}, 1, []string{"max_total", "Nothing was rented: SMS Partner named the price of 2 contacts, not of the 20 in volumes."}},
		"an empty answer": {"2", []simulator.Step{{Body: `{"success": true}`}}, 1, []string{first, "gave no usable answer"}},
		"refused":         {"2", []simulator.Step{acctest.Refusal(27, "Non")}, 1, []string{"volumes", first, `code 27, "Non"`}},
		"dropped":         {"2", []simulator.Step{{Drop: simulator.DropBefore, Repeat: true}}, 2, []string{first, "the connection broke"}},
		"503":             {"2", []simulator.Step{{Status: 503, Repeat: true}}, 2, []string{first, "answered HTTP 503"}},
	} {
		a := rents(t, sms.RentalForms{}, test.steps...)
		cases[name] = acctest.Case{Account: a, Config: a.Provider("max_retries = 1") + renting("max_total = "+test.limit), Requests: test.requests, Want: append([]string{unableToRent}, test.want...)}
	}
	hangs := rents(t, sms.RentalForms{}, simulator.Step{Hang: true, Repeat: true})
	cases["timeout"] = acctest.Case{
		Account: hangs, Config: hangs.Provider("max_retries = 1", `request_timeout = "2s"`) + renting("max_total = 2"), Requests: 2,
		Want: []string{unableToRent, first, "gave no complete answer within 2s, 2 times in a row."},
	}
	cases.Fail(t, "apply")
	for _, one := range cases {
		wantOps(t, one.Account, 0, []string{"price", "price"}[:one.Requests]...)
	}
}
