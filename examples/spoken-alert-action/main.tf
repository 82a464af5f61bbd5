terraform {
  # OpenTofu has no actions.
  required_version = ">= 1.14"

  required_providers {
    smspartner = {
      source  = "smspartner/smspartner"
      version = "~> 0.1"
    }
  }
}

# The API keys come from the environment variables SMSPARTNER_API_KEY and VOICEPARTNER_API_KEY.
provider "smspartner" {}

variable "message_id" {
  type        = string
  description = "The id that sending the SMS returned (message_id)."
}

variable "phone_number" {
  type        = string
  description = "The recipient of the SMS."
}

variable "on_call" {
  type        = set(string)
  description = "The phones to call if the SMS is not delivered."
}

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

action "smspartner_send_voice_sms" "call" {
  config {
    phone_numbers = var.on_call
    lang          = "en"

    # Each comma is a pause of half a second. Two digits are enough to tell the phones apart.
    text = "Alert,,, an SMS was not delivered to the phone that ends in,, ${join(", ", regex("([0-9])[^0-9]*([0-9])$", var.phone_number))}"
  }
}

# Remembers which message was judged: each one is judged once.
resource "terraform_data" "alert" {
  triggers_replace = [var.message_id]

  lifecycle {
    action_trigger {
      # Before, so that a call that fails is made up by the next apply.
      events    = [before_create]
      condition = !data.smspartner_message_status.alert.delivered
      actions   = [action.smspartner_send_voice_sms.call]
    }
  }
}
