package mail

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/subaccount"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// withSubaccount is an account with the sub-account of the documented list.
func withSubaccount(forms SubaccountForms) *Account {
	a := New(Options{Options: wire.Options{APIKey: "k"}, Variant: Variant{SubaccountForms: forms}})
	a.AddSubaccount(subaccount.Subaccount{ //nolint:gosec // the documentation's own placeholders
		Email: "sub@example.com", Token: "T789", APIKey: "SUB_API_KEY", Balance: "0.8",
		Created: time.Date(2016, time.March, 4, 11, 23, 14, 0, wire.Paris),
	})
	return a
}

// subaccountCall posts a body to a page of the section, or reads the list if there is none.
func subaccountCall(t *testing.T, a *Account, path, body string) string {
	t.Helper()
	method, query := http.MethodPost, ""
	if body == "" {
		method, query = http.MethodGet, "?apiKey=k"
	}
	r := httptest.NewRequestWithContext(t.Context(), method, wire.BasePath+"/subaccount/"+path+query, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	a.ServeHTTP(w, r)
	var text bytes.Buffer
	if json.Compact(&text, w.Body.Bytes()) != nil {
		return w.Body.String()
	}
	return text.String()
}

func creation(kind, parameters string) string {
	return `{"apiKey": "k", "type": "` + kind + `", "parameters": {` + parameters + `}}`
}

func move(credit string) string {
	return `{"apiKey": "k", "tokenSubaccount": "T789", "credit": "` + credit + `"}`
}

// The answers are the documented ones.
func TestSubaccount_Answers(t *testing.T) {
	t.Parallel()
	a := withSubaccount(SubaccountForms{})
	a.SetCredits(Credits{Username: "owner@example.com", Balance: "2930.2", Currency: "EUR"})
	answers := map[string]string{"list": subaccountCall(t, a, "list", ""), "credit": subaccountCall(t, a, "credit/add", move("61"))}
	a.RemoveSubaccount("T789")
	created := subaccountCall(t, a, "create", creation("advanced", `"email": "sub@example.com", "isBuyer": 0, "creditToAttribute": 10`))
	made := a.Subaccounts()[0]
	answers["create"] = strings.ReplaceAll(created, made.Token, "T789")
	for page, got := range answers {
		sample, err := os.ReadFile("testdata/subaccount_" + page + ".json") //nolint:gosec // a file of these tests
		if err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		if err := json.Compact(&want, sample); err != nil {
			t.Fatal(err)
		}
		if got != want.String() {
			t.Errorf("%s: got %s, want %s", page, got, want.String())
		}
	}
	if got := get(t, a, "/me?apiKey=k"); !strings.Contains(got, `"balance": "2859.200"`) {
		t.Errorf("the credit is %s", got)
	}
	if got := a.Violations(); len(got) > 0 {
		t.Errorf("violations are %q", got)
	}
}

// Mail Partner has no call that deletes, in either form of the documentation of SMS Partner.
func TestSubaccount_NoDeletion(t *testing.T) {
	t.Parallel()
	a := withSubaccount(SubaccountForms{})
	for _, path := range []string{"remove", "delete"} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodDelete, wire.BasePath+"/subaccount/"+path, strings.NewReader(`{"apiKey": "k", "token": "T789"}`))
		w := httptest.NewRecorder()
		a.ServeHTTP(w, r)
		if w.Code != http.StatusNotFound || len(a.Subaccounts()) != 1 {
			t.Errorf("%s: HTTP %d, and %v are there", path, w.Code, a.Subaccounts())
		}
	}
}

// Each form changes an answer.
func TestSubaccount_Forms(t *testing.T) {
	t.Parallel()
	simple := creation("simple", "")
	for name, test := range map[string]struct {
		forms                     SubaccountForms
		path, body, without, with string
	}{
		"no confirmation":  {SubaccountForms{SubaccountNoConfirmMail: true}, "create", simple, `"sendConfirmMailTo":"7000002@mailpartner.fr","parent_email"`, `"},"parent_email"`},
		"address required": {SubaccountForms{SubaccountEmailRequired: true}, "create", simple, `"success":true`, `"code":6`},
		"whole euros":      {SubaccountForms{SubaccountWholeEuros: true}, "credit/remove", move("0.8"), `"success":true`, `"code":5`},
		"general codes":    {SubaccountForms{SubaccountGeneralCodes: true}, "credit/remove", move("1"), `"code":8`, `"code":7`},
		"another code":     {SubaccountForms{SubaccountCreateCode: 99}, "create", creation("other", ""), `"code":5,"message":"Le type`, `"code":99,"message":"Le type`},
	} {
		for want, forms := range map[string]SubaccountForms{test.without: {}, test.with: test.forms} {
			if got := subaccountCall(t, withSubaccount(forms), test.path, test.body); !strings.Contains(got, want) {
				t.Errorf("%s: %+v answers %s, want %s", name, forms, got, want)
			}
		}
	}
	a := withSubaccount(SubaccountForms{SubaccountListDelay: time.Minute, SubaccountSignUp: true})
	subaccountCall(t, a, "create", creation("advanced", `"email": "new@example.com", "isBuyer": 1`))
	if got := subaccountCall(t, a, "list", ""); !strings.Contains(got, `"total":1,`) {
		t.Errorf("at once, the list is %s", got)
	}
	a.Advance(time.Minute)
	if got := subaccountCall(t, a, "list", ""); !strings.Contains(got, `"total":2,`) || !strings.Contains(got, `"apiKey":null`) {
		t.Errorf("a minute later, the list is %s", got)
	}
}

// The key of a sub-account makes the calls of Mail Partner, and none about sub-accounts.
func TestSubaccount_Key(t *testing.T) {
	t.Parallel()
	a := withSubaccount(SubaccountForms{})
	if got := get(t, a, "/me?apiKey=SUB_API_KEY"); !strings.Contains(got, `"username": "sub@example.com"`) ||
		!strings.Contains(got, `"creditMail": 21, "currency": "EUR", "balance": "0.800"`) {
		t.Errorf("the sub-account has %s", got)
	}
	if got := get(t, a, "/me?apiKey=k"); !strings.Contains(got, `"balance": "45.119"`) {
		t.Errorf("the main account has %s", got)
	}
	if got := get(t, a, "/subaccount/list?apiKey=SUB_API_KEY"); !strings.Contains(got, `"code": 2`) {
		t.Errorf("the sub-account lists %s", got)
	}
}
