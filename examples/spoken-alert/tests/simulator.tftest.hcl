# For the simulator only: it calls.
# terraform test -var message_id=1112 -var phone_number=+33600000001 -var 'on_call=["+33600000002"]'

run "an_sms_that_is_delivered_calls_nobody" {
  assert {
    condition     = length(smspartner_voice_sms.call) == 0
    error_message = "The SMS: ${data.smspartner_message_status.alert.summary}."
  }
}

# No message to this number is delivered.
run "an_sms_that_is_not_delivered_calls" {
  variables {
    phone_number = "+33600000090"
  }

  assert {
    condition     = one(smspartner_voice_sms.call).campaign_id != ""
    error_message = "Nobody was called."
  }

  assert {
    condition     = endswith(one(smspartner_voice_sms.call).text, "ends in,, 9, 0")
    error_message = "The text does not end with the last digits of the phone: ${one(smspartner_voice_sms.call).text}"
  }
}

# Before a call is made, its id is not known, and the test would fail.
run "a_second_apply_calls_nobody" {
  command = plan

  variables {
    phone_number = "+33600000090"
  }

  assert {
    condition     = one(smspartner_voice_sms.call).campaign_id != ""
    error_message = "The call has no id."
  }
}
