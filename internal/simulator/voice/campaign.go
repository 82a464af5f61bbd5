package voice

import (
	"slices"
	"strconv"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// Kind is a kind of campaign, named after the path of its call.
type Kind string

// The kinds of campaigns.
const (
	// Deposit leaves an audio file in voicemails.
	Deposit Kind = "/campaign/send"
	// VoiceSMS calls, and speaks a text or plays an audio file.
	VoiceSMS Kind = "/tts/send"
)

// Campaign is a voice message or a voice SMS that a call has made, to all of its numbers.
type Campaign struct {
	ID   string
	Kind Kind
	// Numbers are in E.164 form.
	Numbers []string
	// Token is that of the audio file. A voice SMS has a file or a text.
	Token, Text string
	// Lang and SpeechRate are those of a voice SMS, as the vendor applies them.
	Lang       string
	SpeechRate float64
	// Email, Sender and NotifyURL are as they came.
	Email, Sender, NotifyURL string
	// Scheduled is zero for a campaign that leaves at once.
	Scheduled time.Time
	// Cost is a decimal number.
	Cost      string
	Cancelled bool

	leaves  time.Time
	charged wire.Amount
	// seconds is how long a voice SMS speaks.
	seconds tenths
}

// Campaigns returns what calls have made so far, in order.
func (a *Account) Campaigns() []Campaign {
	a.mu.Lock()
	defer a.mu.Unlock()
	campaigns := make([]Campaign, 0, len(a.campaigns))
	for _, c := range a.campaigns {
		made := *c
		made.Numbers = slices.Clone(c.Numbers)
		campaigns = append(campaigns, made)
	}
	return campaigns
}

// documentedCampaign is the one that the page on cancelling gives back the credit of.
func documentedCampaign() *Campaign {
	moment := time.Date(2100, time.January, 1, 12, 0, 0, 0, wire.Paris)
	return &Campaign{ID: "D572M", Kind: Deposit, Scheduled: moment, Cost: "1.8", leaves: moment, charged: 1800}
}

// add keeps a campaign under an id of its own. Ids go on from those of the documented
// answers.
func (a *Account) add(c *Campaign) {
	before, first := "aBcD", "1234"
	if c.Kind == VoiceSMS {
		before, first = "Zz9yX8wV", "7u"
	}
	serial, err := strconv.ParseInt(first, 36, 64)
	if err != nil {
		panic(err)
	}
	for _, other := range a.campaigns {
		if other.Kind == c.Kind {
			serial++
		}
	}
	c.ID = before + strconv.FormatInt(serial, 36)
	a.campaigns = append(a.campaigns, c)
}

// campaign finds one by its id, which has small and capital letters; nil without one.
func (a *Account) campaign(id string) *Campaign {
	if id == a.documented.ID {
		return a.documented
	}
	i := slices.IndexFunc(a.campaigns, func(c *Campaign) bool { return c.ID == id })
	if i < 0 {
		return nil
	}
	return a.campaigns[i]
}
