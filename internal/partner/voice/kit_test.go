package voice

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// audioToken is that of the documented audio file.
const audioToken = "0123456789abcdef0123456789abcdef"

// call is a call of an operation with whatever it takes, and its error.
type call func(ctx context.Context, c *Client) error

// asks is the call of an operation that takes nothing.
func asks[T any](ask func(*Client, context.Context) (T, error)) call {
	return func(ctx context.Context, c *Client) error {
		_, err := ask(c, ctx)
		return err
	}
}

// request is a call of an operation, with the pattern of its address for scripts.
type request struct {
	pattern string
	call    call
}

// reads are all operations that change nothing, by the vendor's names.
var reads = map[string]request{
	"me":     {"GET /me/{apiKey}", asks((*Client).Credits)},
	"audios": {"GET /audios/{apiKey}", asks((*Client).AudioFiles)},
}

// writes are all other operations.
var writes = map[string]request{
	"audio-file/rename": {"POST /audio-file/rename", func(ctx context.Context, c *Client) error {
		_, err := c.RenameAudioFile(ctx, audioToken, "Accueil hiver")
		return err
	}},
}

// eachOperation goes through reads and writes.
func eachOperation(yield func(operation string, r request) bool) {
	for _, requests := range []map[string]request{reads, writes} {
		for operation, r := range requests {
			if !yield(operation, r) {
				return
			}
		}
	}
}

// serve serves an account for the length of a test, and returns a client with a key.
func serve(t *testing.T, o simulator.Options, key string) (*simulator.Simulator, *Client) {
	t.Helper()
	s, server := simulator.StartAll(t, o)
	return s, New(partner.Config{BaseURL: server.VoiceURL, APIKey: key})
}

// failure is the error of a call that must fail.
func failure(t *testing.T, err error, operation string, reason partner.Reason) *partner.Error {
	t.Helper()
	failed, ok := errors.AsType[*partner.Error](err)
	if !ok {
		t.Fatalf("the error is %v, want a *partner.Error", err)
	}
	expect(t, operation+": reason", failed.Reason, reason)
	expect(t, operation+": operation", failed.Operation, operation)
	return failed
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
