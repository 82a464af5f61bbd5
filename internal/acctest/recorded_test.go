package acctest_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// everything sends in each way, and reads all that there is to read about it.
const everything = `
resource "smspartner_sms" "test" {
  phone_numbers = ["0600000001", "06 00 00 00 90"]
  message       = "Déployé"
  tag           = "promo1"
}

resource "smspartner_bulk_sms" "test" {
  messages = [{ phone_number = "0600000003", message = "Un" }, { phone_number = "+33600000004", message = "Deux" }]
}

resource "smspartner_long_number_sms" "test" {
  to      = ["0600000005"]
  from    = "0700000000"
  message = "Bonjour"
}

resource "smspartner_survey" "test" {
  phone_numbers = ["0600000006"]
  sondage_ident = "S1"
}

resource "smspartner_sms" "later" {
  phone_numbers           = ["0600000007"]
  message                 = "Demain"
  scheduled_delivery_date = "2099-06-01T09:30:00+02:00"
}

data "smspartner_message_status" "test" {
  message_id   = smspartner_sms.test.message_id
  phone_number = "0600000001"
  wait         = {}
}

data "smspartner_message_statuses" "test" {
  messages = [
    { message_id = smspartner_bulk_sms.test.message_id, phone_number = "0600000003" },
    { message_id = smspartner_long_number_sms.test.message_id, phone_number = "0600000005" },
    { message_id = smspartner_survey.test.message_id, phone_number = "0600000006" },
  ]
  wait = {}
}

data "smspartner_bulk_status" "test" {
  message_id = smspartner_sms.test.message_id
  wait       = {}
}

data "smspartner_tag_status" "test" {
  tag        = "promo1"
  depends_on = [smspartner_sms.test]
}

data "smspartner_credits" "test" {}

data "smspartner_number_lookup" "test" {
  phone_numbers = ["+33600000001", "+212000"]
}

output "seen" {
  value = join(" / ", [
    data.smspartner_message_status.test.delivered, data.smspartner_message_status.test.cost,
    data.smspartner_message_statuses.test.all_delivered, data.smspartner_message_statuses.test.counts.total,
    data.smspartner_bulk_status.test.all_delivered, data.smspartner_bulk_status.test.counts.delivered, data.smspartner_bulk_status.test.counts.not_delivered,
    data.smspartner_tag_status.test.total,
    data.smspartner_credits.test.currency, data.smspartner_credits.test.credit_sms_eco > 0,
    join(" / ", [for result in data.smspartner_number_lookup.test.results : result.valid]),
    smspartner_sms.test.nb_sms, smspartner_bulk_sms.test.nb_sms, smspartner_sms.later.outcome,
  ])
}
`

// What one can do with the vendor as documented, one can do with it as recorded,
// and a destroy then cancels what is scheduled.
func TestRecorded(t *testing.T) {
	t.Parallel()
	for name, variant := range map[string]simulator.Variant{"documented": {}, "recorded": simulator.Recorded()} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{Variant: variant})
			config := a.Provider() + everything
			acctest.Tests{"test": {Steps: []acctest.Step{
				{Config: config, State: []statecheck.StateCheck{
					statecheck.ExpectKnownOutputValue("seen", knownvalue.StringExact("true / 0.038 / true / 3 / false / 1 / 1 / 2 / EUR / true / true / false / 2 / 2 / accepted")),
				}},
				{Config: config, Plan: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()}},
			}}}.Run(t)
			cancelled := 0
			for _, sent := range a.Sent() {
				if sent.Cancelled {
					cancelled++
				}
			}
			if got := len(a.Sent()); got != 5 || cancelled != 1 {
				t.Errorf("%d messages are sent and %d cancelled, want 5 and 1", got, cancelled)
			}
		})
	}
}
