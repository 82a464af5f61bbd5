package sending_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// A module takes an object as a variable, which has no value when the module is
// validated, and hands it on.
func TestModule_Objects(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	a.AddMessage(simulator.Message{ID: "4711", Recipients: []simulator.Recipient{{Number: "+33600000001"}}})
	place := workspace(t, a, `
module "alert" {
  source = "./alert"
  alert  = { message_id = "4711", phone_number = "0600000001" }
  text   = { phone_number = "0600000001", message = "Deployed." }
}

output "seen" {
  value = "${module.alert.delivered}, ${module.alert.outcome}"
}
`)
	module := filepath.Join(place.Dir, "alert")
	if err := os.Mkdir(module, 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(module, "main.tf"), []byte(acctest.RequiredProviders+`
variable "alert" {
  type = object({ message_id = string, phone_number = string })
}

variable "text" {
  type = object({ phone_number = string, message = string })
}

data "smspartner_message_statuses" "this" {
  messages = [var.alert]
}

resource "smspartner_bulk_sms" "this" {
  messages = [var.text]
}

output "delivered" {
  value = data.smspartner_message_statuses.this.all_delivered
}

output "outcome" {
  value = smspartner_bulk_sms.this.outcome
}
`), 0o600); err != nil {
		t.Fatal(err)
	}
	acctest.Succeed(t, place, "get")
	acctest.Succeed(t, place, "validate", "-no-color")
	acctest.WantText(t, acctest.Succeed(t, place, "apply", "-auto-approve", "-no-color"), `seen = "true, accepted"`)
}

// What is known to be missing is named where it is missing.
func TestModule_Missing(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	for name, test := range map[string]struct{ block, summary, detail string }{
		"a null among texts":    {`resource "smspartner_bulk_sms" "test" { messages = [null] }`, "Invalid value for messages", "One element of messages is null"},
		"a text without number": {`resource "smspartner_bulk_sms" "test" { messages = [{ message = "a" }] }`, "Missing messages[0].phone_number", "It is required: write a value."},
		"a null text": {
			`resource "smspartner_bulk_sms" "test" { messages = [{ phone_number = "0600000001", message = null }] }`,
			"Missing messages[0].message", "It is required: write a value.",
		},
		"a null among messages": {`data "smspartner_message_statuses" "test" { messages = [null] }`, "Invalid value for messages", "One element of messages is null"},
		"a message without id": {
			`data "smspartner_message_statuses" "test" { messages = [{ phone_number = "0600000001" }] }`,
			"Missing messages[0].message_id", "It is required: write a value.",
		},
		"a null number": {
			`resource "smspartner_sms" "test" {
  phone_numbers = ["0600000001", null]
  message       = "a"
}`, "Invalid value for phone_numbers", "One element of phone_numbers is null",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			acctest.Refuse(t, workspace(t, a, test.block), []string{"validate", "-no-color"}, test.summary, test.detail)
			a.WantRequests(t, 0)
		})
	}
}
