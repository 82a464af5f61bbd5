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

variable "phone_number" {
  type        = string
  description = "Who gets the alert."
}

variable "incident" {
  type        = string
  description = "What happened: each new value sends the alert again."
}

resource "smspartner_sms" "alert" {
  phone_numbers = [var.phone_number]
  message       = "Incident ${var.incident}. Please look into it."

  # To try this out, take the # away: then nothing is sent, charged or delivered.
  # sandbox = true
}

data "smspartner_tag_status" "alert" {
  tag           = smspartner_sms.alert.tag
  phone_numbers = smspartner_sms.alert.phone_numbers

  # An SMS that is still on its way after this time counts as not delivered.
  wait = {
    timeout    = "1m"
    interval   = "1s"
    on_timeout = "continue"
  }
}

# A count must be known when the run is planned, and the tag is known once the SMS is sent. So
# the SMS goes first: terraform apply -target=smspartner_sms.alert
resource "smspartner_voice_sms" "call" {
  count = data.smspartner_tag_status.alert.all_delivered ? 0 : 1

  phone_numbers = [var.phone_number]
  lang          = "en"
  text          = "Incident,, ${var.incident},,, please look into it"

  triggers = {
    tag = smspartner_sms.alert.tag
  }
}

output "summary" {
  description = "What became of the SMS."
  value       = data.smspartner_tag_status.alert.summary
}

output "campaign_id" {
  description = "The id of the call. Null if the SMS was delivered."
  value       = one(smspartner_voice_sms.call[*].campaign_id)
}
