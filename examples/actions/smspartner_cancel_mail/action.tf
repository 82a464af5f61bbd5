# terraform apply -invoke=action.smspartner_cancel_mail.report
action "smspartner_cancel_mail" "report" {
  config {
    message_id = "300"
  }
}
