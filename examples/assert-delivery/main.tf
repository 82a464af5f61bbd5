terraform {
  required_providers {
    smspartner = {
      source  = "smspartner/smspartner"
      version = "~> 0.1"
    }
  }
}

# The API key comes from the environment variable SMSPARTNER_API_KEY.
provider "smspartner" {}

# Reads the status until it is final: "Waiting" becomes "Delivered" or
# "Not delivered" once the phone's operator reports back.
data "smspartner_message_status" "alert" {
  message_id   = var.message_id
  phone_number = var.phone_number

  wait = {
    timeout  = "1m"
    interval = "1s"
  }

  # This fails the run, and nothing that depends on it is applied.
  lifecycle {
    postcondition {
      condition     = self.delivered
      error_message = "The alert did not reach the phone: ${self.summary}."
    }
  }
}

# This warns, and the run goes on.
check "recipient_takes_sms" {
  assert {
    condition     = data.smspartner_message_status.alert.stop_sms != true
    error_message = "${var.phone_number} answered STOP: later alerts will not be sent to it."
  }
}
