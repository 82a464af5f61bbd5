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
	// Failed says, in sentences, which final outcome is not the one waited for, and
	// what to do about it.
	Failed string
	// Missing says, in sentences, what to do about what was not found; empty for
	// nothing.
	Missing string
	// Longer says, as a sentence, how to wait longer, where running again does
	// something else as well.
	Longer string
	// At is the attribute `wait`.
	At path.Path
	// Explain makes the diagnostic of a read that failed.
	Explain func(error) diag.Diagnostic
}

// Undelivered says that a wait for a delivery has met what ended without one. who is
// the clause that names it.
func Undelivered(who string) string {
	return who + ". This wait asks for a delivery, and a final status does not change any more.\n\n" +
		"Check that the number is in service and takes SMS, then send again."
}

// Diagnostics tells a person how a wait ended. err is that of [Poll.Until].
func (m *Model) Diagnostics(err error, about Subject) diag.Diagnostics {
	var timeout *TimeoutError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, ErrFailed):
		return diag.Diagnostics{diag.NewAttributeErrorDiagnostic(about.At.AtName("until"), about.Summary, about.Failed+
			" To read a final status of any kind, set until to \"final\".")}
	case errors.As(err, &timeout):
		return diag.Diagnostics{m.timedOut(timeout, about)}
	case errors.Is(err, context.Canceled):
		return diag.Diagnostics{diag.NewErrorDiagnostic(about.Summary, "The wait was interrupted.")}
	default:
		return diag.Diagnostics{about.Explain(err)}
	}
}

func (m *Model) timedOut(timeout *TimeoutError, about Subject) diag.Diagnostic {
	at := about.At.AtName("timeout")
	detail := fmt.Sprintf("The wait for %s is over: %s.", about.Name, timeout)
	if timeout.LastErr != nil {
		detail += "\n\n" + about.Explain(timeout.LastErr).Detail()
	}
	if m.ContinueOnTimeout() && timeout.LastState != "" {
		return diag.NewAttributeWarningDiagnostic(at, about.Summary, detail+
			"\n\nThe run continues with that status, since on_timeout is \"continue\".")
	}
	if about.Missing != "" {
		detail += "\n\n" + about.Missing
	}
	longer := cmp.Or(about.Longer, "Run again to go on waiting, or raise timeout.")
	return diag.NewAttributeErrorDiagnostic(at, about.Summary, detail+"\n\n"+longer+" Delivery reports normally arrive within seconds, and within 48 hours at the latest.")
}
