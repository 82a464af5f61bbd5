package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// mode says who starts the provider.
type mode int

const (
	startedByEngine mode = iota
	// attached starts the provider apart from the engine, so that the processor
	// time of both is known.
	attached
	// attachedIdle does so with the idle provider.
	attachedIdle
)

// sample is one run of an engine command.
type sample struct {
	wall        time.Duration
	engineCPU   time.Duration
	providerCPU time.Duration
	// providerPeak is in bytes, 0 where the system does not tell.
	providerPeak int64
	requests     int
	// adds are the requests that add contacts.
	adds        int
	connections int
}

// trial is what is measured: a command of the engine on a configuration, with these
// messages in the account.
type trial struct {
	command  string
	mode     mode
	config   string
	messages []simulator.Message
	// contacts is how many var.contacts has.
	contacts int
	// applied says that the configuration is applied before the command.
	applied bool
}

// measure repeats each trial, each time with a new simulator and a new provider process,
// and returns the runs with the median wall times. The trials take turns, so that a machine
// that slows down slows them alike.
func (b *bench) measure(ctx context.Context, times int, trials ...trial) ([]sample, error) {
	samples := make([][]sample, len(trials))
	for range times {
		for i, one := range trials {
			s, err := b.once(ctx, one)
			if err != nil {
				return nil, err
			}
			samples[i] = append(samples[i], s)
		}
	}
	medians := make([]sample, len(trials))
	for i, of := range samples {
		slices.SortFunc(of, func(x, y sample) int { return cmp.Compare(x.wall, y.wall) })
		medians[i] = of[len(of)/2]
	}
	return medians, nil
}

func (b *bench) once(ctx context.Context, t trial) (sample, error) {
	sim := simulator.New(simulator.Options{Latency: latency, Variant: simulator.Variant{ContactForms: contactForms}})
	for _, m := range t.messages {
		sim.AddMessage(m)
	}
	server, err := sim.Listen(ctx, simulator.Addresses{})
	if err != nil {
		return sample{}, err
	}
	defer func() { _ = server.Close() }()

	dir, err := os.MkdirTemp(b.dir, "run")
	if err != nil {
		return sample{}, err
	}
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(strings.ReplaceAll(t.config, "BASE_URL", server.URL)), 0o600); err != nil {
		return sample{}, err
	}
	if strings.Contains(t.config, "var.messages") {
		if err := writeVariables(filepath.Join(dir, "messages.auto.tfvars.json"), t.messages); err != nil {
			return sample{}, err
		}
	}
	cli, err := engine.DevOverrides(dir, b.executable)
	if err != nil {
		return sample{}, err
	}
	w := engine.Workspace{Engine: b.engine, Dir: dir, CLIConfig: cli}
	if t.contacts > 0 {
		if err := writeContacts(filepath.Join(dir, "contacts.auto.tfvars.json"), t.contacts); err != nil {
			return sample{}, err
		}
	}
	if t.applied {
		if result, _, err := b.execute(ctx, w, attached, []string{"apply", "-auto-approve", "-no-color"}); err != nil || !result.OK() {
			return sample{}, errors.Join(err, fmt.Errorf("the engine failed to apply: %s", result.Output))
		}
	}
	before, added := len(sim.Requests()), len(sim.Requests("contact/add"))
	args := []string{t.command, "-no-color"}
	if t.command == "apply" {
		args = append(args, "-auto-approve")
	}
	result, usage, err := b.execute(ctx, w, t.mode, args)
	switch {
	case err != nil:
		return sample{}, err
	case !result.OK():
		return sample{}, fmt.Errorf("the engine failed: %s", result.Output)
	}
	return sample{
		wall: result.Took, engineCPU: result.CPU, providerCPU: usage.CPU, providerPeak: usage.Peak,
		requests: len(sim.Requests()) - before, adds: len(sim.Requests("contact/add")) - added, connections: sim.Connections(),
	}, nil
}

func (b *bench) execute(ctx context.Context, w engine.Workspace, m mode, args []string) (engine.Result, engine.Usage, error) {
	if m == startedByEngine {
		result, err := w.Run(ctx, args...)
		return result, engine.Usage{}, err
	}
	executable := b.executable
	if m == attachedIdle {
		var err error
		if executable, err = os.Executable(); err != nil {
			return engine.Result{}, engine.Usage{}, err
		}
	}
	provider, err := b.engine.Attach(ctx, executable)
	if err != nil {
		return engine.Result{}, engine.Usage{}, err
	}
	w.Env = append(w.Env, provider.Env)
	result, err := w.Run(ctx, args...)
	usage, stopErr := provider.Stop()
	return result, usage, errors.Join(err, stopErr)
}

// writeVariables writes the messages for a configuration that has a variable for
// them.
func writeVariables(path string, messages []simulator.Message) error {
	type pair struct {
		MessageID   string `json:"message_id"`
		PhoneNumber string `json:"phone_number"`
	}
	pairs := make([]pair, len(messages))
	for i, m := range messages {
		pairs[i] = pair{m.ID, m.Recipients[0].Number}
	}
	encoded, err := json.Marshal(map[string]any{"messages": pairs})
	if err != nil {
		return err
	}
	return os.WriteFile(path, encoded, 0o600)
}
