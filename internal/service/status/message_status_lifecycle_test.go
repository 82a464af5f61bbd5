package status_test

import (
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const lifecycleConfig = acctest.RequiredProviders + `
data "smspartner_message_status" "test" {
  message_id   = "1111"
  phone_number = "0600000000"

  lifecycle {
    postcondition {
      condition     = self.statut == var.expected
      error_message = "The status is not the expected one."
    }
  }
}

variable "expected" {
  default = "Delivered"
}

resource "terraform_data" "test" {
  input = data.smspartner_message_status.test.statut
}
`

// How often each command reads, as the guide on assertions tells it.
func TestMessageStatus_ReadsByCommand(t *testing.T) {
	t.Parallel()
	account := acctest.NewAccount(t, simulator.Options{})
	w := account.Workspace(t, lifecycleConfig)
	for _, step := range []struct {
		command string
		reads   int
		fails   bool
	}{
		{command: "validate", reads: 0},
		{command: "plan", reads: 1},
		{command: "plan -refresh=false", reads: 1},
		{command: "plan -out=saved", reads: 1},
		{command: "apply saved", reads: 0},
		{command: "apply -auto-approve", reads: 1},
		{command: "plan -destroy -refresh=false", reads: 0},
		{command: "plan -var=expected=other", reads: 1, fails: true},
		// A false postcondition does not hold up a destroy.
		{command: "destroy -auto-approve -var=expected=other", reads: 1},
	} {
		before := len(account.Requests())
		result, err := w.Run(t.Context(), strings.Fields(step.command)...)
		if err != nil {
			t.Fatal(err)
		}
		if result.OK() == step.fails {
			t.Errorf("%s: exit code %d\n%s", step.command, result.ExitCode, result.Output)
		}
		if reads := len(account.Requests()) - before; reads != step.reads {
			t.Errorf("%s made %d requests, want %d", step.command, reads, step.reads)
		}
	}
}

// A read that fails holds up a destroy, unless it is told not to read.
func TestMessageStatus_DestroyWithoutReading(t *testing.T) {
	t.Parallel()
	account := acctest.NewAccount(t, simulator.Options{})
	w := account.Workspace(t, lifecycleConfig)
	run := func(wantOK bool, args ...string) {
		t.Helper()
		result, err := w.Run(t.Context(), args...)
		if err != nil {
			t.Fatal(err)
		}
		if result.OK() != wantOK {
			t.Fatalf("%v: exit code %d\n%s", args, result.ExitCode, result.Output)
		}
	}
	run(true, "apply", "-auto-approve")
	account.SetAccount(30)
	run(false, "destroy", "-auto-approve")
	run(true, "destroy", "-auto-approve", "-refresh=false")
}
