package delivery

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// Ask asks for a list of deliveries: once without a wait, else until the wait is over.
func (w *Wait) Ask(ctx context.Context, about wait.Subject, read func(context.Context) (List, error)) (List, diag.Diagnostics) {
	return wait.Question[List]{
		About:   about,
		Read:    read,
		Outcome: w.outcome,
		State:   state,
		Failed:  func(list List) diag.Diagnostic { return Undelivered(about, failed(list)) },
		Missing: missing,
	}.Ask(ctx, w.Polling())
}

// AskListed is Ask for a list of recipients. Where roll requires some, a wait goes on for a
// message that the vendor does not know yet.
func (w *Wait) AskListed(ctx context.Context, about wait.Subject, roll *Roll, read func(context.Context) (List, error)) (List, diag.Diagnostics) {
	return w.Ask(ctx, about, func(ctx context.Context) (List, error) {
		list, err := read(ctx)
		if w != nil && len(roll.required) > 0 && partner.IsNotFound(err) {
			list, err = List{Medium: roll.medium}, nil
		}
		if err != nil {
			return List{}, err
		}
		list.Deliveries = roll.Complete(list.Deliveries)
		return list, nil
	})
}

// outcome says what a list of deliveries means for a wait: one failed delivery fails the
// wait, and success needs all recipients. An empty or incomplete list may still fill.
func (w *Wait) outcome(list List) wait.Outcome {
	result := wait.Success
	if len(list.Deliveries) == 0 || list.Doubt != "" {
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
	return result
}

// state is the clause that says how far a wait for a list has come.
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

// failed is the clause that names the deliveries on which a wait failed.
func failed(list List) string {
	return named(list, "ended without being delivered", Delivery.undelivered)
}

// missing says what to do about recipients that the vendor does not know.
func missing(list List) string {
	switch notFound := slices.ContainsFunc(list.Deliveries, func(d Delivery) bool { return !d.Found }); {
	case notFound && list.Medium == Mail:
		return "For each recipient that is not found, check that the mail was sent to this address, by the account of the API key."
	case notFound:
		return "For each message that is not found, check that it was sent to this number, by the account of the API key."
	case list.Doubt != "" && list.Medium == SMS:
		return "To check each recipient, read the messages one by one, with smspartner_message_statuses."
	default:
		return ""
	}
}

// named counts the deliveries that match, and names the first of them.
func named(list List, clause string, match func(Delivery) bool) string {
	var names []string
	for _, d := range list.Deliveries {
		if !match(d) {
			continue
		}
		status := d.word()
		if d.Found && d.Status != "" {
			status = strconv.Quote(d.Status)
		}
		names = append(names, fmt.Sprintf("%s (%s)", d.Name, status))
	}
	return fmt.Sprintf("%d of %d %s: %s", len(names), len(list.Deliveries), clause, diagnostic.Few(names, ", "))
}
