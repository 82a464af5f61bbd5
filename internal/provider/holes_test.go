package provider

import (
	"strings"
	"sync"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// Whatever a configuration lacks or holds in one place, the provider answers with
// what is wrong there, in its own words, and asks nobody; or it does what was asked.
func TestHoles(t *testing.T) {
	t.Parallel()
	for _, s := range subjects(t) {
		t.Run(s.String(), func(t *testing.T) {
			t.Parallel()
			sim, at := simulated(t)
			configured := func() Server {
				return configuredServer(t, config{"api_key": simulator.DefaultAPIKey, "base_url": at.URL, "voice_base_url": at.VoiceURL, "mail_base_url": at.MailURL, "max_retries": 0})
			}
			server := configured // a new one each time for those whose rate is limited
			if s.kind != "data" && !strings.Contains(s.name, "_voice_") {
				server = sync.OnceValue(configured)
			}
			whole := example(t, s.name, s.schema.Block)
			requests := func() int { return len(sim.Requests()) + len(sim.Voice.Requests()) + len(sim.Mail.Requests()) }

			valid := hole{what: "the example", at: tftypes.NewAttributePath(), config: whole}
			if said := s.try(t, server, requests, valid, whole); len(said) > 0 && !refusedByVendor[s.name] {
				t.Fatalf("the example is refused: mend the table in holes_examples_test.go%s", texts(said))
			}
			for _, h := range holes(t, s.schema.Block, whole) {
				s.try(t, server, requests, h, whole)
			}
		})
	}
}

// try does what an engine does with a configuration, and returns the errors of the
// last step that was made.
func (s subject) try(t *testing.T, server func() Server, requests func() int, h hole, whole tftypes.Value) diagnostics {
	t.Helper()
	before, null := requests(), tftypes.NewValue(h.config.Type(), nil)
	engine := server()
	refused := s.validate(t, engine, h.config)
	checkWords(t, h.what+": validate", refused)
	refused = errorsOf(refused)
	checkPaths(t, h.what+": validate", h.at, refused)

	// An engine stops at an error; an action is planned with what was unknown when it
	// was validated.
	plan, said := s.plan(t, engine, null, h.config)
	checkWords(t, h.what+": plan", said)
	if said = errorsOf(said); len(refused) > 0 && len(said) == 0 && (s.kind == "resource" || s.kind == "action") {
		t.Errorf("%s: it is refused when it is validated, but not when it is planned", h.what)
	}
	checkPaths(t, h.what+": plan", h.at, said)
	refused = append(refused, said...)
	if len(refused) > 0 && s.kind == "data" {
		return refused // engines validate before each read
	}

	final := h.config
	if !final.IsFullyKnown() { // what was unknown turns out as the example has it
		if len(refused) > 0 {
			t.Errorf("%s: what is not known yet is refused:%s", h.what, texts(refused))
		}
		final = whole
	}
	var planned *tfprotov6.DynamicValue
	if plan != nil {
		planned = plan.PlannedState
	}
	if len(refused) > 0 {
		planned = nil
	} else if s.kind == "resource" && !h.config.IsFullyKnown() {
		// An engine plans again.
		again, _ := s.plan(t, engine, null, final)
		planned = again.PlannedState
	}
	state, said := s.act(t, engine, final, planned)
	checkWords(t, h.what+": act", said)
	said = errorsOf(said)
	if len(refused) > 0 {
		checkPaths(t, h.what+": act", h.at, said)
		if len(said) == 0 {
			t.Errorf("%s: it is refused, and done all the same", h.what)
		}
		if asked := requests() - before; asked > 0 {
			t.Errorf("%s: it is refused, after %d requests", h.what, asked)
		}
		return refused
	}
	if s.kind == "resource" && len(said) == 0 {
		s.checkKept(t, h.what, engine, plan.PlannedState, final, state)
	}
	return said
}

// checkKept asserts that a resource is what was planned, and that nothing is left to
// do.
func (s subject) checkKept(t *testing.T, what string, server Server, planned *tfprotov6.DynamicValue, config, state tftypes.Value) {
	t.Helper()
	promised, err := planned.Unmarshal(s.schema.ValueType())
	if err != nil {
		t.Fatal(err)
	}
	var was, is map[string]tftypes.Value
	if err := promised.As(&was); err != nil {
		t.Fatal(err)
	}
	if err := state.As(&is); err != nil {
		t.Fatal(err)
	}
	for name, value := range was {
		if value.IsFullyKnown() && !value.Equal(is[name]) {
			t.Errorf("%s: %s is planned as %.200s and is %.200s", what, name, value, is[name])
		}
	}
	if !state.IsFullyKnown() {
		t.Errorf("%s: the state is not fully known", what)
	}
	again, said := s.plan(t, server, state, config)
	if said = errorsOf(said); len(said) > 0 || len(again.RequiresReplace) > 0 {
		t.Errorf("%s: a second plan replaces %v%s", what, again.RequiresReplace, texts(said))
	}
}
