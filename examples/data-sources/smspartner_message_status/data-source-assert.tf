data "smspartner_message_status" "notice" {
  message_id   = "1234"
  phone_number = "+33600000001"

  wait = {
    timeout    = "2m"
    on_timeout = "continue"
  }

  # Fails the run.
  lifecycle {
    postcondition {
      condition     = self.delivered
      error_message = "The notice to ${self.phone_number} is ${self.statut}."
    }
  }
}

# Warns, and the run goes on.
check "notice_cost" {
  assert {
    condition     = data.smspartner_message_status.notice.cost <= 0.05
    error_message = "The notice cost ${data.smspartner_message_status.notice.cost} EUR, more than expected."
  }
}
