package mail

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// call is a call of an operation with whatever it takes, and its error.
type call func(ctx context.Context, c *Client) error

// asks is the call of an operation that takes nothing.
func asks[T any](ask func(*Client, context.Context) (T, error)) call {
	return func(ctx context.Context, c *Client) error {
		_, err := ask(c, ctx)
		return err
	}
}

// reads are the operations that change nothing, by the vendor's names.
var reads = map[string]call{
	"me":               asks((*Client).Credits),
	"unsubscribe/list": asks((*Client).Unsubscribes),
	"bulk-status": func(ctx context.Context, c *Client) error {
		_, err := c.BulkStatus(ctx, "300")
		return err
	},
}

// writes are all other operations.
var writes = map[string]call{
	"send": func(ctx context.Context, c *Client) error {
		_, err := c.Send(ctx, SendRequest{Subject: "Deployed", HTMLContent: "<p>", To: []Address{{Email: "ada@example.com"}}})
		return err
	},
	"message-cancel": func(ctx context.Context, c *Client) error {
		_, err := c.CancelMessage(ctx, "300")
		return err
	},
	"unsubscribe/add": func(ctx context.Context, c *Client) error {
		_, err := c.AddUnsubscribe(ctx, "ada@example.com")
		return err
	},
	"unsubscribe/delete": func(ctx context.Context, c *Client) error { return c.DeleteUnsubscribe(ctx, "300") },
}

// eachOperation goes through reads and writes.
func eachOperation(yield func(operation string, c call) bool) {
	for _, calls := range []map[string]call{reads, writes} {
		for operation, c := range calls {
			if !yield(operation, c) {
				return
			}
		}
	}
}

// serve serves an account for the length of a test, and returns a client with a key.
func serve(t *testing.T, o simulator.Options, key string) (*simulator.Simulator, *Client) {
	t.Helper()
	s, server := simulator.StartAll(t, o)
	return s, New(partner.Config{BaseURL: server.MailURL, APIKey: key})
}

// failure is the error of a call that must fail.
func failure(t *testing.T, err error, operation string, reason partner.Reason) *partner.Error {
	t.Helper()
	failed, ok := errors.AsType[*partner.Error](err)
	if !ok {
		t.Fatalf("%s: the error is %v, want a *partner.Error", operation, err)
	}
	expect(t, operation+": reason", failed.Reason, reason)
	expect(t, operation+": operation", failed.Operation, operation)
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
