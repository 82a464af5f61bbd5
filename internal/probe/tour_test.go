package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/voice"
)

// tours are configurations in testdata/tours, by what a form is about. Of what is in refused,
// each server refuses a part.
var tours = []string{"sms", "contacts", "stops", "voice", "mail"}

// toursOf are the tours that a form can change.
func toursOf(flag string) []string {
	switch about, _, _ := strings.Cut(flag, "-"); about {
	case "contact", "group", "unique", "numeric":
		return []string{"contacts"}
	case "stop", "other":
		return []string{"stops"}
	case "voice", "mail":
		return []string{about}
	case "numbers", "flags", "client", "english", "escape", "form":
		return tours
	default:
		return []string{"sms"}
	}
}

// ofRefusals are the forms of refusals to send.
var ofRefusals = []string{
	"errors-key", "single-codes", "not-mobile-details", "not-mobile-old-text", "detail-numbers", "no-item-code", "item-code-as-string", "no-item-message",
}

// flagsOf are those with which a test shows a form.
func flagsOf(flag string) map[string]string {
	flags := map[string]string{flag: "true"}
	if value := visible[flag].value; value != "" {
		flags[flag] = value
	}
	return with(flags, visible[flag].with)
}

func with(flags, more map[string]string) map[string]string {
	maps.Copy(flags, more)
	return flags
}

// prepared is the group that some forms need.
const prepared = "Clients"

const (
	audioToken = "0123456789abcdef0123456789abcdef"
	tourKey    = smsKey // of all three products
)

// tourists are accounts, each with a form of its own and the provider on a tour. They are
// members of a group, by form and tour.
type tourists struct {
	*acctest.Group

	of       map[string]string // tour by member
	accounts map[string]*simulator.Simulator
	configs  map[string]string // with CUSTOM for an expression that changes
}

func newTourists(t *testing.T) *tourists {
	t.Helper()
	return &tourists{acctest.NewGroup(t), map[string]string{}, map[string]*simulator.Simulator{}, map[string]string{}}
}

// add sends accounts with a form, which is empty for the documented one, on tours.
func (g *tourists) add(t *testing.T, form string, flags map[string]string, on ...string) {
	t.Helper()
	options := simulator.Options{APIKey: tourKey}
	for flag, value := range flags {
		setFlag(t, &options, flag, value)
	}
	for _, tour := range on {
		s, server := simulator.StartAll(t, options)
		s.Voice.AddAudio(voice.Audio{Token: audioToken, Name: "Bonjour"})
		if prepare := visible[form].prepare; prepare != nil {
			prepare(&account{s, server, &fakeClock{at: time.Now()}})
		}
		config, err := os.ReadFile(filepath.Join("testdata", "tours", tour+".tf")) //nolint:gosec // A file of this package.
		if err != nil {
			t.Fatal(err)
		}
		member := strings.TrimSpace(form + " " + tour)
		g.of[member], g.accounts[member] = tour, s
		g.configs[member] = fmt.Sprintf(`provider "smspartner" {
  api_key        = %[1]q
  voice_api_key  = %[1]q
  mail_api_key   = %[1]q
  base_url       = %[2]q
  voice_base_url = %[3]q
  mail_base_url  = %[4]q
}
%[5]s`, tourKey, server.URL, server.VoiceURL, server.MailURL, given.Replace(string(config)))
	}
}

// given stand for words in the tours. Messages are scheduled for ten o'clock in the day after tomorrow.
var given = strings.NewReplacer("AUDIO", strconv.Quote(audioToken),
	"LATER", strconv.Quote(time.Now().UTC().Truncate(24*time.Hour).Add(58*time.Hour).Format(time.RFC3339)))

// write puts the configurations in place. custom is an expression, for a field of contacts.
func (g *tourists) write(t *testing.T, custom string) {
	t.Helper()
	for member, config := range g.configs {
		g.Set(t, member, strings.ReplaceAll(config, "CUSTOM", custom))
	}
}

// outputs are those of each member after an apply.
func (g *tourists) outputs(t *testing.T) map[string]map[string]any {
	t.Helper()
	all := map[string]map[string]any{}
	for member, state := range g.State(t) {
		all[member] = map[string]any{}
		for name, output := range state.Values.Outputs {
			all[member][name] = output.Value
		}
	}
	return all
}
