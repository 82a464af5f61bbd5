package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

type demo struct {
	out       io.Writer
	simulator *simulator.Simulator
	// journal is what the simulator logs.
	journal *journal
	// baseURL is that of SMS Partner.
	baseURL, voiceURL, mailURL string
	engine                     *engine.Engine
	// workspace is where the engine runs an example.
	workspace func(example string) *engine.Workspace
}

// The examples that the demo runs, by their folders.
const (
	assertDelivery = "assert-delivery"
	sendAndAssert  = "send-and-assert"
	spokenAlert    = "spoken-alert"
	smsThenMail    = "sms-then-mail"
	// scheduled is made of snippets of the documentation.
	scheduled = "scheduled"
)

func (d *demo) say(format string, args ...any) {
	_, _ = fmt.Fprintf(d.out, format+"\n", args...)
}

// prepare builds the provider into dir and lays out the example there, with an
// engine that finds both.
func (d *demo) prepare(ctx context.Context, root, dir string) error {
	found, err := engine.Find(ctx, root)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return err
	}
	executable, err := engine.BuildProvider(ctx, root, dir)
	if err != nil {
		return err
	}
	config, err := found.Mirror(dir, executable)
	if err != nil {
		return err
	}
	for example, sources := range map[string][]string{
		assertDelivery: {assertDelivery},
		sendAndAssert:  {sendAndAssert},
		spokenAlert:    {spokenAlert},
		smsThenMail:    {smsThenMail},
		scheduled:      {"provider", filepath.Join("resources", "smspartner_sms")},
	} {
		target := filepath.Join(dir, example)
		for _, source := range sources {
			if err := engine.CopyExample(target, filepath.Join(root, "examples", source)); err != nil {
				return err
			}
		}
	}
	d.engine = found
	d.workspace = func(example string) *engine.Workspace {
		return &engine.Workspace{
			Engine:    found,
			Dir:       filepath.Join(dir, example),
			CLIConfig: config,
			Env: []string{
				"SMSPARTNER_API_KEY=" + simulator.DefaultAPIKey, "SMSPARTNER_BASE_URL=" + d.baseURL,
				"VOICEPARTNER_BASE_URL=" + d.voiceURL, "MAILPARTNER_BASE_URL=" + d.mailURL,
			},
			Output: d.out,
		}
	}
	d.say("Provider:   built from this folder")
	d.say("Engine:     %s %s", found.Name, found.Version)
	d.say("Simulator:  %s, in place of https://api.smspartner.fr/v1", d.baseURL)
	d.say("            %s, in place of https://api.voicepartner.fr/v1", d.voiceURL)
	d.say("            %s, in place of https://api.mailpartner.fr/v1", d.mailURL)
	d.say("Examples:   from examples/, copied to .demo")
	return nil
}
