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

variable "group" {
  type        = string
  description = "The name of the contact group that gets the notice."
}

variable "notice" {
  type        = string
  description = "The text: each new one is sent."
}

variable "most_sms" {
  type        = number
  description = "How many SMS the notice may take for all recipients."
  default     = 50
}

variable "price_per_sms" {
  type        = number
  description = "What one SMS costs by your contract."
  default     = 0.06
}

variable "most_cost" {
  type        = number
  description = "What the notice may cost for all recipients."
  default     = 3
}

data "smspartner_contact_groups" "this" {
  name = var.group

  lifecycle {
    postcondition {
      condition     = length(self.groups) == 1
      error_message = "${length(self.groups)} groups have the name ${var.group}: name one that is there once."
    }
  }
}

data "smspartner_contacts" "this" {
  group_id = one(data.smspartner_contact_groups.this.groups).id
}

data "smspartner_stop_numbers" "this" {
  phone_numbers = data.smspartner_contacts.this.contacts[*].phone_number
}

locals {
  # The vendor refuses numbers whose owner has opted out.
  recipients = setsubtract(data.smspartner_contacts.this.contacts[*].phone_number, data.smspartner_stop_numbers.this.found)
  sms        = provider::smspartner::sms_segments(var.notice, false).segments * length(local.recipients)
  cost       = local.sms * var.price_per_sms
}

resource "smspartner_sms" "notice" {
  phone_numbers = local.recipients
  message       = var.notice

  # With this, nothing is sent and nothing is charged. Remove it to send.
  sandbox = true

  lifecycle {
    # Who joins or leaves the group later is no reason to send the same notice again.
    ignore_changes = [phone_numbers]

    # Each is checked by the plan, before anything is sent.
    precondition {
      condition     = length(local.recipients) > 0
      error_message = "Nobody in the group ${var.group} takes SMS."
    }
    precondition {
      condition     = local.sms <= var.most_sms
      error_message = "The notice takes ${local.sms} SMS, and most_sms allows ${var.most_sms}."
    }
    precondition {
      condition     = local.cost <= var.most_cost
      error_message = "The notice costs about ${local.cost}, and most_cost allows ${var.most_cost}."
    }
  }
}

output "recipients" {
  description = "How many people get the notice."
  value       = smspartner_sms.notice.recipients
}
