# No server, no key and no SMS: the provider is replaced by a mock, and each run says what SMS
# Partner answers. Needs Terraform 1.7 or OpenTofu 1.8.
#
# An override_data names a data source without the key of an instance, although the data source has
# `count`: OpenTofu refuses the target data.smspartner_message_statuses.sent[0], which Terraform takes.

mock_provider "smspartner" {}

variables {
  message_id    = "1234"
  tag           = null
  phone_numbers = ["+33600000001", "+33600000002"]
}

run "everybody_got_it" {
  command = plan

  override_data {
    target = data.smspartner_message_statuses.sent
    values = {
      all_delivered = true
      summary       = "2 of 2 delivered"
      cost          = 0.076
      counts        = { total = 2, delivered = 2, not_delivered = 0, waiting = 0, not_found = 0, stop_sms = 0 }
    }
  }

  assert {
    condition     = output.passed && !output.undecided && output.summary == "2 of 2 delivered" && output.cost == 0.076
    error_message = "The gate says: ${output.summary}."
  }
}

run "one_did_not_get_it" {
  command = plan

  override_data {
    target = data.smspartner_message_statuses.sent
    values = {
      all_delivered = false
      summary       = "1 of 2 delivered, 1 not delivered: +33600000002"
      cost          = 0.076
      counts        = { total = 2, delivered = 1, not_delivered = 1, waiting = 0, not_found = 0, stop_sms = 0 }
    }
  }

  assert {
    condition     = !output.passed && !output.undecided
    error_message = "The gate says: ${output.summary}."
  }
}

run "the_time_is_over" {
  command = plan

  override_data {
    target = data.smspartner_message_statuses.sent
    values = {
      all_delivered = false
      summary       = "1 of 2 delivered, 1 waiting: +33600000002"
      cost          = 0.076
      counts        = { total = 2, delivered = 1, not_delivered = 0, waiting = 1, not_found = 0, stop_sms = 0 }
    }
  }

  assert {
    condition     = !output.passed && output.undecided
    error_message = "The gate says: ${output.summary}."
  }
}

# Both got it, as counted. But the provider found no proof.
run "a_count_is_no_proof" {
  command = plan

  override_data {
    target = data.smspartner_message_statuses.sent
    values = {
      all_delivered = false
      summary       = "2 of 2 delivered"
      cost          = 0.076
      counts        = { total = 2, delivered = 2, not_delivered = 0, waiting = 0, not_found = 0, stop_sms = 0 }
    }
  }

  assert {
    condition     = !output.passed && output.undecided && output.summary == "2 of 2 delivered; the answer proves nothing"
    error_message = "The gate says: ${output.summary}."
  }
}

run "too_expensive" {
  command = plan

  variables {
    max_cost = 0.07
  }

  override_data {
    target = data.smspartner_message_statuses.sent
    values = {
      all_delivered = true
      summary       = "2 of 2 delivered"
      cost          = 0.076
      counts        = { total = 2, delivered = 2, not_delivered = 0, waiting = 0, not_found = 0, stop_sms = 0 }
    }
  }

  assert {
    condition     = !output.passed && !output.undecided && output.summary == "2 of 2 delivered; cost 0.076, more than max_cost, 0.07"
    error_message = "The gate says: ${output.summary}."
  }
}

run "no_known_cost_is_within_no_budget" {
  command = plan

  variables {
    max_cost = 0.1
  }

  override_data {
    target = data.smspartner_message_statuses.sent
    values = {
      all_delivered = true
      summary       = "2 of 2 delivered"
      cost          = null
      counts        = { total = 2, delivered = 2, not_delivered = 0, waiting = 0, not_found = 0, stop_sms = 0 }
    }
  }

  assert {
    condition     = !output.passed && output.summary == "2 of 2 delivered; no known cost to compare with max_cost"
    error_message = "The gate says: ${output.summary}."
  }
}

run "too_expensive_a_month" {
  command = plan

  variables {
    tag            = "release42"
    message_id     = null
    max_month_cost = 100
    today          = "2026-11-27"
  }

  override_data {
    target = data.smspartner_tag_status.sent
    values = {
      all_delivered = true
      summary       = "2 of 2 delivered"
      counts        = { total = 2, delivered = 2, not_delivered = 0, waiting = 0, not_found = 0, stop_sms = 0 }
    }
  }

  override_data {
    target = data.smspartner_statistics.month
    values = {
      cost = 100.5
    }
  }

  assert {
    condition     = data.smspartner_statistics.month[0].from == "2026-11-01" && data.smspartner_statistics.month[0].to == "2026-11-27"
    error_message = "The month is not that of today."
  }

  assert {
    condition     = !output.passed && output.month_cost == 100.5 && output.summary == "2 of 2 delivered; cost of this month 100.5, more than max_month_cost, 100"
    error_message = "The gate says: ${output.summary}."
  }
}

# expect_failures wants `command = plan` here. With `apply`, the default, the run fails even though
# the failure was expected: the plan failed first, so there was nothing to apply.
run "a_message_and_a_tag" {
  command = plan

  variables {
    tag = "release42"
  }

  expect_failures = [output.passed]
}

run "a_budget_without_costs" {
  command = plan

  variables {
    message_id = null
    tag        = "release42"
    max_cost   = 0.1
  }

  expect_failures = [output.passed]
}

run "nobody_to_ask_about" {
  command = plan

  variables {
    phone_numbers = []
  }

  expect_failures = [var.phone_numbers]
}
