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
	failed := &Error{Sent: connected, cause: c.redact.error(err)}
	failed.Reason, failed.Detail = classify(err, connected)
	switch {
	case failed.Reason == ReasonTimeout:
		failed.Detail = fmt.Sprintf("no complete answer within %s", c.config.RequestTimeout)
	case failed.Detail == "":
		failed.Detail = failed.cause.Error()
	}
	return failed
}

// classify returns the reason and, where Go's own words need knowledge of Go,
// plain ones.
func classify(err error, connected bool) (Reason, string) {
	if errors.Is(err, errTooLong) {
		return ReasonUnreadable, fmt.Sprintf("the answer is longer than %d MiB", maxAnswer>>20)
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return ReasonTimeout, ""
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
	if !connected {
		if op, ok := errors.AsType[*net.OpError](err); ok && errors.Is(err, syscall.ECONNREFUSED) {
			return ReasonUnreachable, fmt.Sprintf("%s refused the connection", op.Addr)
		}
		return ReasonUnreachable, ""
	}
	return ReasonDropped, "the connection broke before the answer was complete"
}

func canceled(ctx context.Context) *Error {
	detail := "interrupted"
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		detail = "the time for it ran out"
	}
	cause := context.Cause(ctx)
	if cause == nil {
		// A rate limiter gives up before a deadline that it cannot meet.
		cause, detail = context.DeadlineExceeded, "the vendor's rate limit leaves no time for it"
	}
	return &Error{Reason: ReasonCanceled, Detail: detail, cause: cause}
}
