# Send calls to a voicemail

# Calls go to a voicemail, and each message is told by e-mail.
resource "smspartner_call_forwarding" "office" {
  number          = "+33700000001"
  voicemail_email = "office@example.com"
}
