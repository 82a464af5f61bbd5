# Refuse a text that takes more than one SMS (needs Terraform 1.8 or OpenTofu 1.7)

variable "notice" {
  type    = string
  default = "Version 42 is live."

  # Refuses a text that would be billed as more than one SMS.
  validation {
    condition     = provider::smspartner::sms_segments(var.notice, false).segments <= 1
    error_message = "The notice must fit into one SMS."
  }
}

output "notice_as_sent" {
  value = provider::smspartner::sms_segments(var.notice, false).text
}
