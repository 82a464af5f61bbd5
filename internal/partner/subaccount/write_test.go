package subaccount_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

func TestCreate(t *testing.T) {
	t.Parallel()
	s, c, log := start(t, simulated.SubaccountForms{SubaccountNoConfirmMail: true})
	made, err := c.Create(t.Context(), subaccount.Creation{
		Type: subaccount.Advanced, Email: "a@example.com", CreditToAttribute: amount(t, "12.345"), Title: "A", FirstName: "B", LastName: "C",
	}, none)
	if err != nil {
		t.Fatal(err)
	}
	there := s.Subaccounts()[0]
	expect(t, "created", fmt.Sprint(made.Token, made.Email, *made.ParentEmail, *made.ConfirmMailTo),
		fmt.Sprint(there.Token, "a@example.com", "owner@example.com", "a@example.com"))
	expect(t, "body", body(t, s.Requests()[0]),
		`{"parameters":{"creditToAttribute":12.345,"email":"a@example.com","firstname":"B","isBuyer":0,"lastname":"C","title":"A"},"type":"advanced"}`)

	made, err = c.Create(t.Context(), subaccount.Creation{Type: subaccount.Simple, IsBuyer: true}, none)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "made e-mail address", made.Email, s.Subaccounts()[1].Email)
	expect(t, "confirmation", made.ConfirmMailTo == nil, true)
	expect(t, "body", body(t, s.Requests()[1]), `{"parameters":{"isBuyer":1},"type":"simple"}`)
	for _, secret := range []string{there.Token, there.APIKey, made.Token} {
		if strings.Contains(log.String(), secret) {
			t.Errorf("a token or key is in the log: %s", log)
		}
	}
}

// An answer about another sub-account is not that of a creation, though it reports success.
// It may have been carried out.
func TestCreate_Another(t *testing.T) {
	t.Parallel()
	for answer, detail := range map[string]string{ //nolint:gosec // made-up tokens
		`"subaccount": {"email": "b@example.com", "token": "T1"}`:    "its e-mail address is not the one asked for",
		`"subaccount": {"email": "a@example.com"}`:                   `its "subaccount" has no token`,
		`"subaccount": {"email": "a@example.com", "token": "KNOWN"}`: "its token is that of another sub-account",
		`"subaccount": []`:                         `the answer reports success, but has no "subaccount"`,
		`"subaccount": {"token": "T1"}, "code": 7`: "the answer reports success, but has code 7",
		`"message": "queued"`:                      `the answer reports success, but has no "subaccount"`,
		`"subaccount": {"token": "T1", "email": "a@example.com", "e-mail": "b@xample.c"}`: `its "[REDACTED]" and its "[REDACTED]" differ`,
	} {
		s, c, _ := start(t, simulated.SubaccountForms{})
		s.Script("subaccount/create", simulator.Step{Body: `{"success": true, ` + answer + `}`})
		_, err := c.Create(t.Context(), subaccount.Creation{Type: subaccount.Simple, Email: "a@example.com"}, func(token string) bool { return token == "KNOWN" })
		failed := failure(t, err, partner.ReasonIncomplete)
		expect(t, "detail", failed.Detail, detail)
		expect(t, "outcome unknown", failed.OutcomeUnknown(), true)
	}
	s, c, _ := start(t, simulated.SubaccountForms{})
	s.Script("subaccount/create", simulator.Step{Body: `{"success": true, "subaccount": {"token": "T1"}}`})
	_, err := c.Create(t.Context(), subaccount.Creation{Type: subaccount.Simple}, none)
	expect(t, "detail", failure(t, err, partner.ReasonIncomplete).Detail, `its "subaccount" has no e-mail address`)
}

// A documented refusal did nothing, whatever HTTP status it has. Its words are told without
// what may be a token.
func TestRefusals(t *testing.T) {
	t.Parallel()
	const token = "f7e3d1c9b5a38271605f4e2d1c0b9a8877665544" //nolint:gosec // a made-up token
	calls := map[string]func(*subaccount.Client) error{
		"subaccount/create": func(c *subaccount.Client) error {
			_, err := c.Create(t.Context(), subaccount.Creation{Type: subaccount.Simple}, none)
			return err
		},
		"subaccount/credit/add": func(c *subaccount.Client) error {
			_, err := c.Transfer(t.Context(), token, amount(t, "1"), subaccount.ToSubaccount)
			return err
		},
		"subaccount/credit/remove": func(c *subaccount.Client) error {
			_, err := c.Transfer(t.Context(), token, amount(t, "1"), subaccount.FromSubaccount)
			return err
		},
	}
	for path, call := range calls {
		for code := 1; code <= 11; code++ {
			s, c, log := start(t, simulated.SubaccountForms{})
			s.Script(path, simulator.Step{Status: http.StatusInternalServerError, Body: fmt.Sprintf(`{"success": false, "code": %d, "message": "Non: %s"}`, code, token)})
			failed := failure(t, call(c), partner.ReasonVendor)
			expect(t, fmt.Sprintf("%s, code %d: outcome unknown", path, code), failed.OutcomeUnknown(), false)
			expect(t, "invalid key", failed.IsInvalidKey(), code == 1 || code == 10 || code == 9 && path != "subaccount/create")
			expect(t, "words", failed.Words(), "Non: [REDACTED]")
			expect(t, "requests", len(s.Requests()), 1)
			if strings.Contains(log.String(), token) {
				t.Errorf("the token is in the log: %s", log)
			}
		}
	}
}

// The form that worked is the first one of the next call.
func TestRemove_Forms(t *testing.T) {
	t.Parallel()
	for path, requests := range map[string]int{"/subaccount/remove": 1, "/subaccount/delete": 2} {
		s, c, _ := start(t, simulated.SubaccountForms{SubaccountDelete: path})
		for _, want := range []int{requests, requests + 1} {
			added := s.AddSubaccount(simulated.Subaccount{})
			expect(t, "is removed", c.IsRemoved(added.Token), false)
			if err := c.Remove(t.Context(), added.Token); err != nil {
				t.Fatal(err)
			}
			expect(t, path+": requests", len(s.Requests()), want)
			expect(t, "is removed", c.IsRemoved(added.Token), true)
		}
		expect(t, "body", body(t, s.Requests()[0])[:10], `{"token":"`)
		expect(t, "sub-accounts", len(s.Subaccounts()), 0)
	}
}

// Gone is what the vendor says is gone, not what another program does not find.
func TestRemove_Gone(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		step     simulator.Step
		gone     bool
		requests int
	}{
		"the vendor's":           {simulator.Step{Status: 404, Body: `{"success": false, "code": 404}`}, true, 1},
		"the vendor's, HTTP 200": {simulator.Step{Body: `{"code": 404, "message": "Le sous-compte n'existe pas"}`}, true, 1},
		"another program's":      {simulator.Step{Status: 404, Body: `{"code": 404, "message": "Not Found"}`}, false, 2},
		"queued by a gateway":    {simulator.DegradedStep(false), false, 1},
		"a page":                 {simulator.Step{Status: 405, Body: "<html>"}, false, 2},
		"no token":               {simulator.Step{Body: `{"success": false, "code": 1}`}, false, 1},
		"no key":                 {simulator.Step{Body: `{"success": false, "code": 10}`}, false, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c, _ := start(t, simulated.SubaccountForms{})
			test.step.Repeat = true
			s.Script("subaccount/remove", test.step)
			s.Script("subaccount/delete", test.step)
			err := c.Remove(t.Context(), "T1")
			expect(t, "gone", err == nil && c.IsRemoved("T1"), test.gone)
			expect(t, "requests", len(s.Requests()), test.requests)
		})
	}
}

func TestTransfer(t *testing.T) {
	t.Parallel()
	s, c, log := start(t, simulated.SubaccountForms{})
	added := s.AddSubaccount(simulated.Subaccount{})
	for _, test := range []struct {
		amount    string
		direction subaccount.Direction
		path      string
		sent      string
		left      string
	}{
		{"10", subaccount.ToSubaccount, "/v1/subaccount/credit/add", "10", "42.119 10 EUR"},
		{"0.010", subaccount.ToSubaccount, "/v1/subaccount/credit/add", "0.01", "42.109 10.01 EUR"},
		{"5.001", subaccount.FromSubaccount, "/v1/subaccount/credit/remove", "5.001", "47.11 5.009 EUR"},
	} {
		left, err := c.Transfer(t.Context(), added.Token, amount(t, test.amount), test.direction)
		if err != nil {
			t.Fatal(err)
		}
		expect(t, "left", fmt.Sprint(left.Credit.Text('f', -1), " ", left.SubaccountCredit.Text('f', -1), " ", *left.Currency), test.left)
		made := s.Requests()[len(s.Requests())-1]
		expect(t, "path", made.Path, test.path)
		expect(t, "body", body(t, made), fmt.Sprintf(`{"credit":%q,"tokenSubaccount":%q}`, test.sent, added.Token))
	}
	if strings.Contains(log.String(), added.Token) {
		t.Errorf("the token is in the log: %s", log)
	}
	s.Script("subaccount/credit/add", simulator.Step{Body: `{"success": true, "code": 200, "credit": 5, "subaccountCredit": "free"}`})
	left, err := c.Transfer(t.Context(), added.Token, amount(t, "1"), subaccount.ToSubaccount)
	expect(t, "error", err, nil)
	expect(t, "unread", len(left.Unread), 1)
}

// A transfer is never repeated, and its answer needs a balance.
func TestTransfer_Unclear(t *testing.T) {
	t.Parallel()
	for _, step := range []simulator.Step{
		{Drop: simulator.DropBefore}, {Drop: simulator.DropDuring}, {Status: 502}, simulator.DegradedStep(true),
	} {
		s, c, _ := start(t, simulated.SubaccountForms{})
		s.Script("subaccount/credit/add", step)
		_, err := c.Transfer(t.Context(), "T1", amount(t, "1"), subaccount.ToSubaccount)
		expect(t, "outcome unknown", partner.OutcomeUnknown(err), true)
		expect(t, "requests", len(s.Requests()), 1)
	}
}

func TestMoved(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		before, after, amount string
		direction             subaccount.Direction
		want                  bool
	}{
		{"0.1", "0.3", "0.2", subaccount.ToSubaccount, true},
		{"0.1", "0.3", "0.201", subaccount.ToSubaccount, false},
		{"0.1", "0.3", "0.2", subaccount.FromSubaccount, false},
		{"10.000", "7", "3", subaccount.FromSubaccount, true},
		{"10.000", "10", "3", subaccount.FromSubaccount, false},
	} {
		got := subaccount.Moved(amount(t, test.before), amount(t, test.after), amount(t, test.amount), test.direction)
		expect(t, fmt.Sprint(test), got, test.want)
	}
	expect(t, "without a balance", subaccount.Moved(nil, amount(t, "1"), amount(t, "1"), subaccount.ToSubaccount), false)
}
