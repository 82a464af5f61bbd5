package partner

import (
	"compress/flate"
	"compress/gzip"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"regexp"
	"strings"
	"syscall"
)

// transportError sorts what net/http reports when no answer could be read.
// ctx is the caller's, which outlives the attempt.
func (c *Client) transportError(ctx context.Context, redact redactor, connected bool, err error) *Error {
	if ctx.Err() != nil {
		failed := canceled(ctx)
		failed.Sent = connected
		return failed
	}
	if refusal, ok := errors.AsType[*proxyError](err); ok {
		return refusal.asError()
	}
	reason, detail := c.classify(err, redact, connected)
	return &Error{Reason: reason, Detail: c.redact.text(detail), Sent: connected}
}

// classify puts into plain words the errors that need knowledge of Go.
func (c *Client) classify(err error, redact redactor, connected bool) (Reason, string) {
	if outer, ok := errors.AsType[*net.OpError](err); ok && outer.Op == "proxyconnect" {
		reason, detail := c.classify(outer.Err, redact, connected)
		return reason, "the proxy could not be used: " + detail
	}
	// TLS 1.3 reports a missing client certificate only after connecting.
	if alert, ok := errors.AsType[*net.OpError](err); ok && alert.Op == "remote error" {
		return ReasonUntrusted, "it refused the TLS connection: " + alert.Err.Error()
	}
	timeout := errors.Is(err, context.DeadlineExceeded)
	if connected {
		if timeout {
			return ReasonTimeout, fmt.Sprintf("no complete answer within %s", c.config.RequestTimeout)
		}
		return broken(err, redact)
	}
	if verification, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return ReasonUntrusted, "its certificate can't be verified: " + verification.Err.Error()
	}
	if _, ok := errors.AsType[tls.RecordHeaderError](err); ok {
		return ReasonUntrusted, "it does not speak TLS on this port"
	}
	if strings.HasPrefix(err.Error(), "tls: ") { // the library has no types for the rest
		return ReasonUntrusted, err.Error()
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
	if cutOff(err) {
		return ReasonUnreachable, "the connection was closed before a request could be made"
	}
	return ReasonUnreachable, err.Error()
}

// cutOff reports whether all that err says is that a connection ended.
func cutOff(err error) bool {
	for _, plain := range []error{io.EOF, io.ErrUnexpectedEOF, syscall.ECONNRESET, syscall.EPIPE, net.ErrClosed} {
		if errors.Is(err, plain) {
			return true
		}
	}
	return false
}

// broken separates an answer that net/http can't read, which a retry does not change, from
// a connection that ended.
func broken(err error, redact redactor) (Reason, string) {
	cause := insideHTTP.ReplaceAllString(err.Error(), "")
	_, corrupt := errors.AsType[flate.CorruptInputError](err)
	switch {
	case corrupt || errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum):
		return ReasonUnreadable, "the answer says that it is compressed, but can't be decompressed"
	case longHeaders.MatchString(cause):
		return ReasonUnreadable, "the headers of the answer are too long"
	case wrongHTTP.MatchString(cause):
		return ReasonUnreadable, "the answer is not correct HTTP: " + redact.excerpt([]byte(cause), maxWords)
	}
	const detail = "the connection broke before the answer was complete"
	if cutOff(err) {
		return ReasonDropped, detail
	}
	return ReasonDropped, detail + ": " + redact.excerpt([]byte(cause), maxWords)
}

// net/http has texts for these, but no types.
var (
	longHeaders = regexp.MustCompile(`headers exceeded|header list larger|header line too long|read limit of \d+ bytes`)
	wrongHTTP   = regexp.MustCompile(`malformed |Content-Length|chunk|transfer encoding|trailer`)
	insideHTTP  = regexp.MustCompile(`^(?:(?:net/http: HTTP/1.x transport connection broken|readLoopPeekFailLocked|write error): )+`)
)

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
