package sms

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// hlrResult is what a network says of the numbers that end in two digits.
type hlrResult struct {
	ending      string
	id, group   int
	name, words string
	// silent numbers get no notification.
	silent bool
}

// The documented example is that of a number in use.
var inUse = hlrResult{name: "NO_ERROR", words: "No Error"}

// hlrResults are the endings with a meaning; every other number is in use. The descriptions
// are ours, but for the documented one.
func hlrResults() []hlrResult {
	return []hlrResult{
		{ending: "90", id: 27, group: 1, name: "EC_ABSENT_SUBSCRIBER", words: "Absent Subscriber"},
		{ending: "91", id: 1, group: 1, name: "EC_UNKNOWN_SUBSCRIBER", words: "Unknown Subscriber"},
		{ending: "92", id: 13, group: 1, name: "EC_CALL_BARRED", words: "Call Barred"},
		{ending: "93", silent: true},
		{ending: "94", id: 2048, group: 3, name: "EC_TIME_OUT", words: "Time Out"},
		{ending: "95", id: 2049, group: 2, name: "EC_IMSI_BLACKLISTED", words: "IMSI Blacklisted"},
	}
}

func hlrResultOf(number string) hlrResult {
	results := hlrResults()
	i := slices.IndexFunc(results, func(r hlrResult) bool { return strings.HasSuffix(number, r.ending) })
	if i < 0 {
		return inUse
	}
	return results[i]
}

// HLRHelp describes, for the program's help, what the last two digits of a number choose in
// a verification.
func HLRHelp() string {
	var b strings.Builder
	b.WriteString("They choose the result of a verification (HLR) too:\n")
	for _, r := range hlrResults() {
		meaning := r.name
		if r.silent {
			meaning = "no notification"
		}
		fmt.Fprintf(&b, "  ...%s  %s\n", r.ending, meaning)
	}
	fmt.Fprintf(&b, "  other  %s\n", inUse.name)
	return b.String()
}

// notify plans the notifications of a verification, one a number. Neither how long the
// vendor takes nor whether it repeats them is documented.
func (a *Account) notify(c Campaign) {
	if c.NotifyURL == "" {
		return
	}
	form := a.options.Variant.HLRFormNotification
	due := a.Now().Add(a.options.DeliveryDelay)
	for _, number := range c.Numbers {
		result := hlrResultOf(number)
		if result.silent {
			continue
		}
		write := a.WebhookBody
		if form {
			write = a.WebhookForm
		}
		a.verified.notified++
		body := a.notification(number, result, due, a.verified.notified)
		a.Plan(wire.Webhook{Due: due, URL: c.NotifyURL, Body: write(body), Form: form})
	}
}

// notification names neither the campaign nor the tag. The documented errorName ends with a
// blank.
func (a *Account) notification(number string, r hlrResult, at time.Time, serial int) wire.Object {
	id := r.id
	if a.options.Variant.HLRErrorGroups {
		id = r.group
	}
	return wire.Object{
		wire.Text("phone", number),
		wire.Text("messageId", fmt.Sprintf("00000000-0000-0000-0000-%012d", serial)),
		wire.Text("mccMnc", "20815"),
		wire.Integer("ported", 0),
		wire.Integer("errorGrpId", id),
		wire.Text("errorName", r.name+" "),
		wire.Text("errorDesc", r.words),
		wire.Text("date", at.UTC().Format("2006-01-02T15:04:05.000-0700")),
	}
}
