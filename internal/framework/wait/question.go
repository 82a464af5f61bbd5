package wait

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// Question is what a type asks the vendor: once, or repeatedly with the attribute `wait`.
type Question[T any] struct {
	About Subject
	Read  func(context.Context) (T, error)
	// Outcome and State are as in [Poll].
	Outcome func(T) Outcome
	State   func(T) string
	// Failed makes the diagnostic of an answer whose outcome is a failure; nil if no
	// outcome is.
	Failed func(T) diag.Diagnostic
	// Missing says, in sentences, what to do about what the vendor does not know when the
	// time is over; may be empty or nil.
	Missing func(T) string
}

// patience is how long the vendor may take to know what was just made, and how long
// something else may answer in its place. The documentation gives no time.
const patience = 30 * time.Second

// Ask returns the last answer. m is nil where the attribute is not set.
func (q Question[T]) Ask(ctx context.Context, m *Model) (T, diag.Diagnostics) {
	if m == nil {
		answer, err := q.Read(ctx)
		if err != nil {
			return answer, diag.Diagnostics{q.About.Explain(err)}
		}
		return answer, nil
	}
	timeout, interval := m.Durations()
	began := time.Now()
	answered := began // when the vendor last gave an answer
	answer, err := Poll[T]{
		Timeout:  timeout,
		Interval: interval,
		Read: func(ctx context.Context) (T, error) {
			answer, err := q.Read(ctx)
			if err == nil {
				answered = time.Now()
			}
			return answer, err
		},
		Outcome: q.Outcome,
		State:   q.State,
		Transient: func(err error) bool {
			return partner.IsPassing(err) ||
				partner.IsForeign(err) && time.Since(answered) < patience ||
				partner.IsNotFound(err) && time.Since(began) < patience
		},
		NotBefore: partner.RetryAfter,
	}.Until(ctx)
	switch {
	case errors.Is(err, ErrFailed):
		return answer, diag.Diagnostics{q.Failed(answer)}
	case partner.IsNotFound(err) && time.Since(began) >= patience && !errors.As(err, new(*TimeoutError)):
		return answer, diag.Diagnostics{endedEarly(q.About.Explain(err))}
	case err != nil && q.Missing != nil:
		return answer, m.Diagnostics(err, q.About, q.Missing(answer))
	default:
		return answer, m.Diagnostics(err, q.About, "")
	}
}

// endedEarly adds to a diagnostic why the wait did not go on until its timeout.
func endedEarly(d diag.Diagnostic) diag.Diagnostic {
	longer := diag.NewErrorDiagnostic(d.Summary(), fmt.Sprintf(
		"%s\n\nThe wait ended before its timeout: what is not known yet has %s to turn up.", d.Detail(), patience))
	if at, ok := d.(diag.DiagnosticWithPath); ok {
		return diag.WithPath(at.Path(), longer)
	}
	return longer
}
