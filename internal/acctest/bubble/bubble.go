// Package bubble puts the vendor's client and the simulator under a fake clock,
// where waiting takes no time and what happens at once can be told from what
// happens in turn.
package bubble

import (
	"errors"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// World is a simulator in memory.
type World struct {
	*simulator.Simulator
	url, voiceURL, mailURL    string
	dial, voiceDial, mailDial simulator.Dial
	began                     time.Time
}

// Run runs a test in a world of its own.
func Run(t *testing.T, o simulator.Options, test func(t *testing.T, w *World)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		w := &World{Simulator: simulator.New(o), began: time.Now()}
		server, dial := w.Pipe()
		voice, voiceDial := w.Voice.Pipe()
		mail, mailDial := w.Mail.Pipe()
		defer func() {
			if err := errors.Join(server.Close(), voice.Close(), mail.Close()); err != nil {
				t.Error(err)
			}
		}()
		w.url, w.voiceURL, w.mailURL = server.URL, voice.URL, mail.URL
		w.dial, w.voiceDial, w.mailDial = dial, voiceDial, mailDial
		test(t, w)
	})
}

// Config is that of a client of SMS Partner.
func (w *World) Config(maxRetries int) partner.Config {
	return config(w.url, w.dial, maxRetries)
}

// VoiceConfig is that of a client of Voice Partner.
func (w *World) VoiceConfig(maxRetries int) partner.Config {
	return config(w.voiceURL, w.voiceDial, maxRetries)
}

// MailConfig is that of a client of Mail Partner.
func (w *World) MailConfig(maxRetries int) partner.Config {
	return config(w.mailURL, w.mailDial, maxRetries)
}

func config(url string, dial simulator.Dial, maxRetries int) partner.Config {
	return partner.Config{
		BaseURL:        url,
		APIKey:         simulator.DefaultAPIKey,
		RequestTimeout: 10 * time.Second,
		MaxRetries:     maxRetries,
		Transport:      &http.Transport{DialContext: dial},
	}
}

// Elapsed is the time since the start.
func (w *World) Elapsed() time.Duration { return time.Since(w.began) }
