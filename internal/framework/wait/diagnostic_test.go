package wait_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
)

const summary = "Unable to read message status"

func explain(err error) diag.Diagnostic {
	return diag.NewErrorDiagnostic(summary, "Explained: "+err.Error()+".")
}

func TestModel_Diagnostics(t *testing.T) {
	t.Parallel()
	at := path.Root("wait")
	const (
		normally = "Delivery reports normally arrive within seconds, and within 48 hours at the latest."
		over     = "The wait for the message 1111 to +33600000000 is over: after 4m59s and "
		advice   = "\n\nRun again to go on waiting, or raise timeout. " + normally
		goesOn   = "\n\nThe run continues with that status, since on_timeout is \"continue\"."
		badRead  = ", and the last read failed.\n\nExplained: service unavailable."
	)
	timeout := &wait.TimeoutError{Waited: 4*time.Minute + 59*time.Second, Reads: 3, LastState: `the status was "Waiting"`}
	thenFailed := &wait.TimeoutError{Waited: timeout.Waited, Reads: 3, LastState: `the status was "Waiting"`, LastErr: errTransient}
	nothing := &wait.TimeoutError{Waited: timeout.Waited, Reads: 1, LastErr: errTransient}
	for name, test := range map[string]struct {
		err       error
		onTimeout string
		want      diag.Diagnostic
	}{
		"success": {nil, "fail", nil},
		"timeout": {timeout, "fail", diag.NewAttributeErrorDiagnostic(at.AtName("timeout"), summary,
			over+`3 reads, the status was "Waiting".`+advice)},
		"timeout, wrapped": {fmt.Errorf("wait: %w", timeout), "fail", diag.NewAttributeErrorDiagnostic(at.AtName("timeout"), summary,
			over+`3 reads, the status was "Waiting".`+advice)},
		"timeout, continue": {timeout, "continue", diag.NewAttributeWarningDiagnostic(at.AtName("timeout"), summary,
			over+`3 reads, the status was "Waiting".`+goesOn)},
		"timeout after an error": {thenFailed, "fail", diag.NewAttributeErrorDiagnostic(at.AtName("timeout"), summary,
			over+`3 reads, the status was "Waiting"`+badRead+advice)},
		"timeout after an error, continue": {thenFailed, "continue", diag.NewAttributeWarningDiagnostic(at.AtName("timeout"), summary,
			over+`3 reads, the status was "Waiting"`+badRead+goesOn)},
		"timeout without a status": {nothing, "fail", diag.NewAttributeErrorDiagnostic(at.AtName("timeout"), summary,
			over+"1 read, no status could be read"+badRead+advice)},
		// There is no status to continue with.
		"timeout without a status, continue": {nothing, "continue", diag.NewAttributeErrorDiagnostic(at.AtName("timeout"), summary,
			over+"1 read, no status could be read"+badRead+advice)},
		"canceled":  {context.Canceled, "continue", diag.NewErrorDiagnostic(summary, "The wait was interrupted.")},
		"permanent": {errPermanent, "continue", diag.NewErrorDiagnostic(summary, "Explained: wrong key.")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			model := wait.Model{OnTimeout: types.StringValue(test.onTimeout)}
			got := model.Diagnostics(test.err, wait.Subject{
				Summary: summary, Name: "the message 1111 to +33600000000", At: at, Explain: explain, Normally: normally,
			}, "")
			var want diag.Diagnostics
			if test.want != nil {
				want.Append(test.want)
			}
			if !got.Equal(want) {
				t.Errorf("got  %v\nwant %v", got, want)
			}
		})
	}
}

// What was not found needs more than time.
func TestModel_Diagnostics_Missing(t *testing.T) {
	t.Parallel()
	model := wait.Model{}
	got := model.Diagnostics(&wait.TimeoutError{Waited: time.Second, Reads: 2, LastState: "one was not found"},
		wait.Subject{Summary: summary, Name: "them", At: path.Root("wait"), Explain: explain}, "Check the id.")
	want := diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root("wait").AtName("timeout"), summary,
		"The wait for them is over: after 1s and 2 reads, one was not found.\n\nCheck the id.\n\nRun again to go on waiting, or raise timeout.")}
	if !got.Equal(want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestTimeoutError_Unwrap(t *testing.T) {
	t.Parallel()
	if err := error(&wait.TimeoutError{LastErr: errTransient}); !errors.Is(err, errTransient) {
		t.Error("the error of the last read is lost")
	}
}
