package simulator

import (
	"cmp"
	"log/slog"
	"slices"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/voice"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// Options describe what is behind the simulated API. The zero value works. The tags
// are for the program's flags.
type Options struct {
	// APIKey is the key that SMS Partner accepts, [DefaultAPIKey] when empty.
	APIKey string `flag:"api-key" value:"key" help:"key that is accepted"`
	// VoiceAPIKey and MailAPIKey are the keys that Voice Partner and Mail Partner
	// accept, APIKey when empty. Whether the vendor's key of one product works for
	// another is not known.
	VoiceAPIKey string `flag:"voice-api-key" value:"key" help:"key that Voice Partner accepts, that of -api-key when empty"`
	MailAPIKey  string `flag:"mail-api-key" value:"key" help:"key that Mail Partner accepts, that of -api-key when empty"`

	// DeliveryDelay is how long a sent message stays Waiting, and how long a call and a mail
	// take.
	DeliveryDelay time.Duration `flag:"delivery-delay" help:"how long a sent message stays Waiting, and a call and a mail take"`
	// ListingDelay is how long after a send the status calls do not know the
	// message: code 4. Cancelling knows it at once.
	ListingDelay time.Duration `flag:"listing-delay" help:"how long after a send the status calls do not know the message (code 4)"`
	// Latency is added to every answer.
	Latency time.Duration `flag:"latency" value:"time" help:"time added to every answer"`
	// Now is the clock of messages and rate limits, [time.Now] when nil.
	Now func() time.Time
	// NoRateLimits lifts the documented rate limits.
	NoRateLimits bool `flag:"no-rate-limits" help:"lift the documented rate limits"`

	// Marketing makes the accounts of SMS Partner and Mail Partner commercial ones: nothing
	// is sent in quiet hours, and every Premium text gets the STOP text.
	Marketing bool `flag:"marketing" help:"make the accounts commercial ones, with quiet hours, and STOP text in SMS"`
	// Senders are the senders and virtual numbers that the SMS account may use; nil
	// is any. Others are refused with code 992.
	Senders []string `flag:"senders" value:"names" help:"names and long numbers that may send, separated by commas, instead of all"`
	// VoiceSenders are the numbers that may be the sender of a voice message; nil is any.
	// Others are refused with SENDER_NOT_AUTHORIZED.
	VoiceSenders []string `flag:"voice-senders" value:"numbers" help:"numbers that may be the sender of a voice message, separated by commas, instead of all"`
	// NoLowCost refuses the low-cost range with code 51.
	NoLowCost bool `flag:"no-low-cost" help:"refuse the low-cost range"`

	// WebhookDial opens the connections to the receivers of webhooks. Nil is the
	// network, and there loopback addresses only.
	WebhookDial Dial
	// Log receives one line for each request: what was asked for and what was
	// answered, without keys, and with phone numbers cut short.
	Log *slog.Logger
	// Variant selects among the forms in which SMS Partner answers. Its Forms are those of
	// the three products.
	Variant Variant
	// VoiceVariant selects among the forms of Voice Partner.
	VoiceVariant voice.Variant
	// MailVariant selects among the forms of Mail Partner.
	MailVariant mail.Variant
}

// Simulator is one customer of the vendor. Members that name no product are about SMS
// Partner, such as [Simulator.Requests] and [Simulator.Script]. Voice and Mail have their
// own. It is safe for concurrent use.
//
// Each product has its own credits: the documentation does not say whether a balance
// pays for several products.
type Simulator struct {
	*sms.Account

	Voice *voice.Account
	Mail  *mail.Account
}

// New returns a simulator that knows one message, the vendor's documented
// example: 1111 to 0600000000.
func New(o Options) *Simulator {
	with := func(key string) wire.Options {
		return wire.Options{
			APIKey: cmp.Or(key, o.APIKey), Latency: o.Latency, Now: o.Now,
			NoRateLimits: o.NoRateLimits, WebhookDial: o.WebhookDial, Log: o.Log,
		}
	}
	return &Simulator{
		Account: sms.New(sms.Options{
			Options:       with(o.APIKey),
			DeliveryDelay: o.DeliveryDelay, ListingDelay: o.ListingDelay,
			Marketing: o.Marketing, Senders: o.Senders, NoLowCost: o.NoLowCost,
			Variant: o.Variant,
		}),
		Voice: voice.New(voice.Options{
			Options: with(o.VoiceAPIKey), Forms: o.Variant.Forms,
			Senders: o.VoiceSenders, DeliveryDelay: o.DeliveryDelay, Variant: o.VoiceVariant,
		}),
		Mail: mail.New(mail.Options{
			Options: with(o.MailAPIKey), Forms: o.Variant.Forms,
			DeliveryDelay: o.DeliveryDelay, ListingDelay: o.ListingDelay,
			Marketing: o.Marketing, Variant: o.MailVariant,
		}),
	}
}

// apis are the three products.
func (s *Simulator) apis() []*wire.API {
	return []*wire.API{s.API, s.Voice.API, s.Mail.API}
}

// Advance moves the clock of the three products forward, see [wire.API.Advance].
func (s *Simulator) Advance(d time.Duration) {
	for _, api := range s.apis() {
		api.Advance(d)
	}
}

// Violations returns what departed from the documentation in the requests to the
// three products, see [wire.API.Violations].
func (s *Simulator) Violations() []string {
	var all []string
	for _, api := range s.apis() {
		all = slices.Concat(all, api.Violations())
	}
	return all
}
