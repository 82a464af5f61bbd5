// Package voice simulates Voice Partner: an [Account] answers what the vendor's
// documentation prints, with a file for each page. A GET and a DELETE carry the key in the
// path.
package voice

import (
	"sync"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// Account is one account of Voice Partner, with the API that serves it. It is safe for
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

// pages lists the pages of the documentation.
func (a *Account) pages() []wire.Route {
	return a.creditsPage()
}
