// Command demo shows the provider at work, on this machine alone: a simulator
// of the vendor in this process, and a real engine that asserts the delivery
// of messages, calls, mails and sends. All its files are in .demo, and all that it starts ends with it.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/fatih/color"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// deliveryDelay leaves time to see a message waiting.
const deliveryDelay = 4 * time.Second

func main() {
	short := flag.Bool("short", false, "show only an SMS that is delivered and one that is not")
	colours := flag.Bool("colours", !color.NoColor, "print colours, also where the output is no terminal")
	flag.Parse()
	color.NoColor = !*colours
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Stdout, *short)
	interrupted := ctx.Err() != nil
	stop()
	switch {
	case interrupted:
		fmt.Fprintln(os.Stderr, "\nThe demo was interrupted. What it started has ended.")
		os.Exit(1)
	case err != nil:
		fmt.Fprintln(os.Stderr, "\nThe demo failed:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer, short bool) (err error) {
	root, err := engine.Root(ctx)
	if err != nil {
		return err
	}
	dir := filepath.Join(root, ".demo")
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()

	asked := &journal{}
	sim := simulator.New(simulator.Options{DeliveryDelay: deliveryDelay, Log: slog.New(asked)})
	server, err := sim.Listen(ctx, simulator.Addresses{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, server.Close()) }()

	d := &demo{out: out, simulator: sim, journal: asked, baseURL: server.URL, voiceURL: server.VoiceURL, mailURL: server.MailURL}
	if err := d.prepare(ctx, root, dir); err != nil {
		return err
	}
	return d.play(ctx, short)
}
