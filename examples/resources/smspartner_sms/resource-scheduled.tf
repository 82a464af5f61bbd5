# Schedule an SMS

variable "send_at" {
  type        = string
  description = "When to send, such as 2026-06-01T09:30:00+02:00: in the future, on a step of 5 minutes."
}

# A campaign that `terraform destroy` cancels, until 5 minutes before it is due.
resource "smspartner_sms" "campaign" {
  phone_numbers           = ["+33600000001"]
  message                 = "Our shop opens at 10.:br:See you there!"
  scheduled_delivery_date = var.send_at
  is_stop_sms             = true
  tag                     = "opening"

  # To try this out, take the # away: then nothing is sent, charged or delivered.
  # sandbox = true
}
