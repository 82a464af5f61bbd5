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
	connections  int
}

// measure runs the engine on a configuration, each time against a new simulator
// and a new provider process, and returns the run with the median wall time.
func (b *bench) measure(ctx context.Context, runs int, m mode, config string, messages []simulator.Message, args ...string) (sample, error) {
	samples := make([]sample, 0, runs)
	for range runs {
		s, err := b.once(ctx, m, config, messages, args...)
		if err != nil {
			return sample{}, err
		}
		samples = append(samples, s)
	}
	slices.SortFunc(samples, func(x, y sample) int { return cmp.Compare(x.wall, y.wall) })
	return samples[len(samples)/2], nil
}

func (b *bench) once(ctx context.Context, m mode, config string, messages []simulator.Message, args ...string) (sample, error) {
	sim := simulator.New(simulator.Options{Latency: latency})
	for _, m := range messages {
		sim.AddMessage(m)
	}
	server, err := sim.Listen(ctx, "127.0.0.1:0")
	if err != nil {
		return sample{}, err
	}
	defer func() { _ = server.Close() }()

	dir, err := os.MkdirTemp(b.dir, "run")
	if err != nil {
		return sample{}, err
	}
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(strings.ReplaceAll(config, "BASE_URL", server.URL)), 0o600); err != nil {
		return sample{}, err
	}
	if strings.Contains(config, "var.messages") {
		if err := writeVariables(filepath.Join(dir, "messages.auto.tfvars.json"), messages); err != nil {
			return sample{}, err
		}
	}
	cli, err := engine.DevOverrides(dir, b.executable)
	if err != nil {
		return sample{}, err
	}
	w := engine.Workspace{Engine: b.engine, Dir: dir, CLIConfig: cli}
	result, usage, err := b.execute(ctx, w, m, args)
	switch {
	case err != nil:
		return sample{}, err
	case !result.OK():
		return sample{}, fmt.Errorf("the engine failed: %s", result.Output)
	}
	return sample{
		wall: result.Took, engineCPU: result.CPU, providerCPU: usage.CPU, providerPeak: usage.Peak,
		requests: len(sim.Requests()), connections: sim.Connections(),
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
