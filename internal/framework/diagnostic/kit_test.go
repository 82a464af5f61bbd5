package diagnostic_test

import (
	"errors"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const summary = "Unable to read message status"

var faults = diagnostic.Faults{
	ByCode: map[string]diagnostic.Fault{
		"4": {
			Attribute: path.Root("message_id"),
			What:      "SMS Partner knows no such message.",
			Do:        "Check message_id.",
		},
	},
	Parameters: map[string]path.Path{"phoneNumber": path.Root("phone_number")},
}

// answered is the error that package partner makes of an answer.
func answered(t *testing.T, status int, body string) *partner.Error {
	t.Helper()
	vendor, url := simulator.Start(t, simulator.Options{})
	vendor.Script("message-status", simulator.Step{Status: status, Body: body})
	client := sms.New(partner.Config{BaseURL: url, APIKey: simulator.DefaultAPIKey})
	_, err := client.MessageStatus(t.Context(), "1111", "+33600000000", partner.JSON)
	failed, ok := errors.AsType[*partner.Error](err)
	if !ok {
		t.Fatalf("got %v, want an error of the vendor", err)
	}
	failed.Host = host // the simulator's has a port that changes
	return failed
}

const host = "api.smspartner.fr"

// wantDiagnostic compares all that a person sees.
func wantDiagnostic(t *testing.T, err error, at path.Path, detail string) {
	t.Helper()
	var want diag.Diagnostic = diag.NewErrorDiagnostic(summary, detail)
	if !at.Equal(path.Empty()) {
		want = diag.NewAttributeErrorDiagnostic(at, summary, detail)
	}
	if got := diagnostic.FromError(summary, err, faults); !got.Equal(want) {
		t.Errorf("got\n%s\nwant\n%s", show(got), show(want))
	}
}

func show(d diag.Diagnostic) string {
	text := d.Summary() + "\n"
	if located, ok := d.(diag.DiagnosticWithPath); ok {
		text += "at " + located.Path().String() + "\n"
	}
	return text + d.Detail()
}
