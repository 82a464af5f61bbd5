package partner

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"sync/atomic"
	"time"
)

// maxAnswer bounds an answer. The largest documented one, 500 statuses, takes
// about 100 KiB; a list of one message's or tag's recipients can be longer.
const maxAnswer = 4 << 20

// answer is what a server said. A body that is too long is cut off one byte after
// maxAnswer.
type answer struct {
	status int
	header http.Header
	body   []byte
}

// attempt makes one request and says what came of it.
func (c *Client) attempt(ctx context.Context, d draft, log *slog.Logger) (*reply, *Error) {
	attemptCtx := ctx
	if d.op.Class == Write {
		// An interrupt ends the pauses between attempts, but not a write under way:
		// only its answer tells what was done. The time for an attempt bounds it.
		attemptCtx = context.WithoutCancel(ctx)
	}
	attemptCtx, postpone, stop := c.bounded(attemptCtx)
	defer stop()
	// A connection in hand, TLS included, is the point after which nobody can
	// know whether the request arrived.
	var connected atomic.Bool
	attemptCtx = httptrace.WithClientTrace(attemptCtx, &httptrace.ClientTrace{
		GotConn: func(got httptrace.GotConnInfo) {
			connected.Store(true)
			if len(d.files()) > 0 {
				narrow(got.Conn)
			}
		},
	})
	from, err := d.body.reader()
	if err != nil {
		failed := unreadable(err)
		failed.Detail = c.redact.text(failed.Detail)
		return nil, failed
	}
	uploaded, hasFiles := from.(*upload)
	if hasFiles {
		defer func() { _ = uploaded.Close() }()
		uploaded.progress = postpone
	}
	req, err := d.request(attemptCtx, from)
	if err != nil {
		return nil, &Error{Reason: ReasonUnreachable, Detail: c.redact.text(err.Error())}
	}

	redact := c.redact.of(d.op)
	began := time.Now()
	log.DebugContext(ctx, "Asking the vendor", "method", req.Method, "url", c.shown(d.op, req.URL))
	answer, err := c.exchange(req, d.op.Class)
	took := slog.Duration("took", time.Since(began))
	if err != nil {
		if over := context.Cause(attemptCtx); over != nil && !errors.Is(err, over) {
			err = fmt.Errorf("%w: %w", over, err) // a dial says only that it was cancelled
		}
		log.DebugContext(ctx, "No answer", took, "cause", redact.excerpt([]byte(err.Error()), maxLogged))
		failed := c.transportError(ctx, redact, connected.Load(), err)
		if unfinished := uploaded.unfinished(failed); unfinished != nil {
			return nil, unfinished
		}
		return nil, failed
	}
	log.DebugContext(ctx, "Answer", took, "status", answer.status, "bytes", len(answer.body))
	if log.Enabled(ctx, LevelTrace) {
		log.Log(ctx, LevelTrace, "Answer body", "body", redact.excerpt(answer.body, maxLogged))
	}
	return interpret(&c.config.Dialect, d.op, answer, redact)
}

// bounded returns a context that ends when the time for an attempt is over, and a function
// that starts this time anew, for what goes on to make progress.
func (c *Client) bounded(ctx context.Context) (bounded context.Context, postpone, stop func()) {
	bounded, cancel := context.WithCancelCause(ctx)
	if c.config.RequestTimeout == 0 {
		return bounded, func() {}, func() { cancel(nil) }
	}
	timer := time.AfterFunc(c.config.RequestTimeout, func() { cancel(context.DeadlineExceeded) })
	return bounded, func() { timer.Reset(c.config.RequestTimeout) }, func() { timer.Stop(); cancel(nil) }
}

// shown is an address for the log. Of an operation with secrets or hidden parameters, all
// parameters are left out: they can be tokens of others.
func (c *Client) shown(op *Operation, address *url.URL) string {
	if op.silent() {
		return c.config.BaseURL + op.Path
	}
	return c.redact.text(address.String())
}

// maxLogged bounds foreign text in a log line.
const maxLogged = 4 << 10

func (c *Client) exchange(req *http.Request, class Class) (*answer, error) {
	if class == Write || c.reads == nil {
		return read(c.writes, req)
	}
	lane := c.reads.take()
	a, err := read(lane, req)
	c.reads.done(lane, err != nil)
	return a, err
}

// read makes a request and reads the whole answer, so that the next request can reuse the
// connection.
func read(transport http.RoundTripper, req *http.Request) (*answer, error) {
	resp, err := transport.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	if err != nil {
		return nil, err
	}
	return &answer{status: resp.StatusCode, header: resp.Header, body: body}, nil
}
