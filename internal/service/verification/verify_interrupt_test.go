package verification

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// Ctrl-C during a verification lets its answer come and keeps it. Before, or in a pause, it
// ends the call, and nothing is verified.
func TestVerifyOnce_Interrupted(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		step    simulator.Step
		made    int
		kept    bool
		summary string
		took    time.Duration
	}{
		"during":       {simulator.Step{Process: true, Delay: 5 * time.Second}, 1, true, "", 5 * time.Second},
		"during, lost": {simulator.Step{Process: true, Hang: true}, 1, false, "Unable to tell whether the list of phone numbers was verified", 10 * time.Second},
		"in a pause":   {simulator.Step{Status: http.StatusTooManyRequests, Header: http.Header{"Retry-After": {"50"}}}, 0, false, "Unable to verify list of phone numbers", time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				w.Script("hlr/notify", test.step)
				ctx, cancel := context.WithCancel(t.Context())
				go func() {
					time.Sleep(time.Second) // of the bubble's clock
					cancel()
				}()
				verification, diags := verifyOnce(ctx, sms.New(w.Config(1)), sms.VerifyRequest{
					Numbers: []string{"+33600000001"}, NotifyURL: "https://example.com/hlr",
				})
				synctest.Wait()
				if kept := verification != nil && verification.CampaignID == "HLR000000"; kept != test.kept {
					t.Errorf("it keeps %+v", verification)
				}
				summary := ""
				for _, d := range diags {
					summary += d.Summary()
				}
				if !strings.Contains(summary, test.summary) || test.summary == "" && summary != "" {
					t.Errorf("it says %q", summary)
				}
				if requests, made := len(w.Requests()), len(w.Campaigns()); requests != 1 || made != test.made {
					t.Errorf("%d requests and %d verifications", requests, made)
				}
				if w.Elapsed() != test.took {
					t.Errorf("it took %s", w.Elapsed())
				}
			})
		})
	}
}
