package sms

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// start serves an account for the length of a test.
func start(tb simulator.TB, o simulator.Options, key string) (*simulator.Simulator, *Client) {
	tb.Helper()
	s, url := simulator.Start(tb, o)
	return s, New(partner.Config{BaseURL: url, APIKey: key})
}

// read asks for the vendor's documented example.
func read(ctx context.Context, c *Client, format partner.Format) (*MessageStatus, error) {
	return c.MessageStatus(ctx, "1111", "+33600000000", format)
}

// refusal makes the same call, which the vendor must refuse.
func refusal(t *testing.T, c *Client, format partner.Format) *partner.Error {
	t.Helper()
	_, err := read(t.Context(), c, format)
	return failure(t, err, "message-status", partner.ReasonVendor)
}

// failure is the error of a call that must fail.
func failure(t *testing.T, err error, operation string, reason partner.Reason) *partner.Error {
	t.Helper()
	failed, ok := errors.AsType[*partner.Error](err)
	if !ok {
		t.Fatalf("the error is %v, want a *partner.Error", err)
	}
	expect(t, "reason", failed.Reason, reason)
	expect(t, "operation", failed.Operation, operation)
	return failed
}

// call is a call of an operation with whatever it takes, and its error.
type call func(ctx context.Context, c *Client) error

// asks is the call of an operation that takes nothing.
func asks[T any](ask func(*Client, context.Context) (T, error)) call {
	return func(ctx context.Context, c *Client) error {
		_, err := ask(c, ctx)
		return err
	}
}

// pairOf is the pair of a message and the number that ends in it.
func pairOf(id int) Pair {
	return Pair{MessageID: strconv.Itoa(id), PhoneNumber: fmt.Sprintf("+336%08d", id)}
}

// The operations whose answers are lists or groups, by the vendor's names.
var calls = map[string]call{
	"multi-status": func(ctx context.Context, c *Client) error {
		_, err := c.MultiStatus(ctx, []Pair{pairOf(300), pairOf(301)})
		return err
	},
	"bulk-status": func(ctx context.Context, c *Client) error {
		_, err := c.BulkStatus(ctx, "300")
		return err
	},
	"bulk-status-by-tag": func(ctx context.Context, c *Client) error {
		_, err := c.TagStatus(ctx, "promo")
		return err
	},
	"statistics/cost-resume": func(ctx context.Context, c *Client) error {
		_, err := c.Statistics(ctx, LastMonth, time.Time{}, time.Time{})
		return err
	},
	"me": asks((*Client).Credits),
	"lookup": func(ctx context.Context, c *Client) error {
		_, err := c.Lookup(ctx, []string{"+33600000001", "+212000"})
		return err
	},
	"group/list": asks((*Client).Groups),
	"subaccount/list": func(ctx context.Context, c *Client) error {
		_, err := c.Subaccounts().List(ctx)
		return err
	},
	"stop-sms/list": asks((*Client).StopNumbers),
	"location/optin": func(ctx context.Context, c *Client) error {
		_, err := c.RentalEstimate(ctx, documentedCriteria, map[string]int64{"60200": 20})
		return err
	},
	"location/status": func(ctx context.Context, c *Client) error {
		_, err := c.RentalStatus(ctx, "TOK")
		return err
	},
	"contact/detail": func(ctx context.Context, c *Client) error {
		_, err := c.Contact(ctx, "C1001")
		return err
	},
	"contact/list": func(ctx context.Context, c *Client) error {
		for _, err := range c.Contacts(ctx, "G101") {
			if err != nil {
				return err
			}
		}
		return nil
	},
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

// or writes a value that the vendor may not have said.
func or[T any](value *T, write func(T) string) string {
	if value == nil {
		return "-"
	}
	return write(*value)
}

func expectNoViolations(t *testing.T, s *simulator.Simulator) {
	t.Helper()
	expect(t, "violations", strings.Join(s.Violations(), "\n"), "")
}

func expect[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}
