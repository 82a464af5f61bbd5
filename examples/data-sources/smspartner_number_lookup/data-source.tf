# Refuse a mistyped number before anything is sent (needs Terraform 1.2 or OpenTofu)

variable "recipients" {
  type    = list(string)
  default = ["+33600000001", "06 00 00 00 02"]
}

data "smspartner_number_lookup" "recipients" {
  phone_numbers = var.recipients

  lifecycle {
    postcondition {
      condition     = self.all_valid
      error_message = "Not phone numbers: ${join(", ", [for r in self.results : r.request if !r.valid])}."
    }
  }
}
