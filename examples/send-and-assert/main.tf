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

variable "phone_number" {
  type        = string
  description = "Who gets the notice."
}

variable "release" {
  type        = string
  description = "What is deployed: each new value sends the notice again."
}

# Sent once for each release.
resource "smspartner_sms" "notice" {
  phone_numbers = [var.phone_number]
  message       = "Release ${var.release} is live."

  triggers = {
    release = var.release
  }
}

# Read during the apply, since the message id is known only then.
data "smspartner_message_status" "notice" {
  message_id   = smspartner_sms.notice.message_id
  phone_number = var.phone_number

  wait = {
    until    = "delivered"
    timeout  = "1m"
    interval = "1s"
  }
}

output "delivered_at" {
  description = "When the notice reached the phone."
  value       = data.smspartner_message_status.notice.date
}

output "cost" {
  description = "What the notice cost, in EUR."
  value       = data.smspartner_message_status.notice.cost
}

output "message_id" {
  description = "The id of the notice."
  value       = smspartner_sms.notice.message_id
}
