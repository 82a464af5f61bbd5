# Forward calls to whoever is on call

variable "on_call" {
  type        = string
  description = "The phone of whoever is on call this week."
  default     = "+33600000001"
}

# Calls to the rented number reach whoever is on call.
resource "smspartner_call_forwarding" "hotline" {
  number     = "07 00 00 00 00"
  forward_to = var.on_call
}
