package engine

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// Attached is a provider in a process of its own, to which engines attach, as with a
// debugger. Its use of the machine can thus be measured apart from the engine's.
type Attached struct {
	// Env is the environment variable by which an engine finds it.
	Env string

	cmd *exec.Cmd
}

// Usage is what a process used in all.
type Usage struct {
	CPU time.Duration
	// Peak is the most memory, in bytes; 0 where the system does not tell.
	Peak int64
}

const reattachVariable = "TF_REATTACH_PROVIDERS="

// Attach starts the provider for this engine.
func (e *Engine) Attach(ctx context.Context, executable string) (*Attached, error) {
	cmd := exec.CommandContext(ctx, executable, "-debug")
	cmd.Env = environment(os.Environ())
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start the provider: %w", err)
	}
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		value, ok := strings.CutPrefix(strings.TrimSpace(lines.Text()), reattachVariable)
		if !ok {
			continue
		}
		value = strings.ReplaceAll(strings.Trim(value, "'"), "registry.terraform.io/", e.Registry()+"/")
		return &Attached{Env: reattachVariable + value, cmd: cmd}, nil
	}
	return nil, errors.Join(errors.New("the provider did not say how to attach"), cmd.Process.Kill(), cmd.Wait())
}

// Stop ends the provider.
func (a *Attached) Stop() (Usage, error) {
	if err := a.cmd.Process.Signal(os.Interrupt); err != nil {
		return Usage{}, fmt.Errorf("stop the provider: %w", err)
	}
	if err := a.cmd.Wait(); err != nil {
		return Usage{}, fmt.Errorf("stop the provider: %w", err)
	}
	return usage(a.cmd.ProcessState), nil
}

func usage(p *os.ProcessState) Usage {
	return Usage{CPU: p.UserTime() + p.SystemTime(), Peak: peak(p)}
}
