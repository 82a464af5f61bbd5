package main

import (
	"flag"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// account is what the simulator holds when it starts.
type account struct {
	balance string
	stops   []string
}

func (a account) open(s *simulator.Simulator) {
	if a.balance != "" {
		s.SetCredits(simulator.Credits{SMS: 1200, LowCostSMS: 2100, HLR: 9000, Balance: a.balance})
	}
	for _, number := range a.stops {
		s.AddStop(number)
	}
}

func declareAccount(flags *flag.FlagSet, o *simulator.Options, a *account) {
	flags.StringVar(&a.balance, "balance", "", "`amount` on the account, that of the documented example when empty")
	flags.Func("stop", "`numbers` on the STOP list, separated by commas", func(list string) error {
		a.stops = strings.Split(list, ",")
		return nil
	})
	flags.Func("senders", "`names` and long numbers that may send, separated by commas, instead of all", func(list string) error {
		o.Senders = strings.Split(list, ",")
		return nil
	})
	flags.BoolVar(&o.Marketing, "marketing", false, "make the account a marketing one, with STOP text and quiet hours")
	flags.BoolVar(&o.NoLowCost, "no-low-cost", false, "refuse the low-cost range")
}

func declareSendVariant(flags *flag.FlagSet, v *simulator.Variant) {
	flags.BoolVar(&v.SingleCodes, "single-codes", false, "answer mistakes in a send with codes 43 to 49 instead of 9 with a list")
	flags.BoolVar(&v.NotMobileDetails, "not-mobile-details", false, "answer a number that is no mobile with code 55 and a list of its own")
	flags.BoolVar(&v.NotMobileOldText, "not-mobile-old-text", false, "give the answer of -not-mobile-details the older text")
	flags.BoolVar(&v.DetailNumbers, "detail-numbers", false, "name the number in a list that tells number by number what is wrong")
	flags.BoolVar(&v.NoCreditsObject, "no-credits-object", false, "put the message of code 11 into an object, with the credits beside it")
	flags.BoolVar(&v.StrictClock, "strict-clock", false, "refuse minute 0 and hour 24")
	flags.StringVar(&v.ScheduledStatus, "scheduled-status", "", "`word` for a message that has not left, \""+simulator.NotFound+"\" for code 4 (default \"Waiting\")")
	flags.StringVar(&v.CancelledStatus, "cancelled-status", "", "`word` for a cancelled message, \""+simulator.NotFound+"\" for code 4 (default \"Waiting\")")
	flags.BoolVar(&v.SandboxWithoutID, "sandbox-without-id", false, "leave the id out of a sandbox answer")
	flags.BoolVar(&v.SandboxFree, "sandbox-free", false, "write cost 0 in a sandbox answer")
	flags.BoolVar(&v.SandboxForgotten, "sandbox-forgotten", false, "answer code 4 about a sandbox message")
	flags.BoolVar(&v.ItemCodeAsString, "item-code-as-string", false, "write the code of a failed item of bulk-send as a string")
	flags.BoolVar(&v.NoItemMessage, "no-item-message", false, "leave the message out of a failed item of bulk-send")
	flags.BoolVar(&v.QuietHoursHeld, "quiet-hours-held", false, "hold marketing messages in quiet hours instead of refusing them")
	flags.BoolVar(&v.QuietFrom22, "quiet-from-22", false, "begin the quiet hours at 22:00 instead of 20:00")
	flags.BoolVar(&v.ReplyIDAsString, "reply-id-as-string", false, "write the message_id of a reply's webhook as a string")
	flags.BoolVar(&v.DegradedCarriedOut, "degraded-carried-out", false, "carry calls out behind the answers of -degraded")
}
