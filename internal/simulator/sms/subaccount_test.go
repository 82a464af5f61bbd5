package sms

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/subaccount"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const (
	simple, advanced = subaccount.Simple, subaccount.Advanced
	pathTo, pathFrom = "/subaccount/credit/add", "/subaccount/credit/remove"
)

// subaccountDeletes are the paths that the documentation prints for the call that deletes.
var subaccountDeletes = []string{"/subaccount/remove", "/subaccount/delete"}

// documentedSubaccount is the sub-account of the documentation's samples.
func documentedSubaccount() Subaccount {
	return Subaccount{ //nolint:gosec // the documentation's own placeholders
		ID: 1, Email: "sub@example.com", Token: "T789", APIKey: "SUB_API_KEY", Balance: "0.8",
		Created: time.Date(2024, time.March, 4, 11, 23, 14, 0, wire.Paris),
	}
}

// creation is the body of a call that creates, with these members of its parameters.
func creation(kind, parameters string) string {
	return `{"apiKey": "` + wire.DefaultAPIKey + `", "type": "` + kind + `", "parameters": {` + parameters + `}}`
}

// move is the body of a call that moves credit.
func move(token, credit string) string {
	return `{"apiKey": "` + wire.DefaultAPIKey + `", "tokenSubaccount": "` + token + `", "credit": "` + credit + `"}`
}

func TestSubaccount_Answers(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.SetCredits(Credits{Balance: "2879.2"})
	s.AddSubaccount(documentedSubaccount())
	_, body := get(t, s, wire.BasePath+"/subaccount/list", query())
	expectDocumented(t, body, "subaccount_list.json")
	post(t, s, wire.BasePath+pathTo, move("T789", "51"))
	_, body = post(t, s, wire.BasePath+pathTo, move("T789", "10"))
	expectFields(t, body, `"credit": 2818.2`, `"subaccountCredit": 61.8`)
	_, body = post(t, s, wire.BasePath+pathFrom, move("T789", "51"))
	expectFields(t, body, `"credit": 2869.2`, `"subaccountCredit": 10.8`)
	post(t, s, wire.BasePath+pathFrom, move("T789", "10.8"))
	s.SetCredits(Credits{Balance: "2931"})
	_, body = post(t, s, wire.BasePath+pathTo, move("T789", "61.8"))
	expectDocumented(t, body, "subaccount_credit.json")
	w := ask(t, s, http.MethodDelete, wire.BasePath+"/subaccount/remove", groupBody("token", "T789"))
	expectDocumented(t, w.Body.String(), "subaccount_delete.json")
	_, body = post(t, s, wire.BasePath+"/subaccount/create", creation(advanced, `"email": "sub@example.com", "isBuyer": 0, "creditToAttribute": 10`))
	token := s.Subaccounts()[0].Token
	expect(t, "token", len(token), 40)
	expectDocumented(t, strings.ReplaceAll(body, token, "T789"), "subaccount_create.json")
	expect(t, "balance", s.Subaccounts()[0].Balance, "10.000")
	_, body = get(t, s, wire.BasePath+"/me", query())
	expectFields(t, body, `"balance": "2859.200"`)
	expectNoViolations(t, s)
}

func TestSubaccount_Refusals(t *testing.T) {
	t.Parallel()
	const email = `"email": "new@example.com"`
	for _, general := range []bool{false, true} {
		s := New(Options{Variant: Variant{SubaccountForms: SubaccountForms{SubaccountGeneralCodes: general}}})
		s.AddSubaccount(documentedSubaccount())
		for _, test := range []struct{ path, body, page, general, words string }{
			{"create", `{"type": "simple"}`, "1", "1", "La Clé API est requise"},
			{"create", creation("", email), "4", "4", "Le type est requis"},
			{"create", creation("other", email), "5", "5", "n'existe pas"},
			{"create", creation(advanced, email), "3", "3", "isBuyer est requis"},
			{"create", creation(advanced, `"isBuyer": 1`), "6", "6", "L'email est requis"},
			{"create", creation(simple, `"email": "SUB@example.com"`), "7", "7", "existe déjà"},
			{"create", creation(simple, `"creditToAttribute": 0`), "8", "5", "supérieur à 0"},
			{"create", creation(simple, `"creditToAttribute": 60`), "9", "11", ""},
			{"credit/add", `{"credit": "1"}`, "1", "1", "La Clé API est requise"},
			{"credit/add", move("T789", ""), "2", "3", "est requis"},
			{"credit/add", move("", "1"), "3", "4", "est requis"},
			{"credit/add", move("T789", "-1"), "5", "5", "supérieur à 0"},
			{"credit/add", move("T789", "0.0001"), "5", "5", "supérieur à 0"},
			{"credit/add", move("T000", "1"), "7", "6", ""},
			{"credit/add", move("T789", "53"), "8", "7", "Crédit insuffisant"},
			{"credit/remove", move("T789", "0.801"), "8", "7", "Crédit insuffisant"},
		} {
			code := test.page
			if general {
				code = test.general
			}
			_, body := post(t, s, wire.BasePath+"/subaccount/"+test.path, test.body)
			expectFields(t, body, `"success": false`, `"code": `+code+`,`, test.words)
		}
		s.SetCredits(Credits{Balance: "0.000"})
		_, body := post(t, s, wire.BasePath+pathTo, move("T789", "1"))
		expectFields(t, body, map[bool]string{false: `"code": 6`, true: `"code": 11`}[general])
		s.ActivateSubaccounts(false)
		_, body = post(t, s, wire.BasePath+"/subaccount/create", creation(simple, ""))
		expectFields(t, body, `"code": 2,`)
		_, body = post(t, s, wire.BasePath+pathTo, move("T789", "1"))
		expectFields(t, body, `"code": 4,`)
		expect(t, "sub-accounts", len(s.Subaccounts()), 1)
		expect(t, "balance", s.Subaccounts()[0].Balance, "0.800")
	}
}

func TestSubaccount_Delete(t *testing.T) {
	t.Parallel()
	for there := range subaccountDeletes {
		s := New(Options{Variant: Variant{SubaccountForms: SubaccountForms{SubaccountDelete: subaccountDeletes[there]}}})
		s.AddSubaccount(documentedSubaccount())
		for i, path := range subaccountDeletes {
			w := ask(t, s, http.MethodDelete, wire.BasePath+path, groupBody("token", "T789"))
			expect(t, path, w.Code, map[bool]int{true: http.StatusOK, false: http.StatusNotFound}[i == there])
		}
		w := ask(t, s, http.MethodDelete, wire.BasePath+subaccountDeletes[there], groupBody("token", "T789"))
		expectFields(t, w.Body.String(), `"code": 404`, "Le sous-compte n'existe pas")
		w = ask(t, s, http.MethodDelete, wire.BasePath+subaccountDeletes[there], groupBody("token", ""))
		expectFields(t, w.Body.String(), `"code": 1,`, "Le Token est requis")
		expectNoViolations(t, s)
	}
}

// What is left on a deleted sub-account is lost, or goes back.
func TestSubaccount_RemainingCredit(t *testing.T) {
	t.Parallel()
	for back, want := range map[bool]string{false: "52.119", true: "52.919"} {
		s := New(Options{Variant: Variant{SubaccountForms: SubaccountForms{SubaccountCreditBack: back, SubaccountDeleteQuery: true}}})
		s.AddSubaccount(documentedSubaccount())
		w := ask(t, s, http.MethodDelete, wire.BasePath+"/subaccount/remove", groupBody("token", "T789"))
		expectFields(t, w.Body.String(), `"code": 10`)
		ask(t, s, http.MethodDelete, wire.BasePath+"/subaccount/remove?"+query("token", "T789").Encode(), "")
		_, body := get(t, s, wire.BasePath+"/me", query())
		expectFields(t, body, `"balance": "`+want+`"`)
		expectNoViolations(t, s)
	}
}

// The list and the addresses lag behind where they are to.
func TestSubaccount_Delays(t *testing.T) {
	t.Parallel()
	c := newClock()
	s := New(Options{Options: wire.Options{Now: c.Now}, Variant: Variant{SubaccountForms: SubaccountForms{
		SubaccountListDelay: time.Minute, SubaccountDeletionDelay: time.Hour,
	}}})
	listed := func(want string) {
		t.Helper()
		_, body := get(t, s, wire.BasePath+"/subaccount/list", query())
		expectFields(t, body, `"total": `+want)
	}
	create := creation(simple, `"email": "sub@example.com"`)
	post(t, s, wire.BasePath+"/subaccount/create", create)
	listed("0")
	c.advance(time.Minute)
	listed("1")
	ask(t, s, http.MethodDelete, wire.BasePath+"/subaccount/remove", groupBody("token", s.Subaccounts()[0].Token))
	listed("1")
	_, body := post(t, s, wire.BasePath+"/subaccount/create", create)
	expectFields(t, body, `"code": 7`)
	c.advance(time.Hour)
	listed("0")
	_, body = post(t, s, wire.BasePath+"/subaccount/create", create)
	expectFields(t, body, `"code": 200`)
	expectNoViolations(t, s)
}

func TestSubaccount_Forms(t *testing.T) {
	t.Parallel()
	s := New(Options{Variant: Variant{
		Forms: wire.Forms{English: true},
		SubaccountForms: SubaccountForms{
			SubaccountCreateGet: true, SubaccountSignUp: true, SubaccountWholeEuros: true,
			SubaccountKeyCode9: true, SubaccountPhoneWords: true, SubaccountTokenIsKey: true,
		},
	}})
	s.AddSubaccount(Subaccount{Email: "a@example.com", Type: advanced, Token: "T1", APIKey: "K1", Balance: "5"})
	status, _ := post(t, s, wire.BasePath+"/subaccount/create", creation(simple, ""))
	expect(t, "creation by POST", status, http.StatusMethodNotAllowed)
	_, body := get(t, s, wire.BasePath+"/subaccount/list", query())
	expectFields(t, body, `"apiKey": null`)
	_, body = post(t, s, wire.BasePath+pathFrom, move("T1", "0.5"))
	expectFields(t, body, `"code": 5`)
	_, body = post(t, s, wire.BasePath+pathTo, `{"apiKey": "no"}`)
	expectFields(t, body, `"code": 9`)
	_, body = get(t, s, wire.BasePath+"/me", query("apiKey", "K1"))
	expectFields(t, body, `"code": 10`)
	_, body = get(t, s, wire.BasePath+"/me", query("apiKey", "T1"))
	expectFields(t, body, `"balance": "5.000"`)
	expectNoViolations(t, s)

	s.ActivateSubaccounts(false)
	_, body = post(t, s, wire.BasePath+pathTo, move("T1", "1"))
	expectFields(t, body, `"code": 4`, "Phone number is required")

	s = New(Options{Variant: Variant{SubaccountForms: SubaccountForms{SubaccountNoConfirmMail: true, SubaccountEmailRequired: true}}})
	_, body = post(t, s, wire.BasePath+"/subaccount/create", creation(simple, ""))
	expectFields(t, body, `"code": 6`)
	_, body = post(t, s, wire.BasePath+"/subaccount/create", creation(simple, `"email": "x@example.com"`))
	expect(t, "sendConfirmMailTo", strings.Contains(body, "sendConfirmMailTo"), false)
}

// A page has 20. The list goes on where the one before ended.
func TestSubaccount_Pages(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	for range 29 {
		s.AddSubaccount(Subaccount{})
	}
	for page, want := range map[string]int{"": 20, "1": 20, "2": 9, "3": 0} {
		_, body := get(t, s, wire.BasePath+"/subaccount/list", query("page", page))
		expect(t, "rows of page "+page, strings.Count(body, `"token"`), want)
		expectFields(t, body, `"total": 29`, `"nb_per_page": 20`)
	}
	expectNoViolations(t, s)
}

// The key of a sub-account makes calls that its own balance pays for, and none about
// sub-accounts.
func TestSubaccount_Key(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	added := s.AddSubaccount(Subaccount{Email: "a@example.com", Balance: "0.1"})
	_, body := get(t, s, wire.BasePath+"/me", query("apiKey", added.APIKey))
	expectFields(t, body, `"username": "a@example.com"`, `"balance": "0.100"`, `"creditSms": 2`)
	send := `{"apiKey": "` + added.APIKey + `", "phoneNumbers": "0600000001", "message": "Bonjour"}`
	_, body = post(t, s, sendPath, send)
	expectFields(t, body, `"success": true`)
	expect(t, "its balance", s.Subaccounts()[0].Balance, "0.062")
	_, body = get(t, s, wire.BasePath+"/me", query())
	expectFields(t, body, `"username": "owner@example.com"`, `"balance": "52.119"`)
	post(t, s, sendPath, send)
	_, body = post(t, s, sendPath, send)
	expectFields(t, body, `"code": 11`)
	_, body = get(t, s, wire.BasePath+"/subaccount/list", query("apiKey", added.APIKey))
	expectFields(t, body, `"code": 2`)
	expectNoViolations(t, s)
}

// The parameters of a creation are an object with the documented members.
func TestSubaccount_Violations(t *testing.T) {
	t.Parallel()
	for parameters, want := range map[string]string{
		`"email": "a@example.com", "isBuyer": "1"`: `"parameters.isBuyer" is not a number`,
		`"name": "x"`: `unknown parameter "parameters.name"`,
	} {
		s := New(Options{})
		post(t, s, wire.BasePath+"/subaccount/create", creation(simple, parameters))
		expectViolation(t, s, "POST /v1/subaccount/create: ", want)
	}
	for _, body := range []string{`"parameters": "x"`, `"parameters": []`} {
		s := New(Options{})
		post(t, s, wire.BasePath+"/subaccount/create", `{"apiKey": "`+wire.DefaultAPIKey+`", "type": "simple", `+body+`}`)
		expectViolation(t, s, "POST /v1/subaccount/create: ", `parameter "parameters" is not an object`)
	}
}
