# Send a question that can be answered

# From a rented number, to which people can reply.
resource "smspartner_long_number_sms" "question" {
  to      = ["+33600000001"]
  from    = "+33600000099"
  message = "Is the new version fine? Please reply."

  # With this, nothing is sent and nothing is charged. Remove it to send.
  sandbox = true
}
