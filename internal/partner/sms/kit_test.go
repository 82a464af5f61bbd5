package sms

import (
	"context"
	"errors"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// start serves an account for the length of a test.
func start(tb simulator.TB, o simulator.Options, key string) (*simulator.Simulator, *Client) {
	tb.Helper()
	s, url := simulator.Start(tb, o)
	return s, New(partner.New(partner.Config{Product: "SMS Partner", BaseURL: url, APIKey: key}))
}

// read asks for the vendor's documented example.
func read(ctx context.Context, c *Client, format partner.Format) (*MessageStatus, error) {
	return c.MessageStatus(ctx, "1111", "+33600000000", format)
}

// refusal makes the same call, which the vendor must refuse.
func refusal(t *testing.T, c *Client, format partner.Format) *partner.Error {
	t.Helper()
	got, err := read(t.Context(), c, format)
	failed, ok := errors.AsType[*partner.Error](err)
	if !ok {
		t.Fatalf("got %v and error %v, want a *partner.Error", got, err)
	}
	expect(t, "reason", failed.Reason, partner.ReasonVendor)
	expect(t, "operation", failed.Operation, "message-status")
	return failed
}

func expect[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}
