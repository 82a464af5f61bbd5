# Leave a recording on voicemails at a given time

variable "send_at" {
  description = "When to leave the message, in RFC 3339 form, such as 2026-06-01T09:31:00+02:00."
  type        = string
}

# A file that was uploaded and validated in the Voice Partner dashboard.
resource "smspartner_voice_message" "maintenance" {
  token_audio            = "0123456789abcdef0123456789abcdef"
  phone_numbers          = ["+33600000001", "+33600000002"]
  email_for_notification = "operations@example.com"

  # Until it is due, destroying the resource cancels it.
  scheduled_date = var.send_at
}
