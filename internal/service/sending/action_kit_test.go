package sending_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
)

func (w way) actionAddress() string { return "action.smspartner_" + w.actionName() + ".test" }

// actionName is the name of the action, which says "send" instead of what is sent.
func (w way) actionName() string { return "send_" + strings.TrimSuffix(w.name, "_message") }

// action is an action of this kind, with these arguments.
func (w way) action(arguments hcl) string { return action(w.actionName(), arguments) }

func action(name string, arguments hcl) string {
	return fmt.Sprintf("action \"smspartner_%s\" \"test\" {\n  config {\n%s  }\n}\n", name, arguments.lines())
}

// trigger is a resource that invokes an action when it is created and changed.
func trigger(address string) string {
	return `
variable "release" {
  default = "1"
}

resource "terraform_data" "release" {
  input = var.release

  lifecycle {
    action_trigger {
      events  = [after_create, after_update]
      actions = [` + address + `]
    }
  }
}
`
}

// invoke runs an action from the command line, which must end as ok says, and
// returns what was printed.
func invoke(t *testing.T, w *engine.Workspace, address string, ok bool) string {
	t.Helper()
	result, err := w.Run(t.Context(), "apply", "-auto-approve", "-no-color", "-invoke="+address)
	if err != nil {
		t.Fatal(err)
	}
	if result.OK() != ok {
		t.Fatalf("it ended with %d:\n%s", result.ExitCode, result.Output)
	}
	return result.Output
}

// invoked is [invoke] of a send of one SMS with more arguments.
func invoked(t *testing.T, a *acctest.Account, arguments hcl, ok bool) string {
	t.Helper()
	w := sends("sms")
	return invoke(t, workspace(t, a, w.action(w.required().with(arguments)), "max_retries = 0"), w.actionAddress(), ok)
}
