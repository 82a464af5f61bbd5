package simulator

import (
	"cmp"
	"context"
	"errors"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// anyPort is a loopback address whose port the system chooses.
const anyPort = "127.0.0.1:0"

// Addresses are the loopback addresses to listen on. An empty one is a free port of
// 127.0.0.1. The tags are for the program's flags.
type Addresses struct {
	SMS   string `flag:"addr" value:"address" help:"loopback address of SMS Partner, a free port of 127.0.0.1 when empty"`
	Voice string `flag:"voice-addr" value:"address" help:"loopback address of Voice Partner, likewise"`
	Mail  string `flag:"mail-addr" value:"address" help:"loopback address of Mail Partner, likewise"`
}

// Server is a simulator on three listeners.
type Server struct {
	// URL, VoiceURL and MailURL are the base URLs of SMS Partner, Voice Partner and
	// Mail Partner: what a provider takes as base_url, voice_base_url and
	// mail_base_url.
	URL, VoiceURL, MailURL string

	products []*wire.Server
}

// Listen serves the three products on loopback until [Server.Close].
func (s *Simulator) Listen(ctx context.Context, addresses Addresses) (*Server, error) {
	server := &Server{}
	for i, address := range []string{addresses.SMS, addresses.Voice, addresses.Mail} {
		product, err := s.apis()[i].Listen(ctx, cmp.Or(address, anyPort))
		if err != nil {
			return nil, errors.Join(err, server.Close())
		}
		server.products = append(server.products, product)
	}
	server.URL, server.VoiceURL, server.MailURL = server.products[0].URL, server.products[1].URL, server.products[2].URL
	return server, nil
}

// Wait returns when a product no longer accepts connections, or when the context
// ends.
func (s *Server) Wait(ctx context.Context) {
	select {
	case <-ctx.Done():
	case <-s.products[0].Done():
	case <-s.products[1].Done():
	case <-s.products[2].Done():
	}
}

// Close ends the three products, see [wire.Server.Close].
func (s *Server) Close() error {
	var failed error
	for _, product := range s.products {
		failed = errors.Join(failed, product.Close())
	}
	return failed
}

// TB is the part of [testing.TB] that [Start] needs.
type TB interface {
	Helper()
	Cleanup(func())
	Context() context.Context
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

// Start serves a new simulator on loopback for the length of a test and returns
// it with the base URL of SMS Partner.
func Start(t TB, o Options) (*Simulator, string) {
	t.Helper()
	s, server := StartAll(t, o)
	return s, server.URL
}

// StartAll is [Start] for a test of several products.
func StartAll(t TB, o Options) (*Simulator, *Server) {
	t.Helper()
	s := New(o)
	server, err := s.Listen(t.Context(), Addresses{})
	if err != nil {
		t.Fatalf("start the simulator: %v", err)
	}
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Errorf("stop the simulator: %v", err)
		}
	})
	return s, server
}
