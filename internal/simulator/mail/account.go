// Package mail simulates Mail Partner: an [Account] answers what the vendor's documentation
// prints, with a file for each page.
package mail

import (
	"sync"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// Account is one account of Mail Partner, with the API that serves it. It is safe for
// concurrent use.
type Account struct {
	*wire.API

	// mu guards what follows. Handlers run with mu held, see [wire.Locked].
	mu      sync.Mutex
	credits Credits
}

// New returns an account with the credits of the documented example.
func New(o wire.Options, f wire.Forms) *Account {
	a := &Account{credits: documentedCredits()}
	a.API = wire.New(wire.Product{Routes: a.pages(), Admit: wire.Locked(&a.mu), Forms: f}, o)
	return a
}

// pages lists the pages of the documentation. Mail Partner counts all calls together,
// and refuses one too many with a code. The words and the HTTP status of that refusal
// are not known.
func (a *Account) pages() []wire.Route {
	routes := a.creditsPage()
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
