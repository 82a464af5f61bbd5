package sms

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// left writes credits for comparisons.
func left(c *Credits) string {
	return fmt.Sprintf("%s (%s %s): %s %s, SMS %s, eco %s, HLR %s, to send %s",
		or(c.Username, strings.Clone), or(c.FirstName, strings.Clone), or(c.LastName, strings.Clone),
		or(c.Balance, func(balance big.Float) string { return balance.Text('g', 40) }), or(c.Currency, strings.Clone),
		or(c.CreditSMS, decimal), or(c.CreditSMSEco, decimal), or(c.CreditHLR, decimal), or(c.ToSend, decimal))
}

func TestCredits_Documented(t *testing.T) {
	t.Parallel()
	const documented = "owner@example.com (Ann Doe): 52.119 EUR, SMS 1200, eco 2100, HLR 9000, to send 0"
	for name, test := range map[string]struct {
		variant simulator.Variant
		want    string
	}{
		"documented":       {simulator.Variant{}, documented},
		"low-cost credits": {simulator.Variant{CreditForms: simulator.CreditForms{LowCostCredits: true}}, documented},
		"balance only":     {simulator.Variant{CreditForms: simulator.CreditForms{BalanceOnly: true}}, documented},
		"numbers as texts": {simulator.Variant{Forms: simulator.Forms{NumbersAsStrings: true, EscapeUnicode: true}}, documented},
		"recorded in 2018": {
			simulator.Variant{CreditForms: simulator.CreditForms{LowCostCredits: true, UsernameOnly: true}},
			"owner@example.com (- -): 52.119 EUR, SMS 1200, eco 2100, HLR 9000, to send 0",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{Variant: test.variant}, simulator.DefaultAPIKey)
			credits, err := c.Credits(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "credits", left(credits), test.want)
			expectNoViolations(t, s)
			expect(t, "query", s.Requests()[0].Query.Encode(), "apiKey="+simulator.DefaultAPIKey)
		})
	}
}

// What is missing of the answer is not known; both names of an amount count.
func TestCredits_Forms(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{ //nolint:gosec // credits are no credentials
		`"credits":{}`:                                                        "- (- -): - -, SMS -, eco -, HLR -, to send -",
		`"credits":{"solde":"52.119"}`:                                        "- (- -): 52.119 -, SMS -, eco -, HLR -, to send -",
		`"credits":{"balance":-0.5}`:                                          "- (- -): -0.5 -, SMS -, eco -, HLR -, to send -",
		`"credits":{"balance":"1","solde":2}`:                                 "- (- -): 1 -, SMS -, eco -, HLR -, to send -",
		`"credits":{"creditSmsECO":1,"creditSmsLowCost":2}`:                   "- (- -): - -, SMS -, eco 1, HLR -, to send -",
		`"user":[],"credits":{"toSend":"7"}`:                                  "- (- -): - -, SMS -, eco -, HLR -, to send 7",
		`"user":{"username":"a","firstname":null,"lastname":""},"credits":{}`: "a (- -): - -, SMS -, eco -, HLR -, to send -",
	} {
		t.Run(body, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("me", simulator.Step{Body: `{"success":true,"code":200,` + body + `}`})
			credits, err := c.Credits(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "credits", left(credits), want)
		})
	}
}

// What can't be read of the credits is left out, and withholds nothing else.
func TestCredits_Unread(t *testing.T) {
	t.Parallel()
	s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	s.Script("me", simulator.Step{Body: `{"success":true,"code":200,"credits":{"balance":"beaucoup","creditSms":"1,200","toSend":7}}`})
	credits, err := c.Credits(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "credits", left(credits), "- (- -): - -, SMS -, eco -, HLR -, to send 7")
	expect(t, "unread", strings.Join(credits.Unread, "\n"), `"credits.balance" holds "beaucoup", which is not a number`+"\n"+
		`"credits.creditSms" holds "1,200", which is not a whole number`)
}

func TestCredits_Missing(t *testing.T) {
	t.Parallel()
	for _, body := range []string{`"credits":[]`, `"credit":{}`} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("me", simulator.Step{Body: `{"success":true,"code":200,` + body + `}`})
		_, err := c.Credits(t.Context())
		expect(t, "detail", failure(t, err, "me", partner.ReasonIncomplete).Detail, `the answer reports success, but has no "credits"`)
	}
}
