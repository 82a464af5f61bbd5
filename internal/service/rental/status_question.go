package rental

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

const unableToReadRental = "Unable to read contact rental"

// statusQuestion asks how far a rental is, which a wait ends when the file is ready or was
// downloaded, and fails when the rental failed.
func statusQuestion(read func(context.Context) (*sms.RentalStatus, error)) wait.Question[*sms.RentalStatus] {
	return wait.Question[*sms.RentalStatus]{
		About: wait.Subject{
			Summary: unableToReadRental, Name: "the file of the rental", At: path.Root("wait"),
			Explain: func(err error) diag.Diagnostic { return diagnostic.FromError(unableToReadRental, err, statusFaults) },
		},
		Read:    read,
		Outcome: outcome,
		State:   func(s *sms.RentalStatus) string { return fmt.Sprintf("the status was %q", s.Status) },
		Failed: func(s *sms.RentalStatus) diag.Diagnostic {
			return diag.NewAttributeErrorDiagnostic(path.Root("wait"), unableToReadRental, fmt.Sprintf(
				"The rental has the status %q: it failed, so there will be no file.\n\n"+
					"Ask the support of SMS Partner why, and whether it was charged. Without wait, the data source returns this status.", s.Status))
		},
		Missing: func(s *sms.RentalStatus) string {
			if s == nil || s.Stage != sms.RentalUnclear {
				return ""
			}
			return "The documentation does not have this status, so the provider cannot tell whether the file is ready: look in the dashboard. " +
				"With on_timeout = \"continue\", the run goes on with it."
		},
	}
}

// outcome says what a rental means for a wait. A file that was downloaded was ready, and a
// plan after the download must not fail for it.
func outcome(s *sms.RentalStatus) wait.Outcome {
	switch s.Stage {
	case sms.RentalReady, sms.RentalDownloaded:
		return wait.Success
	case sms.RentalFailed:
		return wait.Failure
	case sms.RentalUnclear, sms.RentalRequested, sms.RentalGenerating:
	}
	return wait.Pending
}
