// Command cmd runs the simulator of the vendor's API as a program. It prints the
// base URLs of the three products on standard output and serves until it is
// interrupted:
//
//	go run ./internal/simulator/cmd -help
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
	"syscall"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
	default:
		fmt.Fprintln(os.Stderr, "simulator:", err)
		os.Exit(1)
	}
}

// settings are what the flags set. The flags come from the tags of the fields.
type settings struct {
	simulator.Addresses
	simulator.Options
	// Recorded is the preset of forms that other flags change.
	Recorded bool     `flag:"recorded" help:"answer in the forms recorded from the real servers; other flags come on top"`
	Balance  string   `flag:"balance" value:"amount" help:"amount on the account, that of the documented example when empty"`
	Stops    []string `flag:"stop" value:"numbers" help:"numbers on the STOP list, separated by commas"`
}

// parse reads the flags. The preset goes first, wherever its flag stands.
func parse(args []string, stderr io.Writer) (*settings, error) {
	s := &settings{}
	s.APIKey, s.DeliveryDelay = simulator.DefaultAPIKey, 2*time.Second
	flags := flag.NewFlagSet("simulator", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() { usage(flags) }
	declare(flags, s)
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	if flags.NArg() > 0 {
		return nil, fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	if !s.Recorded {
		return s, nil
	}
	s.Variant = simulator.Recorded()
	return s, flags.Parse(args)
}

// run serves until the context ends. Standard output gets the base URLs and
// nothing else, so that a script can read them.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	chosen, err := parse(args, stderr)
	if err != nil {
		return err
	}
	chosen.Log = slog.New(slog.NewTextHandler(stderr, nil))
	s := simulator.New(chosen.Options)
	if chosen.Balance != "" {
		s.SetCredits(simulator.Credits{SMS: 1200, LowCostSMS: 2100, HLR: 9000, Balance: chosen.Balance})
	}
	for _, number := range chosen.Stops {
		s.AddStop(number)
	}
	server, err := s.Listen(ctx, chosen.Addresses)
	if err != nil {
		return err
	}
	// In the form of the provider's variables, so that a shell can read the output.
	if _, err := fmt.Fprintf(stdout, "SMSPARTNER_BASE_URL=%s\nVOICEPARTNER_BASE_URL=%s\nMAILPARTNER_BASE_URL=%s\n",
		server.URL, server.VoiceURL, server.MailURL); err != nil {
		return errors.Join(err, server.Close())
	}
	server.Wait(ctx)
	return server.Close()
}

func usage(flags *flag.FlagSet) {
	out := flags.Output()
	_, _ = fmt.Fprint(out, "Simulates SMS Partner, Voice Partner and Mail Partner on loopback, and prints their base URLs.\n\nFlags:\n")
	flags.PrintDefaults()
	_, _ = fmt.Fprintf(out, "\n%s\n%s\n%s\n%s\nMessage 1111 to 0600000000 is the documented example. Webhooks are called on loopback only.\n",
		simulator.OutcomesHelp(), simulator.HLRHelp(), simulator.VoiceHelp(), simulator.MailHelp())
}
