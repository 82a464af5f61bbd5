package voice

import (
	"cmp"
	"math"
	"net/http"
	"strconv"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// The limits of the speech rate.
const (
	slowest = 0.5
	fastest = 2
)

// voiceSMSPage is the page "Envoyer un SMS Vocal".
func (a *Account) voiceSMSPage() []wire.Route {
	return []wire.Route{{
		Method: http.MethodPost,
		Path:   string(VoiceSMS),
		Parameters: []wire.Parameter{
			wire.KeyParameter,
			{Name: "text"},
			tokenParameter,
			{Name: "lang"},
			numbersParameter,
			{Name: "speechRate", Check: isSpeechRate},
			notifyParameter,
			scheduledParameter,
		},
		Rate:   &wire.Rate{Requests: 2000, Period: time.Hour, Headers: a.options.Variant.RateHeaders},
		Check:  checkSpeech,
		Handle: a.voiceSMS,
	}}
}

// checkSpeech notes what does not apply to an audio file.
func checkSpeech(c *wire.Call) {
	if c.Text(tokenParameter.Name) == "" {
		return
	}
	for _, name := range []string{"text", "speechRate"} {
		if c.Text(name) != "" {
			c.Note("parameter %q does not apply to an audio file", name)
		}
	}
}

func (a *Account) voiceSMS(c *wire.Call) (wire.Object, *wire.Failure) {
	forms := a.options.Variant.SpeechForms
	made := &Campaign{
		Kind: VoiceSMS, Token: c.Text(tokenParameter.Name), Text: c.Text("text"),
		Lang: cmp.Or(c.Text("lang"), "fr"), SpeechRate: forms.speechRate(c),
	}
	made.seconds = speech(made.Text, made.SpeechRate)
	if made.Token != "" {
		made.Text, made.SpeechRate = "", 1
		made.seconds = a.audio(made.Token).seconds()
	}
	if c.Text("lang") == "" && forms.LangRequired {
		return nil, a.refusal("LANG_REQUIRED")
	}
	if failed := a.send(c, made); failed != nil {
		return nil, failed
	}
	return append(a.sent(made),
		wire.Text("lang", made.Lang),
		wire.Decimal("duration", made.seconds.decimal()),
		a.detail(made),
	), nil
}

// speechRate is clamped, as documented. A rate that is no number counts as none: what the
// vendor does with one is not documented.
func (f SpeechForms) speechRate(c *wire.Call) float64 {
	given := c.Text("speechRate")
	if given == "" && f.SpeedAlias {
		given = c.Text("speed")
	}
	rate, err := strconv.ParseFloat(given, 64)
	if err != nil || math.IsNaN(rate) {
		return 1
	}
	return min(max(rate, slowest), fastest)
}

func isSpeechRate(v string) string {
	if rate, err := strconv.ParseFloat(v, 64); err == nil && rate >= slowest && rate <= fastest {
		return ""
	}
	return "is not a rate from 0.5 to 2"
}
