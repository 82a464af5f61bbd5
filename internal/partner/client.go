// Package partner speaks the HTTP dialect that SMS Partner, Voice Partner and
// Mail Partner share: one key in every request, answers in JSON or positional
// XML, application codes in the body. It knows nothing of Terraform.
//
// The vendor's documentation is at https://www.docpartner.dev.
package partner

import (
	"context"
	"crypto/tls"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// LevelTrace is below slog.LevelDebug: whole answers, with the key taken out.
const LevelTrace = slog.LevelDebug - 4

// Config describes how to reach one of the vendor's products. Zero values of
// the durations and of MaxRetries mean none.
type Config struct {
	// Product is what errors call the API, such as "SMS Partner".
	Product string
	// BaseURL ends with the version, such as "https://api.smspartner.fr/v1".
	BaseURL string
	// APIKey is the account's secret. It appears in no error and no log line.
	APIKey string
	// Dialect is that of the product.
	Dialect   Dialect
	UserAgent string
	// RequestTimeout bounds one attempt, from the connection to the last byte.
	RequestTimeout time.Duration
	// MaxRetries bounds the attempts after the first.
	MaxRetries int
	// Logger gets a line for each attempt; nil is silent. It is handed the
	// context of the call.
	Logger *slog.Logger
	// Transport replaces the network in tests; nil is the default. It is copied.
	Transport *http.Transport
	// Answer answers in place of any network; nil is none.
	Answer http.RoundTripper
}

// Client makes calls. It is safe for concurrent use.
type Client struct {
	config Config
	host   string
	redact redactor
	log    *slog.Logger
	limits *limiters

	// An http.Client would follow redirects and put the URL, key included, into
	// its errors; a transport does neither.
	reads  *lanes
	writes http.RoundTripper
}

// New returns a client. It makes no request.
func New(c Config) *Client {
	c.BaseURL = strings.TrimRight(c.BaseURL, "/")
	host := c.BaseURL
	if base, err := url.Parse(c.BaseURL); err == nil {
		host = base.Host
	}
	log := c.Logger
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	transport := c.Transport
	if transport == nil {
		// net/http goes on dialing when the request that asked for it has ended,
		// so the time for an attempt bounds these steps by themselves too.
		transport = &http.Transport{
			Proxy:               proxy,
			DialContext:         (&net.Dialer{Timeout: c.RequestTimeout}).DialContext,
			ForceAttemptHTTP2:   true,
			IdleConnTimeout:     90 * time.Second,
			TLSHandshakeTimeout: c.RequestTimeout,
		}
	}
	transport = transport.Clone()
	transport.OnProxyConnectResponse = noteRefusal
	client := &Client{
		config: c,
		host:   host,
		redact: newRedactor(c.APIKey),
		log:    log,
		limits: newLimiters(),
		reads:  newLanes(transport),
		writes: newWrites(transport),
	}
	if c.Answer != nil {
		client.reads, client.writes = nil, c.Answer
	}
	return client
}

// newWrites returns a copy of a transport that makes each request once. net/http
// repeats requests by itself: a GET when a reused connection breaks, and over
// HTTP/2 anything that the server resets, even after reading it whole. Writes, some
// of which are GETs, therefore speak HTTP/1.1, on a connection of their own each.
func newWrites(transport *http.Transport) *http.Transport {
	writes := transport.Clone()
	writes.DisableKeepAlives = true
	writes.ForceAttemptHTTP2 = false
	writes.TLSNextProto = map[string]func(string, *tls.Conn) http.RoundTripper{}
	writes.Protocols = new(http.Protocols)
	writes.Protocols.SetHTTP1(true)
	if writes.TLSClientConfig != nil {
		// Cloning has the original offer HTTP/2 here.
		writes.TLSClientConfig.NextProtos = []string{"http/1.1"}
	}
	return writes
}

// Do makes one call and hands the answer's object to decode, which reads the values that it
// needs. Any error is an [*Error].
func Do[T any](ctx context.Context, c *Client, op *Operation, params Params, decode func(*Object) T) (T, error) {
	op = op.hiding(params)
	reply, failed := c.call(ctx, op, params)
	if failed != nil {
		var none T
		return none, failed
	}
	value := decode(reply.object)
	if failed := reply.verdict(&c.config.Dialect, op); failed != nil {
		var none T
		return none, c.sign(op, failed)
	}
	return value, nil
}

// sign adds the product, host and operation to an error.
func (c *Client) sign(op *Operation, e *Error) *Error {
	e.Product, e.Host, e.Operation = c.config.Product, c.host, op.Name
	if op.Secret {
		e.silence(op.Data)
	}
	if op.hidden != nil {
		e.hide(op.hidden)
	}
	e.tame()
	return e
}
