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
		medians[i] = median(of)
	}
	return medians, nil
}

// median is the run with the median wall time.
func median(of []sample) sample {
	slices.SortFunc(of, func(x, y sample) int { return cmp.Compare(x.wall, y.wall) })
	return of[len(of)/2]
}

func (b *bench) once(ctx context.Context, t trial) (sample, error) {
	variables := map[string]any{}
	if strings.Contains(t.config, "var.messages") {
		variables["messages"] = pairs(t.messages)
	}
	w, err := b.newStage(ctx, t.config, variables)
	if err != nil {
		return sample{}, err
	}
	defer w.close()
	for _, m := range t.messages {
		w.sim.AddMessage(m)
	}
	return w.run(ctx, t.mode, t.command)
}

// stage is a workspace with a simulator of its own.
type stage struct {
	*bench
	sim       *simulator.Simulator
	workspace engine.Workspace
	close     func()
}

func (b *bench) newStage(ctx context.Context, config string, variables map[string]any) (*stage, error) {
	sim := simulator.New(simulator.Options{Latency: latency, Variant: simulator.Variant{ContactForms: contactForms}})
	server, err := sim.Listen(ctx, simulator.Addresses{})
	if err != nil {
		return nil, err
	}
	w := &stage{bench: b, sim: sim, close: func() { _ = server.Close() }}
	dir, err := os.MkdirTemp(b.dir, "run")
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "main.tf"), []byte(strings.ReplaceAll(config, "BASE_URL", server.URL)), 0o600)
	}
	if err == nil {
		err = writeVariables(filepath.Join(dir, "bench.auto.tfvars.json"), variables)
	}
	w.workspace = engine.Workspace{Engine: b.engine, Dir: dir}
	if err == nil {
		w.workspace.CLIConfig, err = engine.DevOverrides(dir, b.executable)
	}
	if err != nil {
		w.close()
		return nil, err
	}
	return w, nil
}

// run runs a command of the engine. The requests of its sample are those of this run.
func (w *stage) run(ctx context.Context, m mode, command ...string) (sample, error) {
	before, added := len(w.sim.Requests()), len(w.sim.Requests("contact/add"))
	result, usage, err := w.execute(ctx, w.workspace, m, append(command, "-no-color"))
	switch {
	case err != nil:
		return sample{}, err
	case !result.OK():
		return sample{}, fmt.Errorf("the engine failed: %s", result.Output)
	}
	return sample{
		wall: result.Took, engineCPU: result.CPU, providerCPU: usage.CPU, providerPeak: usage.Peak,
		requests: len(w.sim.Requests()) - before, adds: len(w.sim.Requests("contact/add")) - added, connections: w.sim.Connections(),
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

// pair is a message and its recipient, as a configuration has them.
type pair struct {
	MessageID   string `json:"message_id"`
	PhoneNumber string `json:"phone_number"`
}

func pairs(messages []simulator.Message) []pair {
	list := make([]pair, len(messages))
	for i, m := range messages {
		list[i] = pair{m.ID, m.Recipients[0].Number}
	}
	return list
}

// writeVariables writes the values of a configuration's variables.
func writeVariables(path string, variables map[string]any) error {
	encoded, err := json.Marshal(variables)
	if err != nil {
		return err
	}
	return os.WriteFile(path, encoded, 0o600)
}
