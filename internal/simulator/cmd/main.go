// Command cmd runs the simulator of the vendor's API as a program. It prints
// its base URL on standard output and serves until it is interrupted:
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
	"strconv"
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

// run serves until the context ends. Standard output gets the base URL and
// nothing else, so that a script can read it.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	options := simulator.Options{Log: slog.New(slog.NewTextHandler(stderr, nil))}
	flags := flag.NewFlagSet("simulator", flag.ContinueOnError)
	flags.SetOutput(stderr)
	address := flags.String("addr", "127.0.0.1:0", "loopback `address` to listen on")
	recorded := flags.Bool("recorded", false, "answer in the forms recorded from the real servers; other flags come on top")
	declare(flags, &options)
	var holds account
	declareAccount(flags, &options, &holds)
	flags.Usage = func() { usage(flags) }
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	if *recorded {
		options.Variant = simulator.Recorded()
		if err := flags.Parse(args); err != nil { // Again, on top of the preset.
			return err
		}
	}
	s := simulator.New(options)
	holds.open(s)
	server, err := s.Listen(ctx, *address)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(stdout, server.URL); err != nil {
		return errors.Join(err, server.Close())
	}
	select {
	case <-ctx.Done():
	case <-server.Done():
	}
	return server.Close()
}

func declare(flags *flag.FlagSet, o *simulator.Options) {
	flags.StringVar(&o.APIKey, "api-key", simulator.DefaultAPIKey, "`key` that is accepted")
	flags.DurationVar(&o.DeliveryDelay, "delivery-delay", 2*time.Second, "how long a sent message stays Waiting")
	flags.DurationVar(&o.ListingDelay, "listing-delay", 0, "how long after a send the status calls do not know the message (code 4)")
	flags.DurationVar(&o.Latency, "latency", 0, "`time` added to every answer")
	flags.BoolVar(&o.NoRateLimits, "no-rate-limits", false, "lift the documented rate limits")
	declareVariant(flags, &o.Variant)
	declareSendVariant(flags, &o.Variant)
}

func declareVariant(flags *flag.FlagSet, v *simulator.Variant) {
	flags.BoolFunc("client-error-status", "answer errors with 400, 403 or 404 instead of 200", func(text string) error {
		on, err := strconv.ParseBool(text)
		v.ErrorStatus = nil
		if on {
			v.ErrorStatus = simulator.ClientErrorStatus
		}
		return err
	})
	flags.BoolVar(&v.UnixDates, "unix-dates", false, "write the date of message-status as Unix seconds")
	flags.BoolVar(&v.InternationalNumbers, "international-numbers", false, "write the number of message-status as +33...")
	flags.BoolVar(&v.StatusOfMobilesOnly, "status-of-mobiles-only", false, "answer code 9 to a message-status of a number that is no mobile")
	flags.BoolVar(&v.NumbersAsStrings, "numbers-as-strings", false, "write numbers as strings")
	flags.BoolVar(&v.FlagsAsStrings, "flags-as-strings", false, `write flags as "0" or "1"`)
	flags.BoolVar(&v.EscapeUnicode, "escape-unicode", false, `write \u00e9 escapes in JSON`)
	flags.Func("errors-key", "`name` of a validation list: error (default) or errors", func(name string) error {
		if name != "error" && name != "errors" {
			return errors.New("neither error nor errors")
		}
		v.ErrorsKey = name
		return nil
	})
	flags.BoolVar(&v.ErrorsAsText, "errors-as-text", false, "write a validation list as one text")
	flags.BoolVar(&v.FormBodies, "form-bodies", false, "read form-encoded bodies")
	flags.BoolVar(&v.English, "english", false, "write messages in English")
	flags.BoolVar(&v.NoItemCode, "no-item-code", false, "leave the code out of failed items of multi-status and bulk-send")
	flags.IntVar(&v.TagPageSize, "tag-page-size", 0, "`items` on a page of bulk-status-by-tag, 0 for all")
	flags.BoolVar(&v.TagPageIgnored, "tag-page-ignored", false, "answer the first page of bulk-status-by-tag whatever page is asked for")
	flags.BoolVar(&v.UnpaddedMonth, "unpadded-month", false, `write m in the statistics as "9" instead of "09"`)
	flags.BoolVar(&v.DailyStatistics, "daily-statistics", false, "tell by days what was sent last month, or in a custom interval")
	flags.BoolVar(&v.LowCostCredits, "low-cost-credits", false, "write creditSmsLowCost instead of creditSmsECO")
	flags.BoolVar(&v.BalanceOnly, "balance-only", false, "leave solde out of the credits")
	flags.BoolVar(&v.UsernameOnly, "username-only", false, "leave the names out of the user")
	flags.BoolVar(&v.GeneralCommaCode, "general-comma-code", false, "answer code 19 instead of 3 to numbers of lookup without commas")
	flags.BoolVar(&v.LookupVerbatim, "lookup-verbatim", false, "leave the plus sign in the request of a valid number of lookup")
	flags.BoolVar(&v.Degraded, "degraded", false, "answer every call with a success without data")
}

func usage(flags *flag.FlagSet) {
	out := flags.Output()
	_, _ = fmt.Fprint(out, "Simulates the SMS Partner API on loopback and prints its base URL.\n\nFlags:\n")
	flags.PrintDefaults()
	_, _ = fmt.Fprintf(out, "\n%s\nMessage 1111 to 0600000000 is the documented example. Webhooks are called on loopback only.\n", simulator.OutcomesHelp())
}
