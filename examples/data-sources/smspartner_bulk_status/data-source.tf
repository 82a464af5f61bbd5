# Fail unless every recipient got the message (needs Terraform 1.2 or OpenTofu)

data "smspartner_bulk_status" "alert" {
  message_id    = "1111"
  phone_numbers = ["+33600000000"]

  wait = {
    timeout = "2m"
  }

  lifecycle {
    postcondition {
      condition     = self.all_delivered
      error_message = "The alert: ${self.summary}."
    }
  }
}
