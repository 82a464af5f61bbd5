# Send only if nobody has opted out (needs Terraform 1.2 or OpenTofu)

locals {
  recipients = ["+33600000001", "+33600000002"]
}

# Which of the recipients may not be written to?
data "smspartner_stop_numbers" "recipients" {
  phone_numbers = local.recipients
}

# An offer that is sent only if none of its recipients is on the STOP list. Each plan checks
# the condition again: a recipient who answers STOP after the send fails it, too.
resource "smspartner_sms" "offer" {
  phone_numbers = local.recipients
  message       = "20 % off until Sunday."
  is_stop_sms   = true

  # With this, nothing is sent and nothing is charged. Remove it to send.
  sandbox = true

  lifecycle {
    precondition {
      condition     = length(data.smspartner_stop_numbers.recipients.found) == 0
      error_message = "On the STOP list: ${join(", ", data.smspartner_stop_numbers.recipients.found)}."
    }
  }
}
