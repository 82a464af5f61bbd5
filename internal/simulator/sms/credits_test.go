package sms

import (
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const mePath = wire.BasePath + "/me"

func TestMe_DocumentedExample(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	status, body := get(t, s, mePath, query())
	expect(t, "status", status, http.StatusOK)
	expectDocumented(t, body, "me.json")
	_, body = get(t, s, mePath, query("_format", "json"))
	expectDocumented(t, body, "me.json")
	r := ask(t, s, http.MethodGet, mePath+"?"+query("_format", "xml").Encode(), "")
	expect(t, "content type", r.Header().Get("Content-Type"), "application/xml")
	expect(t, "XML", r.Body.String(), document(t, "me.xml"))
	expectNoViolations(t, s)
}

func TestMe_Refusals(t *testing.T) {
	t.Parallel()
	expectRefusals(t, http.MethodGet, mePath, nil)
}

func TestSetCredits(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.SetCredits(Credits{
		Username: "u@example.com", FirstName: "Bob", LastName: "Roe",
		SMS: 1, LowCostSMS: 2, HLR: 3, ToSend: 4, Balance: "0.05", Currency: "USD",
	})
	_, body := get(t, s, mePath, query())
	expectFields(t, body, `"username": "u@example.com"`, `"firstname": "Bob"`, `"lastname": "Roe"`,
		`"creditSms": 1,`, `"creditSmsECO": 2,`, `"creditHlr": 3,`, `"toSend": 4,`,
		`"solde": "0.05"`, `"currency": "USD"`, `"balance": "0.05"`)

	s.SetCredits(Credits{Balance: "0"})
	_, body = get(t, s, mePath, query())
	expectFields(t, body, `"username": "owner@example.com"`, `"firstname": "Ann"`, `"lastname": "Doe"`,
		`"creditSms": 0,`, `"currency": "EUR"`, `"balance": "0"`)
	s.SetCredits(Credits{})
	_, body = get(t, s, mePath, query())
	expectFields(t, body, `"solde": "52.119"`, `"balance": "52.119"`)
}

func TestMe_Variants(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		variant Variant
		has     string
		hasNot  []string
	}{
		"low-cost credits": {Variant{CreditForms: CreditForms{LowCostCredits: true}}, `"creditSmsLowCost": 2100`, []string{"creditSmsECO"}},
		"balance only":     {Variant{CreditForms: CreditForms{BalanceOnly: true}}, `"balance": "52.119"`, []string{"solde"}},
		"username only":    {Variant{CreditForms: CreditForms{UsernameOnly: true}}, `"username": "owner@example.com"`, []string{"firstname", "lastname"}},
		"recorded in 2018": {Variant{CreditForms: CreditForms{UsernameOnly: true, LowCostCredits: true}}, `"solde": "52.119"`, []string{"firstname", "creditSmsECO"}},
		"numbers as texts": {Variant{Forms: wire.Forms{NumbersAsStrings: true}}, `"creditSms": "1200"`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, body := get(t, New(Options{Variant: test.variant}), mePath, query())
			expectFields(t, body, test.has)
			for _, name := range test.hasNot {
				if strings.Contains(body, name) {
					t.Errorf("%s in %s", name, body)
				}
			}
		})
	}
}

func TestMe_Violations(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	get(t, s, mePath, query("messageId", "1"))
	expectViolation(t, s, "GET /v1/me: ", `unknown parameter "messageId"`)
}

func TestNoCreditsObject(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		variant Variant
		credits string
	}{
		"documented credits": {Variant{}, `"creditSms":1,"creditSmsECO":2,"creditHlr":3,"toSend":0,"solde":"0.037","currency":"EUR","balance":"0.037"`},
		"older credits":      {Variant{CreditForms: CreditForms{LowCostCredits: true, BalanceOnly: true}}, `"creditSms":1,"creditSmsLowCost":2,"creditHlr":3,"toSend":0,"currency":"EUR","balance":"0.037"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test.variant.NoCreditsObject = true
			s := New(Options{Variant: test.variant})
			s.SetCredits(Credits{SMS: 1, LowCostSMS: 2, HLR: 3, Balance: "0.037"})
			_, body := post(t, s, sendPath, sendBody(t))
			expect(t, "body", compact(t, body), `{"success":false,"code":11,"error":{"message":"NOCREDITS"},"credits":{`+test.credits+`}}`)
			expect(t, "sent", len(s.Sent()), 0)
		})
	}
}
