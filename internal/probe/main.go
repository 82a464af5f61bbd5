// Command probe asks the vendor's real servers what the documentation leaves open, and
// writes a report that shows where they differ from the documentation, from the simulator
// and from what the provider relies on:
//
//	SMSPARTNER_API_KEY=... go run ./internal/probe -own-number +33600000000
//
// Without a flag that names it, nothing costs money and nothing reaches a phone, if the
// servers honour the sandbox as documented. What the probe makes, it undoes.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// The exit codes.
const (
	exitDone = iota
	// exitFailed is a mistake in the flags, a report that could not be written, or no consent.
	exitFailed
	// exitLeftovers is something on the account that could not be undone.
	exitLeftovers
	// exitInterrupted is a run that ended early, with all undone.
	exitInterrupted
)

func main() {
	// Where nobody reads the report or the progress any more, the undoing goes on.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	// After the first signal, the next one ends the program at once.
	context.AfterFunc(ctx, stop)
	code := run(ctx, os.Args[1:], console{
		variable: os.Getenv, stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		isTerminal: isTerminal(os.Stdin), clock: realClock{},
	})
	os.Exit(code)
}

// console is what the probe has of its surroundings.
type console struct {
	variable   func(name string) string
	stdin      io.Reader
	stdout     io.Writer
	stderr     io.Writer
	isTerminal bool
	clock      clock
}

func isTerminal(file *os.File) bool {
	about, err := file.Stat()
	return err == nil && about.Mode()&os.ModeCharDevice != 0
}

func (c console) say(format string, args ...any) {
	_, _ = fmt.Fprintf(c.stderr, format+"\n", args...)
}

func run(ctx context.Context, args []string, c console) int {
	chosen, err := parse(args, c.stderr)
	if errors.Is(err, flag.ErrHelp) {
		return exitDone
	}
	if err != nil {
		c.say("probe: %v", err)
		return exitFailed
	}
	p, err := newProbe(chosen, c)
	if err != nil {
		c.say("probe: %v", err)
		return exitFailed
	}
	defer p.close()
	p.announce()
	if err := p.consent(ctx); err != nil {
		c.say("probe: %v", err)
		return exitFailed
	}
	p.askAll(ctx)
	interrupted := ctx.Err() != nil
	if interrupted {
		c.say("Interrupted. The probe now undoes what it made; another Ctrl-C ends it at once.")
	}
	p.undoAll(ctx)
	code := p.exitCode(interrupted)
	if err := p.writeAll(); err != nil {
		c.say("probe: %v", err)
		return max(code, exitFailed)
	}
	return code
}

func (p *probe) exitCode(interrupted bool) int {
	switch {
	case len(p.journal.left()) > 0:
		p.console.say("Not everything could be undone: see the end of the report.")
		for _, e := range p.journal.left() {
			p.console.say("- %s. By hand: %s", p.veil.words(e.what), p.veil.words(e.byHand))
		}
		return exitLeftovers
	case interrupted:
		return exitInterrupted
	default:
		return exitDone
	}
}

// clock lets a test run without waiting.
type clock interface {
	now() time.Time
	// sleep returns early, with the context's error, when the context ends.
	sleep(ctx context.Context, d time.Duration) error
}

type realClock struct{}

func (realClock) now() time.Time { return time.Now() }

func (realClock) sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
