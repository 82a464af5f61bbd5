// Package once makes a write at most once, and looks for its result when the answer is
// lost. The vendor has no idempotency key, so it carries out a repeated request a second
// time.
package once

import (
	"context"
	"errors"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// Outcome is what became of a write. A resource keeps it in its attribute `outcome`.
type Outcome string

// The outcomes of a write. The first two leave something to keep in the state.
const (
	// Accepted: the vendor's answer says that it carried the write out.
	Accepted Outcome = "accepted"
	// Unconfirmed: the answer is unclear, but the trace found what was written. A warning
	// says so.
	Unconfirmed Outcome = "unconfirmed"
	// Unknown: the answer is unclear, and the trace found nothing. An error says so.
	Unknown Outcome = "unknown"
	// Refused: the write was certainly not carried out. An error says why.
	Refused Outcome = "refused"
)

// Trace is the result of a search for a write without a clear answer.
type Trace[T any] struct {
	Found bool
	// Likely says that what was found may be something else.
	Likely bool
	// Value is the object that was found, as far as it is known.
	Value T
	// Saw says, in sentences, how the vendor was searched and what it knows.
	Saw string
	// Then says, in sentences, what to do if the write was found. Empty means nothing.
	Then string
	// Look begins the sentence that ends with "before you apply again": if the write was
	// not found, it says what to look for and where. Empty means the dashboard.
	Look string
}

// Run makes a write with do, which must not repeat the write. When the answer is lost,
// trace looks for what was written; trace is nil if the vendor has no call for the search.
// The value comes from do or from the trace, and is zero after an error.
func Run[T any](
	ctx context.Context, w Write, do func(context.Context) (T, error), trace func(context.Context, *partner.Error) (Trace[T], error),
) (T, Outcome, diag.Diagnostics) {
	var none T
	value, err := do(ctx)
	if err == nil {
		return value, Accepted, nil
	}
	lost, ok := errors.AsType[*partner.Error](err)
	if !ok || !lost.OutcomeUnknown() {
		return none, Refused, diag.Diagnostics{w.refused(err)}
	}
	if trace == nil {
		return none, Unknown, diag.Diagnostics{w.unknown(lost, lost.Product+" has no call that tells which.", "")}
	}
	// The search goes on after an interrupt: it is short, and nothing else shows what was
	// paid for.
	found, err := trace(context.WithoutCancel(ctx), lost)
	switch {
	case err != nil:
		return none, Unknown, diag.Diagnostics{w.unknown(lost, w.untraceable(err), found.Look)}
	case !found.Found:
		return none, Unknown, diag.Diagnostics{w.unknown(lost, found.Saw, found.Look)}
	default:
		return found.Value, Unconfirmed, diag.Diagnostics{w.unconfirmed(lost, found.Likely, found.Saw, found.Then)}
	}
}
