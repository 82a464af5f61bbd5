package status_test

import (
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const lifecycleConfig = `
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
	wantReads(t, lifecycleConfig, []command{
		{line: "validate", reads: 0},
		{line: "plan", reads: 1},
		{line: "plan -refresh=false", reads: 1},
		{line: "plan -out=saved", reads: 1},
		{line: "apply saved", reads: 0},
		{line: "apply -auto-approve", reads: 1},
		{line: "plan -destroy -refresh=false", reads: 0},
		{line: "plan -var=expected=other", reads: 1, fails: true},
		// A false postcondition does not hold up a destroy.
		{line: "destroy -auto-approve -var=expected=other", reads: 1},
	})
}

// An engine reads a data source inside a check once more, during the apply.
func TestMessageStatus_ReadsByCommandInCheck(t *testing.T) {
	t.Parallel()
	const config = `
check "delivered" {
  data "smspartner_message_status" "test" {
    message_id   = "1111"
    phone_number = "0600000000"
  }

  assert {
    condition     = data.smspartner_message_status.test.delivered
    error_message = "It was not delivered."
  }
}

resource "terraform_data" "test" {}
`
	wantReads(t, config, []command{
		{line: "validate", reads: 0},
		{line: "plan", reads: 1},
		{line: "plan -refresh=false", reads: 1},
		{line: "plan -out=saved", reads: 1},
		{line: "apply saved", reads: 1},
		{line: "apply -auto-approve", reads: 2},
		{line: "plan -destroy -refresh=false", reads: 0},
		{line: "destroy -auto-approve", reads: 1},
	})
}

// command is a run of the engine, and how often it reads.
type command struct {
	line  string
	reads int
	fails bool
}

// wantReads runs the commands in turn on one state.
func wantReads(t *testing.T, config string, commands []command) {
	t.Helper()
	account := acctest.NewAccount(t, simulator.Options{})
	w := acctest.Attached(t, account.Provider()+config)
	for _, c := range commands {
		before := len(account.Requests())
		result, err := w.Run(t.Context(), strings.Fields(c.line)...)
		if err != nil {
			t.Fatal(err)
		}
		if result.OK() == c.fails {
			t.Errorf("%s: exit code %d\n%s", c.line, result.ExitCode, result.Output)
		}
		if reads := len(account.Requests()) - before; reads != c.reads {
			t.Errorf("%s made %d requests, want %d", c.line, reads, c.reads)
		}
	}
}

// A read that fails holds up a destroy, unless it is told not to read.
func TestMessageStatus_DestroyWithoutReading(t *testing.T) {
	t.Parallel()
	account := acctest.NewAccount(t, simulator.Options{})
	w := acctest.Attached(t, account.Provider()+lifecycleConfig)
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
