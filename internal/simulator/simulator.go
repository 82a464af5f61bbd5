package simulator

import (
	"cmp"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// BasePath is the part of the path that every endpoint shares.
const BasePath = "/v1"

// DefaultAPIKey is the key accepted when [Options] names none. Keys are 40
// hexadecimal characters; this one belongs to nobody.
const DefaultAPIKey = "0123456789abcdef0123456789abcdef01234567"

// Options describe the account behind the simulated API. The zero value is a
// working account.
type Options struct {
	// APIKey is the key that is accepted, [DefaultAPIKey] when empty.
	APIKey string
	// DeliveryDelay is how long a sent message stays Waiting.
	DeliveryDelay time.Duration
	// ListingDelay is how long after a send the status calls do not know the
	// message: code 4. Cancelling knows it at once.
	ListingDelay time.Duration
	// Latency is added to every answer.
	Latency time.Duration
	// Now is the clock of messages and rate limits, [time.Now] when nil.
	Now func() time.Time
	// NoRateLimits lifts the documented rate limits.
	NoRateLimits bool
	// Marketing makes the account a marketing one: every Premium text gets the
	// STOP text, and nothing is sent in quiet hours.
	Marketing bool
	// Senders are the senders and virtual numbers that the account may use; nil
	// is any. Others are refused with code 992.
	Senders []string
	// NoLowCost refuses the low-cost range with code 51.
	NoLowCost bool
	// WebhookDial opens the connections to the receivers of webhooks. Nil is the
	// network, and there loopback addresses only.
	WebhookDial Dial
	// Variant selects among the forms in which the vendor answers.
	Variant Variant
	// Log receives one line a request: what was asked for and what was answered,
	// without keys, and with phone numbers cut short.
	Log *slog.Logger
}

// Simulator is one account on the simulated API. It serves HTTP below
// [BasePath] and is safe for concurrent use.
type Simulator struct {
	options     Options
	table       []endpoint
	account     atomic.Int64
	connections atomic.Int64
	ahead       atomic.Int64 // By how much the clock was advanced.
	queueBroken atomic.Bool

	messages   messages
	statistics statistics
	credits    credits
	requests   requests
	scripts    scripts
	violations violations
	limiter    limiter
	stops      stopList
	webhooks   webhooks
}

var _ http.Handler = (*Simulator)(nil)

// New returns a simulator that knows one message, the vendor's documented
// example: 1111 to 0600000000.
func New(o Options) *Simulator {
	if o.APIKey == "" {
		o.APIKey = DefaultAPIKey
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &Simulator{options: o, table: endpoints()}
	s.messages.scheduledStatus = cmp.Or(o.Variant.ScheduledStatus, statusWaiting)
	s.messages.cancelledStatus = cmp.Or(o.Variant.CancelledStatus, statusWaiting)
	s.AddMessage(documentedMessage())
	s.messages.lastID = documentedID
	s.SetCredits(documentedCredits())
	return s
}

// Connections returns how many TCP connections were opened since the start.
func (s *Simulator) Connections() int {
	return int(s.connections.Load())
}

// violations is the list of departures from the documentation.
type violations struct {
	mu   sync.Mutex
	list []string
}

func (v *violations) add(text string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.list = append(v.list, text)
}

// Violations returns what departed from the documentation in the requests so
// far, one sentence each, without keys. A test of a client asserts that it is
// empty.
func (s *Simulator) Violations() []string {
	s.violations.mu.Lock()
	defer s.violations.mu.Unlock()
	return append([]string(nil), s.violations.list...)
}
