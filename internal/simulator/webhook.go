package simulator

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"
)

// WebhookCall is a call of a webhook that the simulator has made, as a
// [Server] does when a message's status becomes final or a reply comes in.
type WebhookCall struct {
	Time time.Time
	URL  string
	Body []byte
	// Status is the receiver's, 0 when the call failed with Err.
	Status int
	Err    error
}

// webhookTimeout bounds a call. The vendor's bound is not documented, nor
// whether it calls again; here it does not.
const webhookTimeout = 10 * time.Second

// errNotLoopback is the end of a call of anybody else.
var errNotLoopback = errors.New("not a loopback address")

// plannedCall is a call to come.
type plannedCall struct {
	due       time.Time
	url       string
	body      string
	messageID string
}

// webhooks are the calls to come, in the order in which they are due, and those
// made.
type webhooks struct {
	mu      sync.Mutex
	planned []plannedCall
	made    []WebhookCall
	changed chan struct{}
}

// wake makes everybody who waits look again.
func (w *webhooks) wake() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.signal()
}

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

// plan adds a call. Those that are due at the same moment keep their order.
func (w *webhooks) plan(call plannedCall) {
	w.mu.Lock()
	defer w.mu.Unlock()
	i := len(w.planned)
	for i > 0 && w.planned[i-1].due.After(call.due) {
		i--
	}
	w.planned = slices.Insert(w.planned, i, call)
	w.signal()
}

// next takes the first call that is due. Without one, wait is how long it is
// until there is, negative for nothing to wait for.
func (w *webhooks) next(now time.Time) (call plannedCall, due bool, wait time.Duration, changed <-chan struct{}) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.planned) == 0 {
		return call, false, -1, w.change()
	}
	if wait = w.planned[0].due.Sub(now); wait > 0 {
		return call, false, wait, w.change()
	}
	call, w.planned = w.planned[0], w.planned[1:]
	return call, true, 0, nil
}

func (w *webhooks) add(made WebhookCall) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.made = append(w.made, made)
	w.signal()
}

// WebhookCalls returns the calls made so far, in order.
func (s *Simulator) WebhookCalls() []WebhookCall {
	s.webhooks.mu.Lock()
	defer s.webhooks.mu.Unlock()
	return slices.Clone(s.webhooks.made)
}

// AwaitWebhookCalls returns once n calls of webhooks have been made, answered or
// not, or with the error of the context. Only a served simulator makes any.
func (s *Simulator) AwaitWebhookCalls(ctx context.Context, n int) error {
	w := &s.webhooks
	for {
		w.mu.Lock()
		made, changed := len(w.made), w.change()
		w.mu.Unlock()
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

// callWebhooks makes the calls when they are due, one after the other, until the
// context ends.
func (s *Simulator) callWebhooks(ctx context.Context) {
	client := s.webhookClient()
	for ctx.Err() == nil {
		call, due, wait, changed := s.webhooks.next(s.now())
		switch {
		case due && !s.messages.isCancelled(call.messageID):
			s.webhooks.add(s.callWebhook(ctx, client, call))
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

func (s *Simulator) callWebhook(ctx context.Context, client *http.Client, call plannedCall) WebhookCall {
	made := WebhookCall{Time: s.now(), URL: call.url, Body: []byte(call.body)}
	if !isLoopbackURL(call.url) {
		made.Err = errNotLoopback
		return made
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, call.url, strings.NewReader(call.body))
	if err != nil {
		made.Err = fmt.Errorf("call a webhook: %w", err)
		return made
	}
	r.Header.Set("Content-Type", "application/json")
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
func (s *Simulator) webhookClient() *http.Client {
	dial := s.options.WebhookDial
	if dial == nil {
		dial = (&net.Dialer{Control: onlyLoopback}).DialContext
	}
	return &http.Client{
		Timeout:       webhookTimeout,
		Transport:     &http.Transport{DialContext: dial, DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// onlyLoopback looks at the address to which a name has led.
func onlyLoopback(_, address string, _ syscall.RawConn) error {
	resolved, err := netip.ParseAddrPort(address)
	if err != nil || !resolved.Addr().Unmap().IsLoopback() {
		return errNotLoopback
	}
	return nil
}

func isLoopbackURL(v string) bool {
	u, err := url.Parse(v)
	if err != nil {
		return false
	}
	address, err := netip.ParseAddr(u.Hostname())
	return u.Hostname() == "localhost" || err == nil && address.Unmap().IsLoopback()
}

// isReceiver takes the addresses that can be called, and the names that are
// reserved for examples and belong to nobody.
func isReceiver(v string) string {
	if complaint := isWebURL(v); complaint != "" {
		return complaint
	}
	u, _ := url.Parse(v)
	host := "." + strings.ToLower(u.Hostname())
	for _, reserved := range []string{".example.com", ".example.net", ".example.org", ".example", ".invalid", ".test"} {
		if strings.HasSuffix(host, reserved) {
			return ""
		}
	}
	if !isLoopbackURL(v) {
		return "is not called: it is not on loopback"
	}
	return ""
}
