package wait

import (
	"context"
	"errors"
	"time"

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
	// State is as in [Poll], and Failed as in [Subject].
	State  func(T) string
	Failed func(T) string
	// Missing says, in sentences, what to do about what the vendor does not know when
	// the time is over; empty for nothing. Nil is always empty.
	Missing func(T) string
}

// patience is how long the vendor may take to know a message that was just sent, and how
// long something else may answer in its place. Its documentation does not say.
const patience = 30 * time.Second

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
		Outcome: func(answer T) Outcome { return q.Outcome(m, answer) },
		State:   q.State,
		Transient: func(err error) bool {
			return partner.IsPassing(err) ||
				partner.IsForeign(err) && time.Since(answered) < patience ||
				partner.IsNotFound(err) && time.Since(began) < patience
		},
		NotBefore: partner.RetryAfter,
	}.Until(ctx)
	subject := q.Subject
	switch {
	case errors.Is(err, ErrFailed):
		subject.Failed = q.Failed(answer)
	case err != nil && q.Missing != nil:
		subject.Missing = q.Missing(answer)
	}
	return answer, m.Diagnostics(err, subject)
}
