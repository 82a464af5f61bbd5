package partner

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"strings"
)

// Params are the parameters of a call by the vendor's names. An absent parameter is not
// sent; a zero is.
type Params map[string]any

// keyName is the vendor's name of the key, in every call. No header form exists.
const keyName = "apiKey"

// draft is a request that can be made several times.
type draft struct {
	op     *Operation
	target string
	body   *body // nil for none
	agent  string
}

// draft puts each parameter where the vendor wants it. A failure here would fail every
// attempt.
func (c *Client) draft(ctx context.Context, op *Operation, params Params) (draft, *Error) {
	unsendable := func(err error) (draft, *Error) {
		return draft{}, &Error{Reason: ReasonUnsendable, Detail: c.redact.text(err.Error())}
	}
	left := maps.Clone(params)
	if left == nil {
		left = Params{}
	}
	left[keyName] = c.config.APIKey
	path, err := fill(op.Path, left)
	if err != nil {
		return unsendable(err)
	}
	d := draft{op: op, target: c.config.BaseURL + path, agent: c.config.UserAgent}
	switch {
	case len(left) == 0:
	case op.inQuery():
		query := url.Values{}
		for name, value := range left {
			query.Set(name, fmt.Sprint(value))
		}
		d.target += "?" + query.Encode()
	default:
		if d.body, err = newBody(left); err != nil {
			return unsendable(err)
		}
	}
	if _, err := d.request(ctx, nil); err != nil { // the base URL is not valid
		return draft{}, &Error{Reason: ReasonUnreachable, Detail: c.redact.text(err.Error())}
	}
	return d, nil
}

// fill puts parameters in the place of their names in braces, and takes them out of
// params.
func fill(pattern string, params Params) (string, error) {
	var path strings.Builder
	rest := pattern
	for {
		before, after, found := strings.Cut(rest, "{")
		path.WriteString(before)
		if !found {
			return path.String(), nil
		}
		name, behind, _ := strings.Cut(after, "}")
		value, given := params[name]
		text := fmt.Sprint(value)
		// Servers would resolve these to another path.
		if !given || text == "" || text == "." || text == ".." {
			return "", fmt.Errorf("%s can't be part of a path: it is missing or empty, or has only dots", name)
		}
		delete(params, name)
		path.WriteString(url.PathEscape(text))
		rest = behind
	}
}

// files are those of the body.
func (d draft) files() []*File {
	if d.body == nil {
		return nil
	}
	return d.body.files
}

// request makes a request with what [body.reader] returned.
func (d draft) request(ctx context.Context, from io.Reader) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, d.op.Method, d.target, from)
	if err != nil {
		return nil, err
	}
	if from != nil {
		req.Header.Set("Content-Type", "application/json")
		req.ContentLength = d.body.length
	}
	if d.op.Class == Write {
		req.GetBody = nil // with it, net/http may send the body again
	}
	req.Header.Set("Accept", "application/json, application/xml;q=0.9")
	if d.agent != "" {
		req.Header.Set("User-Agent", d.agent)
	}
	return req, nil
}
