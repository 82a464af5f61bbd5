# Verify numbers once a month

variable "month" {
  type    = string
  default = "2026-01"
}

variable "token" {
  type      = string
  default   = "change-me"
  sensitive = true
}

# Asks once a month whether the numbers of the people on call are in use. Each number costs.
resource "smspartner_number_verification" "on_call" {
  phone_numbers = ["+33600000001", "+33600000002"]
  notify_url    = "https://example.com/hlr?token=${var.token}"
  tag           = "on-call"

  triggers = {
    month = var.month
  }
}

output "cost" {
  value = smspartner_number_verification.on_call.cost
}
