package wait

import (
	"context"
	"errors"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// Question is what a data source asks the vendor: once, or as often as its
// attribute `wait` says.
type Question[T any] struct {
	Subject
	Read func(context.Context) (T, error)
	// Outcome says what an answer means for a wait.
	Outcome func(*Model, T) Outcome
	// State is as in [Poll], Failed and Do as in [Subject]; Do may be nil.
	State  func(T) string
	Failed func(T) string
	Do     func(T) string
}

// Ask returns the last answer. m is nil where the attribute is not set.
func (q Question[T]) Ask(ctx context.Context, m *Model) (T, diag.Diagnostics) {
	if m == nil {
		answer, err := q.Read(ctx)
		if err != nil {
			return answer, diag.Diagnostics{q.Explain(err)}
		}
		return answer, nil
	}
	timeout, interval := m.Durations()
	answer, err := Poll[T]{
		Timeout:   timeout,
		Interval:  interval,
		Read:      q.Read,
		Outcome:   func(answer T) Outcome { return q.Outcome(m, answer) },
		State:     q.State,
		Transient: partner.IsTransient,
	}.Until(ctx)
	subject := q.Subject
	if errors.Is(err, ErrFailed) {
		subject.Failed = q.Failed(answer)
		if q.Do != nil {
			subject.Do = q.Do(answer)
		}
	}
	return answer, m.Diagnostics(err, subject)
}
