package partner

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strconv"
	"time"
)

// maxFile bounds a file.
const maxFile = 512 << 20

// beginning is how much of an answer is read to see whether it is a file.
const beginning = 64 << 10

// Download makes one call whose answer is a file, and writes the file to w. It returns how
// many bytes it wrote. An answer in the vendor's JSON or XML is a refusal, not a file. The
// time for an attempt bounds each wait for more bytes. The call is not retried: w may
// already have some bytes.
func Download(ctx context.Context, c *Client, op *Operation, params Params, w io.Writer) (int64, error) {
	request, failed := c.draft(ctx, op, params)
	if failed != nil {
		return 0, c.sign(op, failed)
	}
	if err := c.limits.wait(ctx, c.config.Dialect.Rate, op.Rate); err != nil {
		return 0, c.sign(op, canceled(ctx))
	}
	n, failed := c.download(ctx, request, w)
	if failed != nil {
		failed.Attempts = 1
		return n, c.sign(op, failed)
	}
	return n, nil
}

func (c *Client) download(ctx context.Context, d draft, w io.Writer) (int64, *Error) {
	redact := c.redact.of(d.op)
	bounded, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	if c.config.RequestTimeout > 0 {
		timer := time.AfterFunc(c.config.RequestTimeout, func() { cancel(context.DeadlineExceeded) })
		defer timer.Stop()
		w = &postponing{w, timer, c.config.RequestTimeout}
	}
	failed := func(err error) *Error {
		if late := context.Cause(bounded); ctx.Err() == nil && late != nil {
			return &Error{Reason: ReasonTimeout, Sent: true, Detail: fmt.Sprintf("nothing more of the file within %s", c.config.RequestTimeout)}
		}
		return c.transportError(ctx, redact, true, err)
	}
	req, err := d.request(bounded)
	if err != nil {
		return 0, &Error{Reason: ReasonUnreachable, Detail: c.redact.text(err.Error())}
	}
	resp, err := c.writes.RoundTrip(req)
	if err != nil {
		return 0, failed(err)
	}
	defer func() { _ = resp.Body.Close() }()
	head, err := io.ReadAll(io.LimitReader(resp.Body, beginning))
	if err != nil {
		return 0, failed(err)
	}
	if refusal := c.notFile(d.op, &answer{resp.StatusCode, resp.Header, head}, redact); refusal != nil {
		return 0, refusal
	}
	n, err := io.Copy(w, io.LimitReader(io.MultiReader(bytes.NewReader(head), resp.Body), maxFile+1))
	switch {
	case err != nil:
		return n, failed(err)
	case n > maxFile:
		return n, &Error{Reason: ReasonUnreadable, HTTPStatus: resp.StatusCode, Sent: true, Detail: fmt.Sprintf("the file is longer than %d MiB", maxFile>>20)}
	default:
		return n, nil
	}
}

// notFile returns the failure that an answer is; nil if it is a file. A file can be JSON
// too, but not in the vendor's envelope.
func (c *Client) notFile(op *Operation, a *answer, redact redactor) *Error {
	reply, failed := interpret(&c.config.Dialect, op, a, redact)
	switch {
	case failed != nil && (a.status/100 != 2 || failed.Reason == ReasonVendor):
		return failed
	case len(bytes.TrimSpace(a.body)) == 0:
		return &Error{Reason: ReasonIncomplete, HTTPStatus: a.status, Sent: true, Detail: "the file is empty"}
	case bytes.HasPrefix(bytes.TrimSpace(a.body), []byte("<")), reply != nil && len(reply.object.Claims("code", "message")) > 0:
		return &Error{Reason: ReasonUnreadable, HTTPStatus: a.status, Sent: true, Detail: "the answer is not a file: it starts with " + strconv.Quote(redact.excerpt(a.body, 80))}
	default:
		return nil
	}
}

// postponing restarts a timer with each write.
type postponing struct {
	to    io.Writer
	timer *time.Timer
	time  time.Duration
}

func (p *postponing) Write(b []byte) (int, error) {
	p.timer.Reset(p.time)
	return p.to.Write(b)
}
