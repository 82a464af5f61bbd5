# For the simulator only, where no message to this number is delivered:
# terraform test -filter=tests/simulator.tftest.hcl -var message_id=1112 -var phone_number=+33600000090

run "an_alert_that_is_not_delivered_fails" {
  command = plan

  variables {
    phone_number = "+33600000090"
  }

  expect_failures = [data.smspartner_message_status.alert]
}
