# The preconditions, judged by a plan: nothing is sent.

variables {
  group  = "vip-customers"
  notice = "The service is back."
}

run "goes_to_those_who_take_sms" {
  command = plan

  assert {
    condition     = smspartner_sms.notice.recipients == 1 && smspartner_sms.notice.segments == 1
    error_message = "The notice goes to ${smspartner_sms.notice.recipients} people, with ${smspartner_sms.notice.segments} SMS."
  }
}

run "stays_within_most_sms" {
  command = plan

  variables {
    most_sms = 0
  }

  expect_failures = [smspartner_sms.notice]
}

run "stays_within_most_cost" {
  command = plan

  variables {
    price_per_sms = 1000
  }

  expect_failures = [smspartner_sms.notice]
}

run "names_one_group" {
  command = plan

  variables {
    group = "nobody"
  }

  expect_failures = [data.smspartner_contact_groups.this]
}
