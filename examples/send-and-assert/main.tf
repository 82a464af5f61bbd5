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

  # To try this out, take the # away: then nothing is sent, charged or delivered.
  # sandbox = true
}

# Read during the apply, since the tag is known only then. The provider makes one
# that only this message has. Unlike the message id, it is there even if the send
# got no clear answer.
data "smspartner_tag_status" "notice" {
  tag           = smspartner_sms.notice.tag
  phone_numbers = smspartner_sms.notice.phone_numbers

  wait = {
    until    = "delivered"
    timeout  = "1m"
    interval = "1s"
  }
}

output "summary" {
  description = "What became of the notice."
  value       = data.smspartner_tag_status.notice.summary
}

output "delivered_at" {
  description = "When the notice reached the phone."
  value       = one(data.smspartner_tag_status.notice.statuses).date
}

output "cost" {
  description = "What the notice cost. Null if the send got no clear answer."
  value       = smspartner_sms.notice.cost
}

output "message_id" {
  description = "The id of the notice. Null if the send got no clear answer."
  value       = smspartner_sms.notice.message_id
}
