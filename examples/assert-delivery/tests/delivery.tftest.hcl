# Run with: terraform test -var message_id=...
# The message went to both numbers below.

run "a_delivered_alert_passes" {
  command = plan

  variables {
    phone_number = "+33600000001"
  }

  assert {
    condition     = data.smspartner_message_status.alert.delivered
    error_message = "The alert was not delivered."
  }

  assert {
    condition     = output.cost <= 0.05
    error_message = "The alert cost more than 0.05 EUR."
  }
}

run "an_alert_that_is_not_delivered_fails" {
  command = plan

  variables {
    phone_number = "+33600000090"
  }

  expect_failures = [data.smspartner_message_status.alert]
}
