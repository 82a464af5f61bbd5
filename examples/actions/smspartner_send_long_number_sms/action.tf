# Send a question that can be answered (needs Terraform 1.14)

action "smspartner_send_long_number_sms" "question" {
  config {
    to      = ["+33600000001"]
    from    = "+33600000099"
    message = "Is the new version fine? Please reply."
    # With this, nothing is sent and nothing is charged. Remove it to send.
    sandbox = true
  }
}
