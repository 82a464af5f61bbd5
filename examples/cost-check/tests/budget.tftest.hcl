# terraform test

run "says_what_is_spent_and_left" {
  command = plan

  assert {
    condition     = output.balance > 0 && output.premium_sms_left > 0
    error_message = "The account has ${output.balance} EUR left, for ${output.premium_sms_left} SMS."
  }
}

run "warns_over_budget" {
  command = plan

  variables {
    budget = -1 # less than any month costs
  }

  expect_failures = [check.budget]
}

run "keeps_a_reserve" {
  command = plan

  variables {
    reserve = 1000000
  }

  expect_failures = [data.smspartner_credits.account]
}
