package provider

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6/tf6server"
)

// Address is the provider's place on the Registry.
const Address = "registry.terraform.io/smspartner/smspartner"

// Serve answers an engine until the engine ends the provider. With debug it waits for
// engines instead, and prints how they attach.
//
// Ctrl-C in a terminal, or the end of a job in a pipeline, reaches the provider as well as
// the engine. The engine does not pass the interrupt on while `apply` plans, so Serve
// itself stops the calls under way, and a wait ends in every phase.
func Serve(ctx context.Context, version string, debug bool) error {
	server := NewServer(version)
	var opts []tf6server.ServeOpt
	if debug {
		opts = append(opts, tf6server.WithManagedDebug())
	}

	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(interrupts)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go stopOn(ctx, interrupts, server)

	return tf6server.Serve(Address, func() tfprotov6.ProviderServer { return server }, opts...)
}

// grace is how long the engine has to end the provider after both were told to terminate.
const grace = 10 * time.Second

// stopOn cancels the calls under way each time a signal comes. Later calls, such as those
// of another run under a debugger, go on. A provider that was told to terminate does so,
// even if its engine is gone.
func stopOn(ctx context.Context, interrupts <-chan os.Signal, server tfprotov6.ProviderServer) {
	for {
		select {
		case received := <-interrupts:
			_, _ = server.StopProvider(ctx, &tfprotov6.StopProviderRequest{}) // it has no way to fail
			if received == syscall.SIGTERM {
				time.AfterFunc(grace, func() { os.Exit(1) })
			}
		case <-ctx.Done():
			return
		}
	}
}
