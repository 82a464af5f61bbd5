package partner

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"sync/atomic"
	"time"
)

// maxAnswer bounds an answer. The largest documented one, 500 statuses, takes
// about 100 KiB.
const maxAnswer = 8 << 20

// attempt makes one request and says what came of it.
func (c *Client) attempt(ctx context.Context, op *Operation, params Params, number int) (*Object, *Error) {
	if err := c.limits.wait(ctx, op); err != nil {
		return nil, canceled(ctx)
	}
	attemptCtx := ctx
	if c.config.RequestTimeout > 0 {
		var cancel context.CancelFunc
		attemptCtx, cancel = context.WithTimeout(ctx, c.config.RequestTimeout)
		defer cancel()
	}
	// A connection in hand, TLS included, is the point after which nobody can
	// know whether the request arrived.
	var connected atomic.Bool
	attemptCtx = httptrace.WithClientTrace(attemptCtx, &httptrace.ClientTrace{
		GotConn: func(httptrace.GotConnInfo) { connected.Store(true) },
	})
	req, err := c.request(attemptCtx, op, params)
	if err != nil {
		return nil, &Error{Reason: ReasonUnreachable, Detail: c.redact.text(err.Error())}
	}

	began := time.Now()
	log := c.log.With("operation", op.Name, "attempt", number)
	log.DebugContext(ctx, "Asking the vendor", "method", op.Method, "url", c.redact.text(req.URL.String()))
	status, header, body, err := c.exchange(req, op.Class)
	took := slog.Duration("took", time.Since(began))
	if err != nil {
		failed := c.transportError(ctx, connected.Load(), err)
		log.DebugContext(ctx, "No answer", took, "error", failed.Error())
		return nil, failed
	}
	log.DebugContext(ctx, "Answer", took, "status", status, "bytes", len(body))
	if log.Enabled(ctx, LevelTrace) {
		log.Log(ctx, LevelTrace, "Answer body", "body", c.redact.text(excerpt(body, 4<<10)))
	}

	object, failed := interpret(op, status, header, body, c.redact)
	if failed != nil {
		log.DebugContext(ctx, "The call failed", "error", failed.Error())
	}
	return object, failed
}

// request puts the key where the vendor wants it: in the query of a GET, in
// the JSON body of anything else. No header form exists.
func (c *Client) request(ctx context.Context, op *Operation, params Params) (*http.Request, error) {
	all := maps.Clone(params)
	if all == nil {
		all = Params{}
	}
	all["apiKey"] = c.config.APIKey
	target := c.config.BaseURL + op.Path
	var body io.Reader
	if op.inQuery() {
		query := url.Values{}
		for name, value := range all {
			query.Set(name, fmt.Sprint(value))
		}
		target += "?" + query.Encode()
	} else {
		encoded, err := json.Marshal(all)
		if err != nil {
			return nil, err
		}
		body = bytes.NewReader(encoded)
	}
	req, err := http.NewRequestWithContext(ctx, op.Method, target, body)
	if err != nil {
		return nil, err
	}
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	req.Header.Set("Accept", "application/json, application/xml;q=0.9")
	if c.config.UserAgent != "" {
		req.Header.Set("User-Agent", c.config.UserAgent)
	}
	return req, nil
}

var errTooLong = errors.New("too long")

func (c *Client) exchange(req *http.Request, class Class) (status int, header http.Header, body []byte, err error) {
	client := c.reads
	if class == Write {
		client = c.writes
	}
	resp, err := client.Do(req)
	if err != nil {
		return 0, nil, nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	body, err = io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	if err != nil {
		return 0, nil, nil, err
	}
	if len(body) > maxAnswer {
		return 0, nil, nil, errTooLong
	}
	return resp.StatusCode, resp.Header, body, nil
}
