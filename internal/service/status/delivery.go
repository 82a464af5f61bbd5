package status

import (
	"fmt"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// delivery is what became of one message to one phone, in a list of such.
type delivery struct {
	// name is what diagnostics call it, such as "1111 to +33600000000".
	name string
	// number is the recipient as the vendor writes it.
	number *string
	known  bool
	status string
	// found is false where the vendor knows no such message to such a phone.
	found   bool
	stopSMS *bool
	isSpam  *bool
	date    *time.Time
}

func newDelivery(name string, item sms.StatusItem) delivery {
	d := delivery{name: name, known: true, found: item.Found, stopSMS: item.StopSMS, isSpam: item.IsSpam, date: item.Date}
	if item.Status != nil {
		d.status = *item.Status
	}
	return d
}

func (d delivery) delivered() bool { return d.found && sms.IsDelivered(d.status) }

// final reports whether asking again is of no use. What was not found won't be.
func (d delivery) final() bool { return d.known && (!d.found || sms.IsFinal(d.status)) }

func (d delivery) stopped() bool { return d.stopSMS != nil && *d.stopSMS }

// outcome says what a list of deliveries means for a wait: one that failed fails
// all, and all must be there. An empty list may still fill.
func outcome(w *wait.Model, list []delivery) wait.Outcome {
	result := wait.Success
	if len(list) == 0 {
		result = wait.Pending
	}
	for _, d := range list {
		switch w.Outcome(d.final(), d.delivered()) {
		case wait.Failure:
			return wait.Failure
		case wait.Pending:
			result = wait.Pending
		case wait.Success:
		}
	}
	return result
}

// state is the clause that tells how far a wait for a list has come.
func state(list []delivery) string {
	if len(list) == 0 {
		return "there was no recipient yet"
	}
	return named(list, func(d delivery) bool { return !d.final() }) + " had no final status"
}

// failed is the clause that names what a wait for delivery failed on.
func failed(list []delivery) string {
	return named(list, func(d delivery) bool { return d.final() && !d.delivered() }) + " ended without being delivered"
}

// mostNamed keeps a diagnostic short.
const mostNamed = 5

// named counts the deliveries that match, and names the first of them.
func named(list []delivery, match func(delivery) bool) string {
	var names []string
	n := 0
	for _, d := range list {
		if !match(d) {
			continue
		}
		if n++; n <= mostNamed {
			status := "not found"
			if d.found {
				status = fmt.Sprintf("%q", d.status)
			}
			names = append(names, fmt.Sprintf("%s (%s)", d.name, status))
		}
	}
	if n > mostNamed {
		names = append(names, "and more")
	}
	return fmt.Sprintf("%d of %d, %s,", n, len(list), strings.Join(names, ", "))
}
