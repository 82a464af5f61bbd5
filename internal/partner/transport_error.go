package partner

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"syscall"
)

// transportError sorts what net/http reports when no answer could be read.
// ctx is the caller's, which outlives the attempt.
func (c *Client) transportError(ctx context.Context, connected bool, err error) *Error {
	if ctx.Err() != nil {
		failed := canceled(ctx)
		failed.Sent = connected
		return failed
	}
	reason, detail := c.classify(err, connected)
	return &Error{Reason: reason, Detail: c.redact.text(detail), Sent: connected}
}

// classify puts into plain words what in Go's own needs knowledge of Go.
func (c *Client) classify(err error, connected bool) (Reason, string) {
	if outer, ok := errors.AsType[*net.OpError](err); ok && outer.Op == "proxyconnect" {
		reason, detail := c.classify(outer.Err, connected)
		return reason, "the proxy could not be used: " + detail
	}
	timeout := errors.Is(err, context.DeadlineExceeded)
	if connected {
		if timeout {
			return ReasonTimeout, fmt.Sprintf("no complete answer within %s", c.config.RequestTimeout)
		}
		return ReasonDropped, "the connection broke before the answer was complete"
	}
	if verification, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return ReasonUntrusted, verification.Err.Error()
	}
	if _, ok := errors.AsType[tls.RecordHeaderError](err); ok {
		return ReasonUnreachable, "the server does not speak TLS on this port"
	}
	if dns, ok := errors.AsType[*net.DNSError](err); ok {
		if dns.IsNotFound {
			return ReasonUnreachable, fmt.Sprintf("there is no host named %q", dns.Name)
		}
		return ReasonUnreachable, fmt.Sprintf("the name %q could not be looked up: %s", dns.Name, dns.Err)
	}
	if timeout {
		return ReasonUnreachable, fmt.Sprintf("nothing answered within %s", c.config.RequestTimeout)
	}
	if op, ok := errors.AsType[*net.OpError](err); ok && op.Addr != nil && errors.Is(err, syscall.ECONNREFUSED) {
		return ReasonUnreachable, fmt.Sprintf("%s refused the connection", op.Addr)
	}
	return ReasonUnreachable, err.Error()
}

// canceled says that ctx ended the call.
func canceled(ctx context.Context) *Error {
	failed := &Error{Reason: ReasonCanceled, Detail: "interrupted", cause: ctx.Err()}
	switch {
	case failed.cause == nil:
		// A rate limiter gives up before a deadline that it cannot meet.
		failed.cause, failed.Detail = context.DeadlineExceeded, "the vendor's rate limit leaves no time for it"
	case errors.Is(failed.cause, context.DeadlineExceeded):
		failed.Detail = "the time for it ran out"
	}
	return failed
}
