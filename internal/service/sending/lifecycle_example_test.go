package sending_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// The guide's example asserts the delivery whether the answer to the send came or
// was lost, and neither a later apply nor the destroy is held up.
func TestExample_SendAndAssert(t *testing.T) {
	t.Parallel()
	example, err := os.ReadFile(filepath.Join(acctest.Root(t), "examples", "send-and-assert", "main.tf"))
	if err != nil {
		t.Fatal(err)
	}
	for outcome, script := range map[string][]simulator.Step{
		"accepted":    nil,
		"unconfirmed": {{Drop: simulator.DropBefore, Process: true}},
	} {
		t.Run(outcome, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			a.Script("send", script...)
			w := a.Workspace(t, string(example))
			w.Env = append(w.Env, "TF_VAR_phone_number=+33600000001", "TF_VAR_release=42")
			acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
			kept := state(t, w)
			if got := kept["smspartner_sms.notice"].text("outcome"); got != outcome {
				t.Errorf("the outcome is %q", got)
			}
			if delivered := kept["smspartner_tag_status.notice"]["all_delivered"]; delivered != true {
				t.Errorf("all_delivered is %v", delivered)
			}
			printed := acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
			acctest.WantText(t, printed, "0 added, 0 changed, 0 destroyed", "delivered_at")
			destroy(t, w, true)
			wantSends(t, a, 1, 1)
		})
	}
}
