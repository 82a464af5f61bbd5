package wait

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
)

// Subject names what is waited for in the diagnostics of a wait.
type Subject struct {
	// Summary has the form "Unable to read message status".
	Summary string
	// Name is what is waited for, such as "the message 1111 to +33600000000".
	Name string
	// Longer says, as a sentence, how to wait longer, if running again would do more than
	// wait.
	Longer string
	// Normally says, as a sentence, how long it normally takes; empty if unknown.
	Normally string
	// At is the attribute `wait`.
	At path.Path
	// Explain makes the diagnostic of a read that failed.
	Explain func(error) diag.Diagnostic
}

// Diagnostics explains a wait that ended with an error other than ErrFailed. err comes from
// [Poll.Until]. missing says, in sentences, what to do about what was not found.
func (m *Model) Diagnostics(err error, about Subject, missing string) diag.Diagnostics {
	var timeout *TimeoutError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &timeout):
		return diag.Diagnostics{m.timedOut(timeout, about, missing)}
	case errors.Is(err, context.Canceled):
		return diag.Diagnostics{diag.NewErrorDiagnostic(about.Summary, "The wait was interrupted.")}
	default:
		return diag.Diagnostics{about.Explain(err)}
	}
}

func (m *Model) timedOut(timeout *TimeoutError, about Subject, missing string) diag.Diagnostic {
	at := about.At.AtName(argTimeout.Name)
	detail := fmt.Sprintf("The wait for %s is over: %s.", about.Name, timeout)
	if timeout.LastErr != nil {
		detail += "\n\n" + about.Explain(timeout.LastErr).Detail()
	}
	if m.ContinueOnTimeout() && timeout.LastState != "" {
		return diag.NewAttributeWarningDiagnostic(at, about.Summary, detail+
			"\n\nThe run continues with that status, since on_timeout is \"continue\".")
	}
	if missing != "" {
		detail += "\n\n" + missing
	}
	detail += "\n\n" + cmp.Or(about.Longer, "Run again to go on waiting, or raise timeout.")
	if about.Normally != "" {
		detail += " " + about.Normally
	}
	return diag.NewAttributeErrorDiagnostic(at, about.Summary, detail)
}
