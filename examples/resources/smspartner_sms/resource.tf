# Send an SMS for each release

variable "release" {
  type    = string
  default = "42"
}

# Tells the people on call of each release, once.
resource "smspartner_sms" "release" {
  phone_numbers = ["+33600000001", "+33600000002"]
  message       = "Release ${var.release} is live."
  sender        = "ACME"

  triggers = {
    release = var.release
  }

  # With this, nothing is sent and nothing is charged. Remove it to send.
  sandbox = true
}

output "cost" {
  value = smspartner_sms.release.cost
}
