# A text for each number (needs Terraform 1.14)

action "smspartner_send_bulk_sms" "codes" {
  config {
    messages = [
      { phone_number = "+33600000001", message = "Your code is 1234." },
      { phone_number = "+33600000002", message = "Your code is 5678." },
    ]
    # With this, nothing is sent and nothing is charged. Remove it to send.
    sandbox = true
  }
}
