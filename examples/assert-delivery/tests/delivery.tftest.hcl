# terraform test -filter=tests/delivery.tftest.hcl -var message_id=1234 -var phone_number=+33600000001

run "the_alert_is_delivered" {
  command = plan

  assert {
    condition     = data.smspartner_message_status.alert.delivered
    error_message = "The alert: ${data.smspartner_message_status.alert.summary}."
  }

  assert {
    # Null, where SMS Partner names no cost, is not within the limit.
    condition     = try(output.cost <= 0.05, false)
    error_message = "The alert cost more than 0.05 EUR, or SMS Partner names no cost."
  }
}
