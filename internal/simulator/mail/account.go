// Package mail simulates Mail Partner: an [Account] answers what the vendor's documentation
// prints, with a file for each page.
package mail

import (
	"slices"
	"sync"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/subaccount"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// Options describe an account of Mail Partner. The zero value is a working account.
type Options struct {
	wire.Options

	// Forms are those of any call.
	Forms wire.Forms
	// DeliveryDelay is how long after it leaves a mail arrives.
	DeliveryDelay time.Duration
	// ListingDelay is how long after a send the status does not know the mail: code 4.
	// Cancelling knows it at once.
	ListingDelay time.Duration
	// Marketing makes the account a commercial one, whose mails the quiet hours hold back.
	Marketing bool
	// Variant selects among the forms in which the vendor answers.
	Variant Variant
}

// Account is one account of Mail Partner, with the API that serves it. It is safe for
// concurrent use.
type Account struct {
	*wire.API
	*subaccount.Accounts
	options Options

	// mu guards what follows. Handlers run with mu held, see [wire.Locked].
	mu      sync.Mutex
	credits Credits
	purse   wire.Purse
	mails   []*Mail
	tokens  int // of recipients

	unsubscribes unsubscribes
}

// New returns an account with the credits of the documented example.
func New(o Options) *Account {
	a := &Account{options: o}
	a.Accounts = a.newSubaccounts()
	a.SetCredits(documentedCredits())
	a.API = wire.New(wire.Product{
		Routes: a.pages(), Admit: wire.Locked(&a.mu), AdmitOther: a.AdmitSubaccount, Describe: describe, Forms: o.Forms,
	}, o.Options)
	return a
}

// pages lists the pages of the documentation. Mail Partner counts all calls together,
// and refuses one too many with a code. The words and the HTTP status of that refusal
// are not known.
func (a *Account) pages() []wire.Route {
	routes := slices.Concat(
		a.creditsPage(),
		a.sendPage(),
		a.cancelPage(),
		a.unsubscribePages(), // one form of the list takes the address of the status
		a.statusPage(),
		a.SubaccountPages(),
	)
	all := &wire.Rate{Requests: 2000, Period: time.Minute, Refusal: wire.Refusal(
		429,
		"Plus de 2000 requêtes par minute et par IP",
		"More than 2000 requests per minute and IP",
	)}
	for i := range routes {
		routes[i].Rate = all
	}
	return routes
}
