package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"net/mail"
	"regexp"
	"time"
)

// settings are what the flags set. Keys are no flags: they would stand in the shell's
// history and in the list of processes.
type settings struct {
	ownNumber, landline, phone, messageID, group, ownMail string
	realSMS, hlr, yes                                     bool
	report, fixtures                                      string
	pace                                                  time.Duration
}

func parse(args []string, stderr io.Writer) (settings, error) {
	var s settings
	flags := flag.NewFlagSet("probe", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&s.ownNumber, "own-number", "", "mobile `number` that you own, such as +33600000000: for contacts, the STOP list and sandbox sends")
	flags.StringVar(&s.landline, "landline", "", "`number` that you own and that is no mobile: for what the servers answer to one; sandbox only")
	flags.StringVar(&s.messageID, "message-id", "", "`id` of a message that you have sent: its status is read")
	flags.StringVar(&s.phone, "phone", "", "`number` that got the message of -message-id, that of -own-number when empty")
	flags.StringVar(&s.group, "group", "", "`id` of a contact group of yours: its list is read, to learn how many contacts a page has")
	flags.StringVar(&s.ownMail, "own-mail", "", "mail `address` that you own: for sandbox mails")
	flags.BoolVar(&s.realSMS, "real-sms", false, "COSTS MONEY: send one real SMS to -own-number")
	flags.BoolVar(&s.hlr, "hlr", false, "COSTS MONEY: verify -own-number once (HLR)")
	flags.BoolVar(&s.yes, "yes", false, "do not ask before the first request")
	flags.StringVar(&s.report, "report", "", "`file` for the report, instead of standard output")
	flags.StringVar(&s.fixtures, "fixtures", "", "`folder` into which the answers go, one file each, without keys and personal data")
	flags.DurationVar(&s.pace, "pace", time.Second, "`time` between two requests")
	flags.Usage = func() {
		_, _ = fmt.Fprint(stderr, usage)
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return s, err
	}
	if flags.NArg() > 0 {
		return s, fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	if s.phone == "" {
		s.phone = s.ownNumber
	}
	return s, s.check()
}

const usage = `Asks the vendor's servers what the documentation leaves open, and reports it.

The keys come from SMSPARTNER_API_KEY, VOICEPARTNER_API_KEY and MAILPARTNER_API_KEY. A product
without its own key is not asked. SMSPARTNER_BASE_URL, VOICEPARTNER_BASE_URL and
MAILPARTNER_BASE_URL name other servers, such as the simulator's.

Flags:
`

var international = regexp.MustCompile(`^\+[1-9][0-9]{7,14}$`)

func (s settings) check() error {
	for name, number := range map[string]string{"own-number": s.ownNumber, "landline": s.landline, "phone": s.phone} {
		if number != "" && !international.MatchString(number) {
			return fmt.Errorf("-%s: %q is not in international form, such as +33600000000", name, number)
		}
	}
	if s.ownMail != "" {
		if address, err := mail.ParseAddress(s.ownMail); err != nil || address.Address != s.ownMail {
			return errors.New("-own-mail: not a mail address")
		}
	}
	switch {
	case (s.realSMS || s.hlr) && s.ownNumber == "":
		return errors.New("-real-sms and -hlr need -own-number")
	case s.messageID != "" && s.phone == "":
		return errors.New("-message-id needs -phone or -own-number")
	case s.pace <= 0:
		return errors.New("-pace must be more than 0")
	}
	return nil
}
