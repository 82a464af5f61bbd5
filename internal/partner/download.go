package partner

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http/httptrace"
	"strconv"
	"sync/atomic"
)

// maxFile bounds a file.
const maxFile = 512 << 20

// beginning is how much of an answer is read to see whether it is a file.
const beginning = 64 << 10

// Download makes one call, a [Write], whose answer is a file, and writes the file to w. A
// file may be there once only, so nothing that came is lost: Download returns how many bytes
// it wrote also beside an error, and writes an answer that is probably no file too. Only a
// refusal in the vendor's JSON or XML, and what comes with another HTTP status than 2xx, is
// not written. The time for an attempt bounds each wait for more bytes; an interrupt does
// not end a download under way. The error is an [*Error], or that of w.
func Download(ctx context.Context, c *Client, op *Operation, params Params, w io.Writer) (int64, error) {
	op = op.hiding(params)
	request, failed := c.draft(ctx, op, params)
	if failed != nil {
		return 0, c.sign(op, failed)
	}
	to := &target{Writer: w}
	var n int64
	_, failed = c.repeat(ctx, op, func(log *slog.Logger) *Error {
		var failed *Error
		n, failed = c.download(ctx, request, to, log)
		return failed
	})
	switch {
	case to.err != nil:
		return n, to.err
	case failed != nil:
		return n, failed
	default:
		return n, nil
	}
}

func (c *Client) download(ctx context.Context, d draft, w io.Writer, log *slog.Logger) (int64, *Error) {
	redact := c.redact.of(d.op)
	ctx = context.WithoutCancel(ctx)
	bounded, postpone, stop := c.bounded(ctx)
	defer stop()
	// From here on, the request may have arrived.
	var connected atomic.Bool
	traced := httptrace.WithClientTrace(bounded, &httptrace.ClientTrace{
		GotConn: func(httptrace.GotConnInfo) { connected.Store(true) },
	})
	failed := func(err error) *Error {
		if context.Cause(bounded) != nil && connected.Load() {
			return &Error{Reason: ReasonTimeout, Sent: true, Detail: fmt.Sprintf("no part of the file came within %s", c.config.RequestTimeout)}
		}
		return c.transportError(ctx, redact, connected.Load(), err)
	}
	body, err := d.body.reader()
	if err != nil {
		return 0, unreadable(err)
	}
	req, err := d.request(traced, body)
	if err != nil {
		return 0, &Error{Reason: ReasonUnreachable, Detail: c.redact.text(err.Error())}
	}
	log.DebugContext(ctx, "Asking the vendor for a file", "method", req.Method, "url", c.shown(d.op, req.URL))
	resp, err := c.writes.RoundTrip(req)
	if err != nil {
		return 0, failed(err)
	}
	defer func() { _ = resp.Body.Close() }()
	log.DebugContext(ctx, "Answer", "status", resp.StatusCode)
	content := watched{resp.Body, postpone}
	head, err := io.ReadAll(io.LimitReader(content, beginning))
	odd, refused := c.notFile(d.op, &answer{resp.StatusCode, resp.Header, head}, redact)
	switch {
	case err != nil && (refused || len(bytes.TrimSpace(head)) == 0):
		return 0, failed(err)
	case refused:
		return 0, odd
	}
	rest := io.Reader(content)
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
		return n, odd
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

// notFile returns why an answer is no file; nil if it is one. refused says that it certainly
// is none. A file can be JSON too, but not in the vendor's envelope alone.
func (c *Client) notFile(op *Operation, a *answer, redact redactor) (failed *Error, refused bool) {
	reply, failed := interpret(&c.config.Dialect, op, a, redact)
	body := bytes.TrimSpace(a.body)
	switch {
	case failed != nil && a.status/100 != 2:
		return failed, true
	case failed != nil && failed.Success != nil:
		return failed, !*failed.Success
	case failed != nil && failed.Reason == ReasonVendor:
		return failed, !failed.TellsSuccess()
	case len(body) == 0:
		return &Error{Reason: ReasonIncomplete, HTTPStatus: a.status, Sent: true, Detail: "the file is empty"}, true
	case bytes.HasPrefix(body, []byte("<")), reply != nil && reply.object.isEnvelope():
		detail := "the answer does not look like a file"
		if !redact.silent {
			detail += ": it starts with " + strconv.Quote(redact.excerpt(a.body, 80))
		}
		return &Error{Reason: ReasonUnreadable, HTTPStatus: a.status, Sent: true, Detail: detail}, false
	default:
		return nil, false
	}
}

// isEnvelope reports whether an answer only says how the call went: it has no list and no
// object that could hold the content of a file.
func (o *Object) isEnvelope() bool {
	for _, raw := range o.values {
		if !isScalar(raw) && string(raw) != "null" {
			return false
		}
	}
	return true
}
