# Cancel a message by its id (needs Terraform 1.14)

variable "message_id" {
  type    = string
  default = "1234"
}

# terraform apply -invoke=action.smspartner_cancel_message.campaign
action "smspartner_cancel_message" "campaign" {
  config {
    message_id = var.message_id
  }
}
