package voice

import (
	"net/http"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// creditsPage is the page "Crédits". Its code of a wrong key is the number of the
// other products; the body that carries the code is shown nowhere.
func (a *Account) creditsPage() []wire.Route {
	return []wire.Route{{
		Method:     http.MethodGet,
		Path:       "/me/{apiKey}",
		Parameters: []wire.Parameter{wire.KeyParameter, wire.FormatParameter},
		Rate:       &wire.Rate{Requests: 5, Period: time.Minute},
		Handle:     a.me,
	}}
}

// Credits are what is left on the account.
type Credits struct {
	// Balance is a decimal number in the currency.
	Balance, Currency string
	// Mobile and Landline are the speech time that the balance buys.
	Mobile, Landline SpeechTime
	// Deposits is how many voice messages can be deposited.
	Deposits int
}

// SpeechTime is as the vendor writes it: more than 59 seconds are possible.
type SpeechTime struct{ Hours, Minutes, Seconds int }

// documentedCredits is the example on the page "Crédits".
func documentedCredits() Credits {
	return Credits{
		Balance: "27", Currency: "€",
		Mobile:   SpeechTime{Hours: 4, Minutes: 12, Seconds: 30},
		Landline: SpeechTime{Hours: 2, Minutes: 5, Seconds: 10},
		Deposits: 14,
	}
}

// SetCredits says what is on the account from now on, the vendor's documented
// example until then. Campaigns take from it, and are refused with NOT_CREDIT when too
// little is left. A balance that is no number lasts for ever.
func (a *Account) SetCredits(c Credits) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.credits, a.purse = c, wire.Purse{Balance: c.Balance}
}

// me has no code, like every success of Voice Partner.
func (a *Account) me(*wire.Call) (wire.Object, *wire.Failure) {
	left := a.left()
	return a.success(
		wire.Text("credit", left.Balance),
		wire.Text("currency", left.Currency),
		wire.Nested(
			"details",
			left.Mobile.field("tts"),
			left.Landline.field("tts_fixe"),
			wire.Nested("voice", wire.Integer("message", left.Deposits)),
		),
	), nil
}

// left is what campaigns have left: what the balance buys shrinks with it.
func (a *Account) left() Credits {
	left := a.credits
	rest, taken := a.purse.Left()
	if !taken {
		return left
	}
	left.Balance = strings.TrimSuffix(strings.TrimRight(rest.FloatString(3), "0"), ".")
	left.Mobile, left.Landline = a.share(left.Mobile), a.share(left.Landline)
	left.Deposits = a.purse.Share(left.Deposits)
	return left
}

func (a *Account) share(t SpeechTime) SpeechTime {
	seconds := a.purse.Share(t.Hours*3600 + t.Minutes*60 + t.Seconds)
	return SpeechTime{Hours: seconds / 3600, Minutes: seconds / 60 % 60, Seconds: seconds % 60}
}

func (t SpeechTime) field(name string) wire.Field {
	return wire.Nested(name, wire.Integer("h", t.Hours), wire.Integer("m", t.Minutes), wire.Integer("s", t.Seconds))
}
