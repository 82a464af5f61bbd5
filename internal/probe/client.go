package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

const (
	// maxBody bounds what is read of an answer.
	maxBody = 1 << 20
	// timeout is for one request. Clients of the vendor wait for 5 to 30 seconds.
	timeout = 30 * time.Second
	// keyPart is the place of the key in a path, where Voice Partner has it.
	keyPart = "{apiKey}"
)

// client asks one product. The raw answer is the point of the probe, so it shares no code
// with the provider's own client.
type client struct {
	product product.Product
	base    string
	key     string
	http    *http.Client
	guard   *guard
	pace    *pace
}

// newClient returns nil for a product without a key: a key is never tried on another
// product's host.
func newClient(p product.Product, c console, g *guard, lane *pace) (*client, error) {
	key := c.variable(p.KeyVariable)
	if key == "" {
		return nil, nil //nolint:nilnil // A product without a key is no error.
	}
	base := c.variable(p.URLVariable)
	if base == "" {
		base = p.DefaultURL
	}
	at, err := url.Parse(base)
	if err != nil || at.Host == "" || at.User != nil || at.RawQuery != "" {
		return nil, fmt.Errorf("%s is not the address of a server", p.URLVariable)
	}
	if at.Scheme != "https" && (at.Scheme != "http" || !isLoopback(at.Hostname())) {
		return nil, fmt.Errorf("%s must begin with https://, or the key could be read on the way", p.URLVariable)
	}
	return &client{
		product: p, base: strings.TrimSuffix(base, "/"), key: key, guard: g, pace: lane,
		http: &http.Client{
			Timeout:   timeout,
			Transport: &http.Transport{Proxy: http.ProxyFromEnvironment},
			// A redirect could carry the key elsewhere.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}, nil
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func (c *client) isSimulator() bool {
	at, err := url.Parse(c.base)
	return err == nil && isLoopback(at.Hostname())
}

// call is one request.
type call struct {
	method, path string
	params       map[string]any
	// otherKey takes the place of the account's key, and noKey leaves it out.
	otherKey string
	noKey    bool
	// cut ends the JSON body in the middle, and form encodes it as a form.
	cut, form bool
}

func (c call) operation() string { return c.method + " " + c.path }

// do makes a request once: the first answer counts.
func (c *client) do(ctx context.Context, asked call) *answer {
	if err := c.guard.check(c.product, asked); err != nil {
		return &answer{err: err, unsent: true}
	}
	if err := c.pace.wait(ctx); err != nil {
		return &answer{err: err, unsent: true}
	}
	request, err := c.request(ctx, asked)
	if err != nil {
		return &answer{err: errors.New("the request could not be built"), unsent: true}
	}
	response, err := c.http.Do(request)
	if err != nil {
		return &answer{err: withoutURL(err)}
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(io.LimitReader(response.Body, maxBody))
	if err != nil {
		return &answer{err: withoutURL(err)}
	}
	return readAnswer(response, body)
}

// withoutURL drops the address from an error, which may hold the key.
func withoutURL(err error) error {
	if failed, ok := errors.AsType[*url.Error](err); ok {
		return failed.Err
	}
	return err
}

func (c *client) request(ctx context.Context, asked call) (*http.Request, error) {
	key := c.key
	if asked.otherKey != "" {
		key = asked.otherKey
	}
	inPath := strings.Contains(asked.path, keyPart)
	target := c.base + strings.ReplaceAll(asked.path, keyPart, url.PathEscape(key))
	params := maps.Clone(asked.params)
	if params == nil {
		params = map[string]any{}
	}
	if !inPath && !asked.noKey {
		params["apiKey"] = key
	}
	if asked.method == http.MethodGet || inPath {
		if query := values(params).Encode(); query != "" {
			target += "?" + query
		}
		return http.NewRequestWithContext(ctx, asked.method, target, http.NoBody)
	}
	contentType := "application/json"
	body, err := json.Marshal(params)
	if err != nil {
		return nil, err
	}
	if asked.form {
		contentType, body = "application/x-www-form-urlencoded", []byte(values(params).Encode())
	}
	if asked.cut {
		body = append(body[:len(body)-1], ',')
	}
	request, err := http.NewRequestWithContext(ctx, asked.method, target, bytes.NewReader(body))
	if err == nil {
		request.Header.Set("Content-Type", contentType)
	}
	return request, err
}

func values(params map[string]any) url.Values {
	all := url.Values{}
	for name, value := range params {
		all.Set(name, fmt.Sprint(value))
	}
	return all
}

// pace keeps a distance between requests, whatever the product.
type pace struct {
	clock    clock
	distance time.Duration
	last     time.Time
}

func (p *pace) wait(ctx context.Context) error {
	if rest := p.distance - p.clock.now().Sub(p.last); !p.last.IsZero() && rest > 0 {
		if err := p.clock.sleep(ctx, rest); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	p.last = p.clock.now()
	return nil
}
