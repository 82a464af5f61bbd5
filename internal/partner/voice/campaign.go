package voice

import (
	"context"
	"encoding/json"
	"math/big"
	"net/http"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// MaxPerRequest is how many numbers the vendor takes in one request.
const MaxPerRequest = 500

// Kind is one of the vendor's ways to call phones.
type Kind int

const (
	// Deposit leaves an audio file on answering machines.
	Deposit Kind = iota
	// Speech calls, and speaks a text or plays an audio file: a voice SMS.
	Speech
)

var (
	// Success has no code. An answer with a campaign and without "success" is one, too.
	campaignSend = partner.Operation{
		Name: "campaign/send", Method: http.MethodPost, Path: "/campaign/send", Class: partner.Write,
		Data: "campaignId", Proof: partner.ByData, Successes: campaignSuccesses,
		Rate: &partner.Rate{Count: 5, Per: time.Minute},
	}
	ttsSend = partner.Operation{
		Name: "tts/send", Method: http.MethodPost, Path: "/tts/send", Class: partner.Write,
		Data: "campaignId", Proof: partner.ByData, Successes: campaignSuccesses,
		Rate: &partner.Rate{Count: 2000, Per: time.Hour},
	}
)

// campaignSuccesses are the codes that no answer needs, and that say nothing against the
// campaign that was paid for.
var campaignSuccesses = []string{partner.CodeSuccess, "0"}

// CampaignRequest describes calls. What is empty is not sent.
type CampaignRequest struct {
	Kind Kind
	// Numbers are in E.164 form, at most MaxPerRequest.
	Numbers []string
	// TokenAudio names the audio file. A Speech has it or Text.
	TokenAudio string
	Text       string
	// Lang is the language in which Text is spoken, and SpeechRate how fast: 0.5 to 2.
	Lang       string
	SpeechRate *big.Float
	// EmailForNotification and Sender are for a Deposit.
	EmailForNotification string
	Sender               string
	// Scheduled is sent to the minute; the zero time is at once.
	Scheduled time.Time
	NotifyURL string
}

// Campaign is the vendor's answer to a request for calls. What the vendor did not say is
// nil.
type Campaign struct {
	ID       string
	NbSMS    *int64
	Cost     *big.Float
	Currency *string
	// Duration is how many seconds a Speech takes.
	Duration *big.Float
	// Detail has what the calls to a country cost, by its dialling prefix, such as "33".
	Detail map[string]Detail
	// Unread says which values, all but the id, could not be read, and why.
	Unread []string
}

// Detail is what the calls to one country cost.
type Detail struct {
	NbSMS           *int64
	CostUnity, Cost *big.Float
	// CountryCode and Duration are those of a Speech.
	CountryCode *string
	Duration    *big.Float
}

// Send calls, or leaves a message on answering machines, and costs money. The vendor allows
// 5 requests for deposits a minute, and 2000 for voice SMS an hour.
//
// Voice Partner documentation: "Déposer un message vocal" / "Deposit a voice message", and
// "Envoyer un SMS Vocal" / "Send a voice SMS".
func (c *Client) Send(ctx context.Context, r CampaignRequest) (*Campaign, error) {
	op := &campaignSend
	if r.Kind == Speech {
		op = &ttsSend
	}
	return partner.Do(ctx, c.partner, op, r.params(), readCampaign)
}

// scheduledLayout is the form of a moment in Paris. The documentation writes no seconds but
// 00.
const scheduledLayout = "2006-01-02 15:04:00"

func (r CampaignRequest) params() partner.Params {
	params := partner.Params{"phoneNumbers": strings.Join(r.Numbers, ",")}
	for name, text := range map[string]string{
		"tokenAudio": r.TokenAudio, "text": r.Text, "lang": r.Lang,
		"emailForNotification": r.EmailForNotification, "sender": r.Sender, "notifyUrl": r.NotifyURL,
	} {
		if text != "" {
			params[name] = text
		}
	}
	if r.SpeechRate != nil {
		params["speechRate"] = json.Number(partner.DecimalText(r.SpeechRate))
	}
	if !r.Scheduled.IsZero() {
		params["scheduledDate"] = r.Scheduled.In(partner.Paris).Format(scheduledLayout)
	}
	return params
}

func readCampaign(o *partner.Object) *Campaign {
	campaign := &Campaign{
		ID:       readID(o),
		NbSMS:    o.Int("nbSms"),
		Cost:     o.Decimal("cost"),
		Currency: o.Text("currency"),
		Duration: o.Decimal("duration"),
		Detail:   map[string]Detail{},
	}
	for prefix, part := range o.LooseMap("detail") {
		campaign.Detail[prefix] = Detail{
			NbSMS: part.Int("nbSms"), CostUnity: part.Decimal("cost_unity"), Cost: part.Decimal("cost"),
			CountryCode: part.Text("country_code"), Duration: part.Decimal("duration"),
		}
	}
	campaign.Unread = o.Unread()
	return campaign
}

// readID reads the id of a campaign, without which the call fails.
func readID(o *partner.Object) string {
	id := o.Identifier(partner.SameText, "campaignid")
	if id == nil || !partner.IsID(*id) {
		o.Reject("its campaignId is no id")
		return ""
	}
	return *id
}
