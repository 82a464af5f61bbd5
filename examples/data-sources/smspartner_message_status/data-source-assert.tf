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

# Warns, and the run goes on. The cost is null where the vendor names none.
check "notice_cost" {
  assert {
    condition     = coalesce(data.smspartner_message_status.notice.cost, 0) <= 0.05
    error_message = "The notice cost more than 0.05 EUR."
  }
}
