package wire

import (
	"cmp"
	"log/slog"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// BasePath is the part of the path that every route shares.
const BasePath = "/v1"

// DefaultAPIKey is the key accepted when [Options] names none. Keys are 40
// hexadecimal characters; this one belongs to nobody.
const DefaultAPIKey = "0123456789abcdef0123456789abcdef01234567"

// Options are the settings of every product. The zero value works.
type Options struct {
	// APIKey is the key that is accepted, [DefaultAPIKey] when empty.
	APIKey string
	// Latency is added to every answer.
	Latency time.Duration
	// Now is the clock, [time.Now] when nil.
	Now func() time.Time
	// NoRateLimits lifts the documented rate limits.
	NoRateLimits bool
	// WebhookDial opens the connections to the receivers of webhooks. Nil is the
	// network, and there loopback addresses only.
	WebhookDial Dial
	// Log receives one line for each request: what was asked for and what was
	// answered, without keys, and with phone numbers cut short.
	Log *slog.Logger
}

// Product is an account's description of its product.
type Product struct {
	Routes []Route
	// Admit carries out a call whose key is right, or refuses it. An account locks
	// itself here, and checks whether it may be used.
	Admit Admit
	// AdmitOther returns the Admit of a key that is not the account's, such as that of a
	// sub-account; nil for a key of nobody. A nil AdmitOther knows none.
	AdmitOther func(key string) Admit
	// Describe adds what a call was about to its log line. Nil adds nothing.
	Describe func(*Line, *Call, Object)
	// Forms selects among the forms in which the vendor answers.
	Forms Forms
}

// Admit carries out a call, or refuses it.
type Admit func(*Call, Handler) (Object, *Failure)

// Locked is an Admit that carries out a call with an account's mutex held.
func Locked(mu *sync.Mutex) Admit {
	return func(c *Call, handle Handler) (Object, *Failure) {
		mu.Lock()
		defer mu.Unlock()
		return handle(c)
	}
}

// API serves one product over HTTP, below [BasePath]. It is safe for concurrent use.
type API struct {
	options     Options
	product     Product
	connections atomic.Int64
	ahead       atomic.Int64 // By how much the clock was advanced.

	mu         sync.Mutex // Guards what follows.
	requests   []Request
	arrival    chan struct{}
	scripts    []script
	violations []string
	calls      map[*Rate][]time.Time
	webhooks   webhooks
}

var _ http.Handler = (*API)(nil)

// New returns the API of a product.
func New(p Product, o Options) *API {
	o.APIKey = cmp.Or(o.APIKey, DefaultAPIKey)
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return &API{options: o, product: p, calls: map[*Rate][]time.Time{}}
}

// Connections returns how many TCP connections were opened since the start.
func (a *API) Connections() int {
	return int(a.connections.Load())
}

// Violations returns what departed from the documentation in the requests so
// far, one sentence each, without keys. A test of a client asserts that it is
// empty.
func (a *API) Violations() []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return slices.Clone(a.violations)
}
