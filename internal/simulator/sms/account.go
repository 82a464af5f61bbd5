package sms

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/subaccount"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// Options describe an account of SMS Partner. The zero value is a working account.
type Options struct {
	wire.Options

	// DeliveryDelay is how long a sent message stays Waiting.
	DeliveryDelay time.Duration
	// ListingDelay is how long after a send the status calls do not know the
	// message: code 4. Cancelling knows it at once.
	ListingDelay time.Duration
	// Marketing makes the account a marketing one: every Premium text gets the
	// STOP text, and nothing is sent in quiet hours.
	Marketing bool
	// Senders are the senders and virtual numbers that the account may use; nil
	// is any. Others are refused with code 992.
	Senders []string
	// NoLowCost refuses the low-cost range with code 51.
	NoLowCost bool
	// Variant selects among the forms in which the vendor answers.
	Variant Variant
}

// Account is one account of SMS Partner, with the API that serves it. It is safe for
// concurrent use.
type Account struct {
	*wire.API
	*subaccount.Accounts
	options Options

	// mu guards what follows. Handlers run with mu held, see [Account.admit].
	mu          sync.Mutex
	refusing    int
	queueBroken bool
	messages    messages
	periods     []Period
	credits     credits
	stops       stops
	forwardings map[string]Forwarding // by virtual number, without plus sign
	disabled    []string              // virtual numbers
	groups      []*Group
	lastGroup   int
	contacts    contacts
	rentals     rentals
	verified    verified
}

// New returns an account that knows the vendor's documented examples: the message 1111 to
// 0600000000, and the rental TOK.
func New(o Options) *Account {
	a := &Account{options: o, contacts: newContacts()}
	a.Accounts = a.newSubaccounts()
	a.API = wire.New(wire.Product{
		Routes: a.pages(),
		Admit:  a.admit, AdmitOther: a.AdmitSubaccount,
		Describe: describe,
		Forms:    o.Variant.Forms,
	}, o.Options)
	a.messages = newMessages(o.Variant.ScheduleForms)
	a.AddMessage(documentedMessage())
	a.messages.lastID = documentedID
	a.SetCredits(documentedCredits())
	a.AddRental(documentedRental())
	return a
}

// pages lists the pages of the documentation, a line each.
func (a *Account) pages() []wire.Route {
	return slices.Concat(
		a.creditsPage(),
		a.messageStatusPage(),
		a.multiStatusPage(),
		a.bulkStatusPages(),
		a.statisticsPage(),
		a.sendPage(),
		a.bulkSendPage(),
		a.longNumberPage(),
		a.surveyPage(),
		a.rcsPage(),
		a.cancelPage(),
		a.lookupPage(),
		a.hlrPage(),
		a.groupPages(),
		a.SubaccountPages(),
		a.contactPages(),
		a.stopPages(),
		a.forwardPage(),
		a.rentalPages(),
	)
}

// admit carries out a call with the account locked, unless the account may not be
// used.
func (a *Account) admit(c *wire.Call, handle wire.Handler) (wire.Object, *wire.Failure) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if refused := accountFailures[a.refusing]; refused != nil {
		return nil, refused
	}
	return handle(c)
}

// accountFailures are the account-level codes of the general error page: any
// call can answer them.
var accountFailures = map[int]*wire.Failure{
	20: wire.Refusal(20, "Compte désactivé", "Account disabled"),
	30: wire.Refusal(30, "Compte bloqué", "Account blocked"),
	40: wire.Refusal(40, "L'accès à l'API est refusé", "Access to the API is denied"),
	96: wire.Refusal(96, "L'IP n'est pas autorisée", "The IP is not authorized"),
}

// SetAccount makes every later call with the right key answer an account-level
// error: 20 account disabled, 30 blocked, 40 API access refused, 96 IP address
// not authorized. 0 makes the account work again. It panics on other codes.
func (a *Account) SetAccount(code int) {
	if accountFailures[code] == nil && code != 0 {
		panic(fmt.Sprintf("simulator: %d is no account-level code", code))
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.refusing = code
}
