package partner

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http/httptrace"
	"slices"
	"strconv"
	"sync/atomic"
	"time"
)

// maxFile bounds a file.
const maxFile = 512 << 20

// beginning is how much of an answer is read to see whether it is a file.
const beginning = 64 << 10

// Download makes one call whose answer is a file, and writes the file to w. It returns how
// many bytes it wrote, also beside an error: what came is not lost. An answer in the
// vendor's JSON or XML is an error, not a file. The time for an attempt bounds each wait
// for more bytes. The call is not retried: w may already have some. The error is an
// [*Error], or that of w.
func Download(ctx context.Context, c *Client, op *Operation, params Params, w io.Writer) (int64, error) {
	request, failed := c.draft(ctx, op, params)
	if failed != nil {
		return 0, c.sign(op, failed)
	}
	if err := c.limits.wait(ctx, c.config.Dialect.Rate, op.Rate); err != nil {
		return 0, c.sign(op, canceled(ctx))
	}
	to := &target{Writer: w}
	n, failed := c.download(ctx, request, to)
	switch {
	case to.err != nil:
		return n, to.err
	case failed != nil:
		failed.Attempts = 1
		return n, c.sign(op, failed)
	default:
		return n, nil
	}
}

func (c *Client) download(ctx context.Context, d draft, w io.Writer) (int64, *Error) {
	redact := c.redact.of(d.op)
	bounded, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	postpone := func() {}
	if c.config.RequestTimeout > 0 {
		timer := time.AfterFunc(c.config.RequestTimeout, func() { cancel(context.DeadlineExceeded) })
		defer timer.Stop()
		postpone = func() { timer.Reset(c.config.RequestTimeout) }
	}
	var connected atomic.Bool // see attempt
	failed := func(err error) *Error {
		if late := context.Cause(bounded); ctx.Err() == nil && late != nil && connected.Load() {
			return &Error{Reason: ReasonTimeout, Sent: true, Detail: fmt.Sprintf("nothing more of the file within %s", c.config.RequestTimeout)}
		}
		return c.transportError(ctx, redact, connected.Load(), err)
	}
	req, err := d.request(httptrace.WithClientTrace(bounded, &httptrace.ClientTrace{
		GotConn: func(httptrace.GotConnInfo) { connected.Store(true) },
	}))
	if err != nil {
		return 0, &Error{Reason: ReasonUnreachable, Detail: c.redact.text(err.Error())}
	}
	resp, err := c.writes.RoundTrip(req)
	if err != nil {
		return 0, failed(err)
	}
	defer func() { _ = resp.Body.Close() }()
	body := watched{resp.Body, postpone}
	head, err := io.ReadAll(io.LimitReader(body, beginning))
	refusal, keep := c.notFile(d.op, &answer{resp.StatusCode, resp.Header, head}, redact)
	if refusal != nil && !keep {
		if err != nil {
			return 0, failed(err)
		}
		return 0, refusal
	}
	rest := io.Reader(body)
	if err != nil {
		rest = bytes.NewReader(nil) // the head is all that came
	}
	n, copied := io.Copy(w, io.LimitReader(io.MultiReader(bytes.NewReader(head), rest), maxFile+1))
	switch {
	case err != nil:
		return n, failed(err)
	case copied != nil:
		return n, failed(copied)
	case n > maxFile:
		return n, &Error{Reason: ReasonUnreadable, HTTPStatus: resp.StatusCode, Sent: true, Detail: fmt.Sprintf("the file is longer than %d MiB", maxFile>>20)}
	default:
		return n, refusal
	}
}

// target keeps the error of a writer, which is not the server's.
type target struct {
	io.Writer
	err error
}

func (t *target) Write(b []byte) (int, error) {
	n, err := t.Writer.Write(b)
	t.err = err
	return n, err
}

// watched calls read after each read that brought something.
type watched struct {
	body io.Reader
	read func()
}

func (w watched) Read(b []byte) (int, error) {
	n, err := w.body.Read(b)
	if n > 0 {
		w.read()
	}
	return n, err
}

// notFile returns the failure that an answer is; nil if it is a file. A file can be JSON
// too, but not the vendor's bare envelope. What contradicts the success that it reports may
// be a file: it is kept, since the vendor may not give the file again.
func (c *Client) notFile(op *Operation, a *answer, redact redactor) (failure *Error, keep bool) {
	reply, failed := interpret(&c.config.Dialect, op, a, redact)
	switch {
	case failed != nil && (a.status/100 != 2 || failed.Reason == ReasonVendor):
		return failed, false
	case failed != nil && failed.Success != nil:
		return failed, *failed.Success
	case len(bytes.TrimSpace(a.body)) == 0:
		return &Error{Reason: ReasonIncomplete, HTTPStatus: a.status, Sent: true, Detail: "the file is empty"}, false
	case bytes.HasPrefix(bytes.TrimSpace(a.body), []byte("<")), reply != nil && reply.object.isEnvelope():
		return &Error{
			Reason: ReasonUnreadable, HTTPStatus: a.status, Sent: true,
			Detail: "the answer is not a file: it starts with " + strconv.Quote(redact.excerpt(a.body, 80)),
		}, false
	default:
		return nil, false
	}
}

// isEnvelope reports whether an answer says how the call went, and nothing else.
func (o *Object) isEnvelope() bool {
	for name := range o.values {
		if !slices.Contains([]string{"success", "code", "message"}, plainName(name)) {
			return false
		}
	}
	return true
}
