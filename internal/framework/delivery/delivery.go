// Package delivery is what became of messages, in lists of them: how a list is
// waited for, and named in diagnostics.
package delivery

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// Delivery is what became of one message to one phone, in a list of such.
type Delivery struct {
	// Name is what diagnostics call it, such as "1111 to +33600000000".
	Name string
	// Number is the recipient as the vendor writes it.
	Number *string
	// Known is false until the vendor was asked.
	Known  bool
	Status string
	// Found is false where the vendor knows no such message to such a phone.
	Found   bool
	StopSMS *bool
	IsSpam  *bool
	Date    *time.Time
}

// New makes a Delivery of an item of the vendor's, with a name for diagnostics.
func New(name string, item sms.StatusItem) Delivery {
	d := Delivery{Name: name, Known: true, Found: item.Found, StopSMS: item.StopSMS, IsSpam: item.IsSpam, Date: item.Date}
	if item.Status != nil {
		d.Status = *item.Status
	}
	return d
}

// Recipients makes the deliveries of a list in which each item has a phone of
// its own, and names them by it.
func Recipients(items []sms.StatusItem) []Delivery {
	list := make([]Delivery, len(items))
	for i, item := range items {
		name := "a recipient without a number"
		if item.PhoneNumber != nil {
			name = *item.PhoneNumber
		}
		list[i] = New(name, item)
		list[i].Number = item.PhoneNumber
	}
	return list
}

// Complete adds the numbers, in E.164 form, that a list of recipients lacks: the
// vendor may not have listed them yet, and who waits for all waits for them too.
func Complete(list []Delivery, numbers []string) []Delivery {
	missing := len(numbers) - len(list)
	for _, number := range numbers {
		if missing <= 0 {
			break
		}
		if slices.ContainsFunc(list, func(d Delivery) bool { return d.isTo(number) }) {
			continue
		}
		list = append(list, Delivery{Name: number, Number: &number})
		missing--
	}
	return list
}

func (d Delivery) isTo(number string) bool {
	return d.Number != nil && phone.Same(*d.Number, number)
}

// Delivered reports whether the message reached the phone.
func (d Delivery) Delivered() bool { return d.Found && sms.IsDelivered(d.Status) }

// Final reports whether asking again is of no use. What was not found won't be.
func (d Delivery) Final() bool { return d.Known && (!d.Found || sms.IsFinal(d.Status)) }

// Stopped reports whether the recipient answered STOP.
func (d Delivery) Stopped() bool { return d.StopSMS != nil && *d.StopSMS }

// word is the status, in the vendor's words where it gave any.
func (d Delivery) word() string {
	switch {
	case !d.Known:
		return "not listed yet"
	case !d.Found:
		return "not found"
	case d.Status == "":
		return "without a status"
	default:
		return d.Status
	}
}

// outcome says what a list of deliveries means for a wait: one that failed fails
// all, and all must be there. An empty list may still fill.
func outcome(w *wait.Model, list []Delivery) wait.Outcome {
	result := wait.Success
	if len(list) == 0 {
		result = wait.Pending
	}
	for _, d := range list {
		switch w.Outcome(d.Final(), d.Delivered()) {
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
func state(list []Delivery) string {
	if len(list) == 0 {
		return "there was no recipient yet"
	}
	return named(list, "had no final status", func(d Delivery) bool { return !d.Final() })
}

// failed is the clause that names what a wait for delivery failed on.
func failed(list []Delivery) string {
	return named(list, "ended without being delivered", Delivery.undelivered)
}

// undelivered reports whether d ended without reaching the phone.
func (d Delivery) undelivered() bool { return d.Final() && !d.Delivered() }

// rightID is what to check where a message was not found.
const rightID = "that the message id is the one that sending returned, that the number is among its recipients, " +
	"and that the API key belongs to the account that sent it."

// do tells what to do about failed. What was not found may have arrived all the
// same: to send it again would be the wrong advice.
func do(list []Delivery) string {
	unknown := slices.ContainsFunc(list, func(d Delivery) bool { return d.undelivered() && !d.Found })
	known := slices.ContainsFunc(list, func(d Delivery) bool { return d.undelivered() && d.Found })
	switch {
	case unknown && known:
		return wait.CheckNumber + " But what was not found may have arrived: check " + rightID
	case unknown:
		return "Check " + rightID
	default:
		return wait.CheckNumber
	}
}

// mostNamed keeps a diagnostic short.
const mostNamed = 5

// named says of how many deliveries a clause is true, and names the first of
// them.
func named(list []Delivery, clause string, match func(Delivery) bool) string {
	var names []string
	n := 0
	for _, d := range list {
		if !match(d) {
			continue
		}
		if n++; n <= mostNamed {
			status := d.word()
			if d.Found && d.Status != "" {
				status = strconv.Quote(d.Status)
			}
			names = append(names, fmt.Sprintf("%s (%s)", d.Name, status))
		}
	}
	if n > mostNamed {
		names = append(names, "and more")
	}
	return fmt.Sprintf("%d of %d %s: %s", n, len(list), clause, strings.Join(names, ", "))
}

// Summary counts a list by status, in the vendor's words, in a stable order.
func Summary(list []Delivery) string {
	counts := map[string]int{}
	for _, d := range list {
		counts[d.word()]++
	}
	parts := make([]string, 0, len(counts))
	for _, status := range slices.Sorted(maps.Keys(counts)) {
		parts = append(parts, fmt.Sprintf("%d %s", counts[status], status))
	}
	if len(parts) == 0 {
		return "no recipient yet"
	}
	return strings.Join(parts, ", ")
}
