// Package voice simulates Voice Partner: an [Account] answers what the vendor's
// documentation prints, with a file for each page. A GET and a DELETE carry the key in the
// path.
package voice

import (
	"slices"
	"sync"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// Options describe an account of Voice Partner. The zero value is a working account.
type Options struct {
	wire.Options

	// Forms are those of any call.
	Forms wire.Forms
	// Senders are the numbers that may be the sender of a voice message; nil is any. Others
	// are refused with SENDER_NOT_AUTHORIZED.
	Senders []string
	// DeliveryDelay is how long after its moment a call ends.
	DeliveryDelay time.Duration
	// Variant selects among the forms in which the vendor answers.
	Variant Variant
}

// Account is one account of Voice Partner, with the API that serves it. It is safe for
// concurrent use.
type Account struct {
	*wire.API
	options Options

	// mu guards what follows. Handlers run with mu held, see [wire.Locked].
	mu        sync.Mutex
	credits   Credits
	purse     wire.Purse
	audios    []*Audio
	campaigns []*Campaign
	// documented is the campaign of the page "Supprimer un envoi différé".
	documented *Campaign
	deposits   int // notifications of voice messages
}

// New returns an account with the credits, the audio file and the scheduled campaign, D572M,
// of the documented examples.
func New(o Options) *Account {
	a := &Account{options: o, audios: []*Audio{documentedAudio()}, documented: documentedCampaign()}
	a.SetCredits(documentedCredits())
	a.API = wire.New(wire.Product{Routes: a.pages(), Admit: wire.Locked(&a.mu), Describe: a.describe, Forms: o.Forms}, o.Options)
	return a
}

// pages lists the pages of the documentation, a line each.
func (a *Account) pages() []wire.Route {
	return slices.Concat(
		a.creditsPage(),
		a.audioPages(),
		a.depositPage(),
		a.voiceSMSPage(),
		a.cancelPage(),
	)
}
