package delivery

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
)

// Ask is the question for a list of deliveries, to be asked at once. name is what is
// waited for, such as "the recipients of message 1111".
func Ask(summary, name string, explain func(error) diag.Diagnostic, read func(context.Context) (List, error)) wait.Question[List] {
	began := time.Now()
	return wait.Question[List]{
		Subject: wait.Subject{Summary: summary, Name: name, At: path.Root("wait"), Explain: explain},
		Read:    read,
		Outcome: func(w *wait.Model, list List) wait.Outcome {
			return outcome(w, list, time.Since(began) < wait.Listing)
		},
		State:    state,
		Failed:   failed,
		Missing:  missing,
		Patience: wait.Listing,
	}
}

// outcome says what a list of deliveries means for a wait: one that failed fails all,
// and all must be there. An empty list may still fill, and while it is early a list
// with a doubt may become whole.
func outcome(w *wait.Model, list List, early bool) wait.Outcome {
	result := wait.Success
	if len(list.Deliveries) == 0 {
		result = wait.Pending
	}
	for _, d := range list.Deliveries {
		switch w.Outcome(d.Final(), d.Delivered()) {
		case wait.Failure:
			return wait.Failure
		case wait.Pending:
			result = wait.Pending
		case wait.Success:
		}
	}
	switch {
	case list.Doubt == "" || result == wait.Pending:
		return result
	case early:
		return wait.Pending
	default:
		return w.Outcome(true, false)
	}
}

// state is the clause that tells how far a wait for a list has come.
func state(list List) string {
	pending := func(d Delivery) bool { return !d.Final() }
	switch {
	case len(list.Deliveries) == 0:
		return "there was no recipient yet"
	case list.Doubt != "" && !slices.ContainsFunc(list.Deliveries, pending):
		return "the list proved nothing (" + list.Doubt + ")"
	default:
		return named(list, "had no final status", pending)
	}
}

// failed tells what a wait for delivery failed on.
func failed(list List) string {
	if !slices.ContainsFunc(list.Deliveries, Delivery.undelivered) {
		return fmt.Sprintf("Those who are listed got the message, but the list proves nothing: %s. This wait asks for a delivery to all.\n\n"+
			"Read the messages one by one, with smspartner_message_statuses.", list.Doubt)
	}
	return wait.Undelivered(named(list, "ended without being delivered", Delivery.undelivered))
}

// missing tells what to do about what the vendor does not know.
func missing(list List) string {
	if !slices.ContainsFunc(list.Deliveries, func(d Delivery) bool { return !d.Found }) {
		return ""
	}
	return "Of what is not found, check that the message id is the one that sending returned, that the number is among its recipients, " +
		"and that the API key belongs to the account that sent it."
}

// mostNamed keeps a diagnostic short.
const mostNamed = 5

// named says of how many deliveries a clause is true, and names the first of
// them.
func named(list List, clause string, match func(Delivery) bool) string {
	var names []string
	n := 0
	for _, d := range list.Deliveries {
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
	return fmt.Sprintf("%d of %d %s: %s", n, len(list.Deliveries), clause, strings.Join(names, ", "))
}
