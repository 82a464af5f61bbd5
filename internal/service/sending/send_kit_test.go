package sending

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// send is [kind.sendOnce] of the request's kind, without retries.
func send(t *testing.T, w *bubble.World, r *sms.SendRequest) (*sms.Sent, []diag.Diagnostic) {
	t.Helper()
	sent, diags := kinds[r.Kind].sendOnce(t.Context(), sms.New(w.Config(0)), r, func(string) {})
	return sent, diags
}

// wantTold asserts that there is one diagnostic, with these parts in it.
func wantTold(t *testing.T, diags []diag.Diagnostic, parts ...string) {
	t.Helper()
	if len(diags) != 1 {
		t.Fatalf("%d diagnostics, want 1: %v", len(diags), diags)
	}
	got := told(diags[0])
	for _, part := range parts {
		if !strings.Contains(got, part) {
			t.Errorf("%q is not in %q", part, got)
		}
	}
}
