package voice

import (
	"context"
	"math/big"
	"net/http"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var credits = partner.Operation{
	Name:   "me",
	Method: http.MethodGet,
	Path:   "/me/{apiKey}",
	Class:  partner.Read,
	Data:   "credit",
	Proof:  partner.ByData,
	Rate:   &partner.Rate{Count: 5, Per: time.Minute},
}

// Credits is what the account can still send. What the vendor did not say is nil.
type Credits struct {
	Credit   *big.Float
	Currency *string
	// TTS and TTSFixe are how long calls to mobile phones and to landlines can last.
	TTS, TTSFixe *time.Duration
	// VoiceMessages is how many messages can be left on answering machines.
	VoiceMessages *int64
	// Unread says which values could not be read, and why.
	Unread []string
}

// Credits asks for the account's credit. The vendor allows 5 requests a minute.
//
// Voice Partner documentation: "Crédits" / "Credits".
func (c *Client) Credits(ctx context.Context) (*Credits, error) {
	return partner.Do(ctx, c.partner, &credits, nil, func(o *partner.Object) *Credits {
		answer := &Credits{Credit: o.Decimal("credit"), Currency: o.Text("currency")}
		if details := o.Object("details"); details != nil {
			answer.TTS, answer.TTSFixe = span(details.Object("tts")), span(details.Object("tts_fixe"))
			if messages := details.Object("voice"); messages != nil {
				answer.VoiceMessages = messages.Int("message")
			}
		}
		answer.Unread = o.Unread()
		return answer
	})
}

// span reads hours, minutes and seconds, of which any can be more than 59.
func span(o *partner.Object) *time.Duration {
	if o == nil {
		return nil
	}
	var total time.Duration
	for name, unit := range map[string]time.Duration{"h": time.Hour, "m": time.Minute, "s": time.Second} {
		n := o.Int(name)
		if n == nil {
			return nil
		}
		total += time.Duration(*n) * unit
	}
	return &total
}
