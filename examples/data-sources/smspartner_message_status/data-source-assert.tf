# Fail the run, or only warn (needs Terraform 1.5 or OpenTofu)

data "smspartner_message_status" "notice" {
  message_id   = "1234"
  phone_number = "+33600000001"

  # Asks until the status is final, for 2 minutes at most.
  wait = {
    timeout = "2m"
  }

  # Fails the run.
  lifecycle {
    postcondition {
      condition     = self.delivered
      error_message = "The notice: ${self.summary}."
    }
  }
}

# Warns, and the run goes on. The cost is null where the vendor names none: try then gives false.
check "notice_cost" {
  assert {
    condition     = try(data.smspartner_message_status.notice.cost <= 0.05, false)
    error_message = "The notice cost more than 0.05 EUR, or the vendor names no cost."
  }
}
