# For the simulator only: it sends mails.
# terraform test -var message_id=1112 -var phone_number=+33600000001

variables {
  email = "ada@example.com"
  text  = "Incident 42. Please look into it."
}

run "an_sms_that_is_delivered_sends_no_mail" {
  assert {
    condition     = length(smspartner_mail.fallback) == 0
    error_message = "The SMS: ${data.smspartner_message_status.alert.summary}."
  }
}

# No message to this number is delivered.
run "an_sms_that_is_not_delivered_sends_a_mail" {
  variables {
    phone_number = "+33600000090"
  }

  assert {
    condition     = one(smspartner_mail.fallback).message_id != "" && one(smspartner_mail.fallback).variables.DIGITS == "90"
    error_message = "No mail was sent, or it names another phone."
  }
}

# Before a mail is sent, its id is not known, and the test would fail.
run "a_second_apply_sends_nothing" {
  command = plan

  variables {
    phone_number = "+33600000090"
  }

  assert {
    condition     = one(smspartner_mail.fallback).message_id != ""
    error_message = "The mail has no id."
  }
}
