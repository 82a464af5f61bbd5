package subaccount_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"log/slog"
	"math/big"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// start serves an account for the length of a test. What the client logs is kept.
func start(t *testing.T, forms simulated.SubaccountForms) (*simulator.Simulator, *subaccount.Client, *bytes.Buffer) {
	t.Helper()
	s, url := simulator.Start(t, simulator.Options{Variant: simulator.Variant{SubaccountForms: forms}})
	t.Cleanup(func() {
		for _, violation := range s.Violations() {
			t.Error(violation)
		}
	})
	var log bytes.Buffer
	logger := slog.New(slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: partner.LevelTrace}))
	return s, sms.New(partner.Config{BaseURL: url, APIKey: simulator.DefaultAPIKey, Logger: logger}).Subaccounts(), &log
}

// failure is the error of a call that must fail.
func failure(t *testing.T, err error, reason partner.Reason) *partner.Error {
	t.Helper()
	failed, ok := errors.AsType[*partner.Error](err)
	if !ok {
		t.Fatalf("the error is %v, want a *partner.Error", err)
	}
	expect(t, "reason of "+failed.Error(), failed.Reason, reason)
	return failed
}

// body is the JSON object of a request, without the key.
func body(t *testing.T, r simulator.Request) string {
	t.Helper()
	var values map[string]json.RawMessage
	if err := json.Unmarshal(r.Body, &values); err != nil {
		t.Fatal(err)
	}
	delete(values, "apiKey")
	text, err := json.Marshal(values)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func amount(t *testing.T, text string) *big.Float {
	t.Helper()
	read, _, err := big.ParseFloat(text, 10, 512, big.ToNearestEven)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

// none is of an account without sub-accounts.
func none(string) bool { return false }

func expect[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func emails(list []subaccount.Subaccount) string {
	var all []string
	for _, s := range list {
		all = append(all, *s.Email)
	}
	return strings.Join(all, " ")
}
