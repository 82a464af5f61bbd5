package mail

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const key = "0123456789abcdef0123456789abcdef01234567"

func start(t *testing.T, right string) (*simulator.Simulator, *Client) {
	t.Helper()
	s, server := simulator.StartAll(t, simulator.Options{MailAPIKey: right})
	return s, New(partner.Config{BaseURL: server.MailURL, APIKey: key})
}

func TestCredits(t *testing.T) {
	t.Parallel()
	s, c := start(t, key)
	got, err := c.Credits(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprint(*got.Username, " ", *got.CreditMail, " ", got.Balance.Text('f', -1), " ", *got.Currency, " ", got.Unread)
	if want := "owner@example.com 1200 45.119 EUR []"; text != want {
		t.Errorf("got %s, want %s", text, want)
	}
	if len(s.Mail.Violations()) > 0 {
		t.Error(s.Mail.Violations())
	}
}

// The balance has one of two names, or both.
func TestCredits_Balance(t *testing.T) {
	t.Parallel()
	for credits, want := range map[string]string{
		`"solde": "52.119"`:               "52.119",
		`"balance": 1.5, "solde": "52.1"`: "1.5",
		`"creditMail": 3`:                 "<nil>",
	} {
		s, c := start(t, key)
		s.Mail.Script("/me", simulator.Step{Body: `{"success": true, "code": 200, "credits": {` + credits + `}}`})
		got, err := c.Credits(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		expect(t, credits, fmt.Sprint(got.Balance), want)
	}
}

func TestCredits_Errors(t *testing.T) {
	t.Parallel()
	_, c := start(t, "another")
	_, err := c.Credits(t.Context())
	failed, ok := errors.AsType[*partner.Error](err)
	if !ok || !failed.IsInvalidKey() || failed.Product != "Mail Partner" || strings.Contains(err.Error(), key) {
		t.Errorf("got %v", err)
	}

	// A refusal for coming too soon is in the body, whatever HTTP status goes with it.
	s, c := start(t, key)
	s.Mail.Script("/me", simulator.Step{Body: `{"success": false, "code": 429, "message": "Trop de requ\u00eates"}`})
	_, err = c.Credits(t.Context())
	if failed, ok := errors.AsType[*partner.Error](err); !ok || !failed.IsThrottled() {
		t.Errorf("got %v", err)
	}
}
