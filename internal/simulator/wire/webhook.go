package wire

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// WebhookCall is a call of a webhook that a product has made, as a
// [Server] does when a message's status becomes final or a reply comes in.
type WebhookCall struct {
	Time time.Time
	// Method is POST, or GET for a call without a body.
	Method string
	URL    string
	Body   []byte
	// Status is the receiver's, 0 when the call failed with Err.
	Status int
	Err    error
}

// webhookTimeout bounds a call. The vendor's bound is not documented, nor
// whether it calls again; here it does not.
const webhookTimeout = 10 * time.Second

// Webhook is a call to come.
type Webhook struct {
	Due time.Time
	URL string
	// Query is added to that of the URL, in a GET. Nil is a POST of the body.
	Query Object
	Body  string
	// Form says that the body is form-encoded, not JSON.
	Form bool
	// Wanted is asked when the call is due, nil for a call that is made in any case.
	Wanted func() bool
}

// webhooks are the calls to come, in the order in which they are due, and those
// made.
type webhooks struct {
	planned []Webhook
	made    []WebhookCall
	changed chan struct{}
}

// signal makes everybody who waits look again.
func (w *webhooks) signal() {
	if w.changed != nil {
		close(w.changed)
		w.changed = nil
	}
}

// change returns a channel that the next change closes.
func (w *webhooks) change() <-chan struct{} {
	if w.changed == nil {
		w.changed = make(chan struct{})
	}
	return w.changed
}

// Plan adds a call. Those that are due at the same moment keep their order.
func (a *API) Plan(call Webhook) {
	a.mu.Lock()
	defer a.mu.Unlock()
	w := &a.webhooks
	i := len(w.planned)
	for i > 0 && w.planned[i-1].Due.After(call.Due) {
		i--
	}
	w.planned = slices.Insert(w.planned, i, call)
	w.signal()
}

// WebhookBody renders the body of a webhook.
func (a *API) WebhookBody(o Object) string {
	return jsonDocument(a.product.Forms.retype("", o), a.product.Forms.EscapeUnicode)
}

// WebhookForm renders the body of a webhook that is form-encoded.
func (a *API) WebhookForm(o Object) string {
	return o.values().Encode()
}

func (o Object) values() url.Values {
	values := url.Values{}
	for _, field := range o {
		values.Set(field.name, fmt.Sprint(field.value))
	}
	return values
}

// nextWebhook takes the first call that is due. Without one, wait is how long it is
// until there is, negative for nothing to wait for.
func (a *API) nextWebhook() (call Webhook, due bool, wait time.Duration, changed <-chan struct{}) {
	a.mu.Lock()
	defer a.mu.Unlock()
	w := &a.webhooks
	if len(w.planned) == 0 {
		return call, false, -1, w.change()
	}
	if wait = w.planned[0].Due.Sub(a.Now()); wait > 0 {
		return call, false, wait, w.change()
	}
	call, w.planned = w.planned[0], w.planned[1:]
	return call, true, 0, nil
}

func (a *API) addWebhookCall(made WebhookCall) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.webhooks.made = append(a.webhooks.made, made)
	a.webhooks.signal()
}

// WebhookCalls returns the calls made so far, in order.
func (a *API) WebhookCalls() []WebhookCall {
	a.mu.Lock()
	defer a.mu.Unlock()
	return slices.Clone(a.webhooks.made)
}

// AwaitWebhookCalls returns once n calls of webhooks have been made, answered or
// not, or with the error of the context. Only a served product makes any.
func (a *API) AwaitWebhookCalls(ctx context.Context, n int) error {
	for {
		made, changed := a.countWebhookCalls()
		if made >= n {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (a *API) countWebhookCalls() (made int, changed <-chan struct{}) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return len(a.webhooks.made), a.webhooks.change()
}

// callWebhooks makes the calls when they are due, one after the other, until the
// context ends.
func (a *API) callWebhooks(ctx context.Context) {
	client := a.webhookClient()
	for ctx.Err() == nil {
		call, due, wait, changed := a.nextWebhook()
		switch {
		case due && (call.Wanted == nil || call.Wanted()):
			a.addWebhookCall(a.callWebhook(ctx, client, call))
		case !due && !idle(ctx, wait, changed):
			return
		}
	}
}

// idle waits for a change, or as long as there is to wait. It is false when the
// context ends.
func idle(ctx context.Context, wait time.Duration, changed <-chan struct{}) bool {
	var over <-chan time.Time
	if wait >= 0 {
		timer := time.NewTimer(wait)
		defer timer.Stop()
		over = timer.C
	}
	select {
	case <-changed:
	case <-over:
	case <-ctx.Done():
		return false
	}
	return true
}

func (a *API) callWebhook(ctx context.Context, client *http.Client, call Webhook) WebhookCall {
	made := WebhookCall{Time: a.Now(), Method: http.MethodPost, URL: call.URL, Body: []byte(call.Body)}
	if call.Query != nil {
		made.Method, made.URL = http.MethodGet, withQuery(call.URL, call.Query)
	}
	if !isLoopbackURL(made.URL) {
		made.Err = ErrNotLoopback
		return made
	}
	r, err := http.NewRequestWithContext(ctx, made.Method, made.URL, strings.NewReader(call.Body))
	if err != nil {
		made.Err = fmt.Errorf("call a webhook: %w", err)
		return made
	}
	switch {
	case call.Query != nil:
	case call.Form:
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	default:
		r.Header.Set("Content-Type", "application/json")
	}
	answer, err := client.Do(r)
	if err != nil {
		made.Err = fmt.Errorf("call a webhook: %w", err)
		return made
	}
	_, _ = io.Copy(io.Discard, io.LimitReader(answer.Body, maxBody)) // The vendor reads nothing from it.
	_ = answer.Body.Close()
	made.Status = answer.StatusCode
	return made
}

// webhookClient keeps no connection and follows no redirect away from loopback.
func (a *API) webhookClient() *http.Client {
	dial := a.options.WebhookDial
	if dial == nil {
		dial = (&net.Dialer{Control: onlyLoopback}).DialContext
	}
	return &http.Client{
		Timeout:       webhookTimeout,
		Transport:     &http.Transport{DialContext: dial, DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}
