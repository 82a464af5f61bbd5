package wait_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// What the vendor does not know has half a minute to turn up. A longer wait ends then, and says
// so. A shorter one is over.
func TestQuestion_NotFound(t *testing.T) {
	t.Parallel()
	const early = "The wait ended before its timeout: what is not known yet has 30s to turn up."
	for timeout, isEarly := range map[string]bool{"2m": true, "10s": false} {
		t.Run(timeout, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				client := sms.New(w.Config(0))
				question := wait.Question[*sms.MessageStatus]{
					About: wait.Subject{Summary: summary, Name: "the message", At: path.Root("wait"), Explain: func(err error) diag.Diagnostic {
						return diag.NewAttributeErrorDiagnostic(path.Root("message_id"), summary, err.Error())
					}},
					Read: func(ctx context.Context) (*sms.MessageStatus, error) {
						return client.MessageStatus(ctx, "4711", "+33600000001", "")
					},
					Outcome: func(*sms.MessageStatus) wait.Outcome { return wait.Success },
					State:   func(*sms.MessageStatus) string { return "" },
				}
				_, diags := question.Ask(t.Context(), &wait.Model{Timeout: types.StringValue(timeout), Interval: types.StringValue("5s")})
				if len(diags) != 1 || strings.Contains(diags[0].Detail(), early) != isEarly {
					t.Errorf("got %v", diags)
				}
				if took := w.Elapsed(); isEarly && took > 36*time.Second {
					t.Errorf("the wait took %s", took)
				}
				if at, ok := diags[0].(diag.DiagnosticWithPath); isEarly && (!ok || !at.Path().Equal(path.Root("message_id"))) {
					t.Errorf("got %v, want the attribute of the explanation", diags)
				}
			})
		})
	}
}
