package subaccount_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

func TestList(t *testing.T) {
	t.Parallel()
	s, c, log := start(t, simulated.SubaccountForms{})
	added := s.AddSubaccount(simulated.Subaccount{
		ID: 7, Email: "a@example.com", Type: "advanced", Balance: "0.8", Created: time.Date(2024, 3, 4, 11, 23, 14, 0, partner.Paris),
	})
	list, err := c.List(t.Context())
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	got := list[0]
	expect(t, "sub-account", fmt.Sprint(got.Token, *got.ID, *got.Email, *got.Type, got.CreatedAt.Format(time.RFC3339), got.Balance.Text('f', -1), *got.Currency),
		fmt.Sprint(added.Token, "7", "a@example.com", "advanced", "2024-03-04T11:23:14+01:00", "0.8", "EUR"))
	expect(t, "requests", len(s.Requests()), 1)
	if text := log.String() + fmt.Sprintf("%+v", got); strings.Contains(text, added.APIKey) || strings.Contains(log.String(), added.Token) || !strings.Contains(text, "Answer body") {
		t.Errorf("the key or the token shows, or there is no log: %s", text)
	}
}

// The balance can have the other name that the vendor gives it elsewhere.
func TestList_Balance(t *testing.T) {
	t.Parallel()
	s, c, _ := start(t, simulated.SubaccountForms{})
	s.Script("subaccount/list", simulator.Step{Body: `{"success": true, "total": 1, "data": [{"token": "T1", "credits": {"solde": "0.800"}}]}`})
	list, err := c.List(t.Context())
	if err != nil || len(list) != 1 || list[0].Balance == nil {
		t.Fatal(list, err)
	}
	expect(t, "balance", list[0].Balance.Text('f', -1), "0.8")
}

// Each page is read once, and no page after one that ends the list.
func TestList_Pages(t *testing.T) {
	t.Parallel()
	for count, requests := range map[int]int{0: 1, 1: 1, 19: 1, 20: 2, 21: 2, 40: 3, 41: 3} {
		s, c, _ := start(t, simulated.SubaccountForms{})
		for range count {
			s.AddSubaccount(simulated.Subaccount{})
		}
		list, err := c.List(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		expect(t, "sub-accounts", len(list), count)
		expect(t, fmt.Sprintf("requests for %d", count), len(s.Requests()), requests)
	}
}

func rows(emails ...string) string {
	var list []string
	for _, email := range emails {
		list = append(list, fmt.Sprintf(`{"token": "T-%s", "email": "%[1]s"}`, email))
	}
	return strings.Join(list, ", ")
}

// firstPage has as many rows as a page.
func firstPage() string {
	var emails []string
	for i := range 20 {
		emails = append(emails, fmt.Sprint("s", i))
	}
	return rows(emails...)
}

// A list that may lack a row is an error, never a short list.
func TestList_NotWhole(t *testing.T) {
	t.Parallel()
	const changed = "the list changed while it was read"
	for name, test := range map[string]struct {
		pages    []string
		want     string // emails, or the error
		requests int
	}{
		"no count":                     {[]string{`"data": [` + rows("a") + `]`, `"data": []`}, "a", 2},
		"the same page again":          {[]string{`"data": [` + rows("a", "b") + `]`, `"data": [` + rows("a", "b") + `]`}, "a b", 2},
		"another size of page":         {[]string{`"total": 2, "nb_per_page": 1, "data": [` + rows("a") + `]`, `"total": 2, "nb_per_page": 1, "data": [` + rows("b") + `]`, `"total": 2, "data": []`}, "a b", 3},
		"fewer than counted":           {[]string{`"total": 3, "data": [` + rows("a", "b") + `]`, `"total": 3, "data": []`}, "it counts 3 sub-accounts, but lists 2", 2},
		"none, in another form":        {[]string{`"total": 0, "data": null`}, "", 1},
		"end in another form":          {[]string{`"total": 1, "nb_per_page": 1, "data": [` + rows("a") + `]`, `"total": 1, "nb_per_page": 1, "data": {}`}, "a", 2},
		"too few in another form":      {[]string{`"total": 2, "data": ""`}, "it counts 2 sub-accounts, but lists 0", 1},
		"more than counted":            {[]string{`"total": 1, "data": [` + rows("a", "b") + `]`}, "it counts 1 sub-accounts, but lists 2", 1},
		"a count that can't be read":   {[]string{`"total": "many", "data": []`}, "how many sub-accounts it counts can't be read", 1},
		"without a token":              {[]string{`"data": [{"email": "a"}]`}, "its data[0] has no token", 1},
		"two tokens":                   {[]string{`"data": [{"token": "T1", "Token": "T2"}]`}, `its "data[0].Token" and its "data[0].token" differ`, 1},
		"a token that is none":         {[]string{`"data": [{"token": ["T1"]}]`}, `its "data[0].token" is no single text or number`, 1},
		"one token of two":             {[]string{`"data": [{"token": "T1", "email": "a"}, {"token": "T1", "email": "b"}]`}, "it lists one token with two e-mail addresses", 1},
		"a row twice":                  {[]string{`"total": 1, "data": [` + rows("a", "a") + `]`}, "a", 1},
		"none, as an object":           {[]string{`"total": 0, "data": {}`}, "", 1},
		"none, left out":               {[]string{`"total": "0"`}, "", 1},
		"no list":                      {[]string{`"data": {}`}, `the answer reports success, but has no "data"`, 1},
		"changed, then still":          {[]string{`"total": 29, "data": [` + firstPage() + `]`, `"total": 28, "data": [` + rows("x") + `]`, `"total": 1, "data": [` + rows("x") + `]`}, "x", 3},
		"a row slipped, then none did": {[]string{`"data": [` + firstPage() + `]`, `"data": [` + rows("s19", "x") + `]`, `"data": [` + rows("x") + `]`, `"data": []`}, "x", 4},
		"changes for ever": {[]string{
			`"total": 29, "data": [` + firstPage() + `]`, `"total": 28, "data": [` + rows("x") + `]`, `"total": 29, "data": [` + firstPage() + `]`, `"total": 28, "data": [` + rows("x") + `]`,
			`"total": 29, "data": [` + firstPage() + `]`, `"total": 28, "data": [` + rows("x") + `]`,
		}, changed, 6},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c, _ := start(t, simulated.SubaccountForms{})
			var steps []simulator.Step
			for _, page := range test.pages {
				steps = append(steps, simulator.Step{Body: `{"success": true, "code": 200, ` + page + `}`})
			}
			s.Script("subaccount/list", steps...)
			list, err := c.List(t.Context())
			got := emails(list)
			if err != nil {
				got = failure(t, err, partner.ReasonIncomplete).Detail
			}
			expect(t, "list", got, test.want)
			expect(t, "requests", len(s.Requests()), test.requests)
		})
	}
}

// An error of a later page is not lost, and neither is what can't be read in a row.
func TestList_Errors(t *testing.T) {
	t.Parallel()
	s, c, _ := start(t, simulated.SubaccountForms{})
	for range 25 {
		s.AddSubaccount(simulated.Subaccount{})
	}
	s.Script("subaccount/list", simulator.Step{Process: true}, simulator.Step{Status: http.StatusBadRequest, Body: `{"success": false, "code": 10}`})
	_, err := c.List(t.Context())
	expect(t, "invalid key", failure(t, err, partner.ReasonVendor).IsInvalidKey(), true)
	seen := 0
	s.Script("subaccount/list", simulator.Step{Process: true}, simulator.Step{Body: "<html>"})
	for _, err = range c.All(t.Context()) {
		seen++
	}
	expect(t, "operation", failure(t, err, partner.ReasonUnreadable).Operation, "subaccount/list")
	expect(t, "yielded", seen, 21)

	s.Script("subaccount/list", simulator.Step{Body: `{"success": true, "total": 1, "data": [{"token": "T1", "createdAt": "hier", "credits": {"balance": "free"}}]}`})
	list, err := c.List(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "unread", strings.Join(list[0].Unread, "; "),
		`"data[0].createdAt" holds "(not shown: it can hold secrets)", which is not a date in a form that the vendor documents; `+
			`"data[0].credits.balance" holds "(not shown: it can hold secrets)", which is not a number`)
}

// A search reads no page after the one that has what it looks for.
func TestFind(t *testing.T) {
	t.Parallel()
	s, c, _ := start(t, simulated.SubaccountForms{})
	for i := range 45 {
		s.AddSubaccount(simulated.Subaccount{Email: fmt.Sprintf("S%d@example.com", i)})
	}
	for email, requests := range map[string]int{"s3@EXAMPLE.com": 1, "s30@example.com": 2, "s99@example.com": 3} {
		before := len(s.Requests())
		found, there, err := c.Find(t.Context(), func(s subaccount.Subaccount) bool { return s.HasEmail(email) })
		if err != nil || there != (email != "s99@example.com") || there && !strings.EqualFold(*found.Email, email) {
			t.Errorf("%s: found %+v, %v", email, found, err)
		}
		expect(t, "requests for "+email, len(s.Requests())-before, requests)
	}
}

func TestAPIKey(t *testing.T) {
	t.Parallel()
	s, c, log := start(t, simulated.SubaccountForms{SubaccountSignUp: true})
	a := s.AddSubaccount(simulated.Subaccount{Email: "a@example.com"})
	b := s.AddSubaccount(simulated.Subaccount{Email: "b@example.com", Type: "advanced"})
	for token, want := range map[string]string{a.Token: a.APIKey + " a@example.com true", b.Token: "- b@example.com true", "T0": "- - false"} {
		key, found, there, err := c.APIKey(t.Context(), token)
		if err != nil {
			t.Fatal(err)
		}
		or := func(text *string) string {
			if text == nil {
				return "-"
			}
			return *text
		}
		expect(t, "key", fmt.Sprint(or(key), " ", or(found.Email), " ", there), want)
	}
	if strings.Contains(log.String(), a.APIKey) {
		t.Errorf("the key shows: %s", log)
	}
}
