terraform {
  required_providers {
    smspartner = {
      source  = "smspartner/smspartner"
      version = "~> 0.1"
    }
  }
}

# The API keys come from the environment variables SMSPARTNER_API_KEY and VOICEPARTNER_API_KEY.
provider "smspartner" {}

data "smspartner_message_status" "alert" {
  message_id   = var.message_id
  phone_number = var.phone_number

  # An SMS that is still on its way after this time counts as not delivered.
  wait = {
    timeout    = "1m"
    interval   = "1s"
    on_timeout = "continue"
  }
}

# Calls once for each message that was not delivered. If the SMS arrives after the call, the
# next run removes this resource from the state. That cancels nothing and calls nobody.
resource "smspartner_voice_sms" "call" {
  count = data.smspartner_message_status.alert.delivered ? 0 : 1

  phone_numbers = var.on_call
  lang          = "en"

  # Each comma is a pause of half a second. Two digits are enough to tell the phones apart.
  text = "Alert,,, an SMS was not delivered to the phone that ends in,, ${join(", ", regex("([0-9])[^0-9]*([0-9])$", var.phone_number))}"

  # A new message calls again. Another person on call, or another text, does not.
  triggers = {
    message_id = var.message_id
  }

  lifecycle {
    ignore_changes = [phone_numbers, text, lang]
  }
}
