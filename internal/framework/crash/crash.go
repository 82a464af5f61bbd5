// Package crash turns a panic into an error of the one call in which it happened.
package crash

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/hashicorp/terraform-plugin-log/tflog"
)

// module is the prefix of the names of this module's functions.
const module = "github.com/smspartner/terraform-provider-smspartner/"

// Report describes a panic.
type Report struct {
	cause, place string
}

// New makes a report of what recover returned. Call it in the deferred function that
// recovers, where the stack still shows the place. A Report that another goroutine raised
// stays as it is.
func New(recovered any) Report {
	if report, ok := recovered.(Report); ok {
		return report
	}
	return Report{cause(recovered), place()}
}

// String is a clause.
func (r Report) String() string { return r.cause + ", in " + r.place }

// Detail is the whole text of a diagnostic, with what to do.
func (r Report) Detail() string {
	return fmt.Sprintf("The provider stopped this call: %s.\n\nThis is a bug of the provider: please report it, with this message.", r)
}

// Log writes the report to the log.
func (r Report) Log(ctx context.Context) {
	tflog.Error(ctx, "Recovered from a panic", map[string]any{"cause": r.cause, "place": r.place})
}

// cause quotes the runtime's own panics, which name only types and sizes. Any other panic
// may quote a value, and so a secret.
func cause(recovered any) string {
	err, isError := recovered.(error)
	if failed, ok := errors.AsType[runtime.Error](err); isError && ok {
		return strings.TrimPrefix(failed.Error(), "runtime error: ")
	}
	return fmt.Sprintf("it panicked with a %T", recovered)
}

// place is the innermost function of this module that was at work.
func place() string {
	callers := make([]uintptr, 64)
	frames := runtime.CallersFrames(callers[:runtime.Callers(0, callers)])
	panicked, found := false, ""
	for {
		frame, more := frames.Next()
		switch name := frame.Function; {
		case name == "runtime.gopanic":
			panicked = true
		case !panicked || strings.HasPrefix(name, "runtime."):
		default:
			here := fmt.Sprintf("%s (%s:%d)", strings.TrimPrefix(name, module), filepath.Base(frame.File), frame.Line)
			if strings.HasPrefix(name, module) {
				return here
			}
			if found == "" {
				found = here
			}
		}
		if !more {
			return found
		}
	}
}
