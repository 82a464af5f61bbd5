// Command bench measures a real engine with the provider against the simulator
// and prints ratios within one run: absolute times depend on the machine.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
)

const (
	// latency is what the simulator adds to each answer.
	latency = 50 * time.Millisecond
	// repeats is how often each measurement is taken; the median counts.
	repeats = 5
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// As [engine.Attach] starts it.
	idle := flag.Bool("debug", false, "serve the idle provider that the benchmark compares with")
	flag.Parse()
	work := func() error { return run(ctx, os.Stdout) }
	if *idle {
		work = func() error { return serveIdle(ctx) }
	}
	err := work()
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer) (err error) {
	root, err := engine.Root(ctx)
	if err != nil {
		return err
	}
	dir := filepath.Join(root, ".bench")
	if err := errors.Join(os.RemoveAll(dir), os.MkdirAll(dir, 0o750)); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()

	found, err := engine.Find(ctx, root)
	if err != nil {
		return err
	}
	executable, err := engine.BuildProvider(ctx, root, dir)
	if err != nil {
		return err
	}
	b := &bench{engine: found, dir: dir, executable: executable, out: out}
	b.say("%s %s, simulator with %s latency, median of %d runs", found.Name, found.Version, latency, repeats)
	return errors.Join(b.startUp(ctx), b.reads(ctx), b.many(ctx), b.contacts(ctx))
}

type bench struct {
	engine     *engine.Engine
	dir        string
	executable string
	out        io.Writer
}

func (b *bench) say(format string, args ...any) {
	_, _ = fmt.Fprintf(b.out, format+"\n", args...)
}
