package engine

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"time"
)

// Workspace is a folder with a configuration, and how the engine runs in it.
type Workspace struct {
	Engine *Engine
	Dir    string
	// CLIConfig is the file that says where the provider comes from.
	CLIConfig string
	// Env is added to the environment of each run, as "NAME=value".
	Env []string
	// Output, if set, gets what each run prints, as it comes.
	Output io.Writer
}

// Result is a run that ended by itself.
type Result struct {
	// Output is everything printed, on both channels.
	Output string
	// ExitCode is 0 for success.
	ExitCode int
	Took     time.Duration
	// CPU is the processor time of the engine, and of the providers that it
	// started itself.
	CPU time.Duration
}

// OK reports whether the run succeeded.
func (r Result) OK() bool { return r.ExitCode == 0 }

// Run runs the engine with args. The error is that of a run that could not
// start or was cut off, not that of a run that failed. When ctx ends the engine
// is interrupted, as by Ctrl-C, so that it stops its providers.
func (w *Workspace) Run(ctx context.Context, args ...string) (Result, error) {
	var printed bytes.Buffer
	cmd := w.Command(ctx, args...)
	cmd.Stdout, cmd.Stderr = &printed, &printed
	if w.Output != nil {
		both := io.MultiWriter(&printed, w.Output)
		cmd.Stdout, cmd.Stderr = both, both
	}
	began := time.Now()
	err := cmd.Run()
	result := Result{Output: printed.String(), ExitCode: cmd.ProcessState.ExitCode(), Took: time.Since(began)}
	if cmd.ProcessState != nil {
		result.CPU = usage(cmd.ProcessState).CPU
	}
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && exit.Exited() && ctx.Err() == nil {
		err = nil
	}
	return result, err
}

// Command prepares a run without starting it.
func (w *Workspace) Command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, w.Engine.Path, args...) //nolint:gosec // the engine that the developer chose
	cmd.Dir = w.Dir
	cmd.Env = append(environment(os.Environ()), "TF_CLI_CONFIG_FILE="+w.CLIConfig)
	cmd.Env = append(cmd.Env, w.Env...)
	lead(cmd)
	cmd.Cancel = func() error { return Interrupt(cmd) }
	cmd.WaitDelay = 10 * time.Second
	return cmd
}
