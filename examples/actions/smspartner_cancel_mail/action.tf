# Cancel a mail by its id (needs Terraform 1.14)

# terraform apply -invoke=action.smspartner_cancel_mail.report
action "smspartner_cancel_mail" "report" {
  config {
    message_id = "300"
  }
}
