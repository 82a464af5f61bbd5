package partner

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// proxy is that of the environment, but none for plain http: a proxy would read
// the key. Plain http is for this machine only.
func proxy(req *http.Request) (*url.URL, error) {
	if req.URL.Scheme != "https" {
		return nil, nil //nolint:nilnil // net/http's way to say none
	}
	return http.ProxyFromEnvironment(req)
}

// proxyError is a proxy's answer to a CONNECT request; net/http would keep only the words
// after its status.
type proxyError struct {
	host   string
	status int
	pause  time.Duration
}

func (r *proxyError) Error() string {
	return fmt.Sprintf("the proxy %s answered HTTP %d", r.host, r.status)
}

// noteRefusal keeps the answer of a proxy that does not connect.
func noteRefusal(_ context.Context, proxy *url.URL, _ *http.Request, answer *http.Response) error {
	if answer.StatusCode == http.StatusOK {
		return nil
	}
	return &proxyError{proxy.Host, answer.StatusCode, retryAfter(answer.Header, time.Now())}
}

// asError is the failure of the call.
func (r *proxyError) asError() *Error {
	return &Error{
		Reason: ReasonProxy, HTTPStatus: r.status, RetryAfter: r.pause,
		Detail: fmt.Sprintf("the proxy %s did not connect", r.host),
	}
}
