# Verify the numbers of those on call (needs Terraform 1.14)

variable "token" {
  type      = string
  default   = "change-me"
  sensitive = true
}

# terraform apply -invoke=action.smspartner_verify_numbers.on_call
action "smspartner_verify_numbers" "on_call" {
  config {
    phone_numbers = ["+33600000001", "+33600000002"]
    notify_url    = "https://example.com/hlr?token=${var.token}"
    tag           = "on-call"
  }
}
