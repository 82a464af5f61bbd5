# For the simulator only: it sends mails.

variables {
  release    = "42"
  services   = { api = "1.4.2", web = "2.0.0" }
  recipients = ["ada@example.com", "linus@example.com"]
}

run "the_report_arrives" {
  assert {
    condition     = data.smspartner_mail_status.report.all_delivered && smspartner_mail.report.recipients == 2
    error_message = "The report: ${data.smspartner_mail_status.report.summary}."
  }

  assert {
    condition     = one(smspartner_mail.report.attached).filename == "deployment"
    error_message = "The report has no attachment."
  }
}

# Before a mail is sent, its id is not known, and the test would fail.
run "a_second_apply_sends_nothing" {
  command = plan

  assert {
    condition     = smspartner_mail.report.message_id != ""
    error_message = "The report has no id."
  }
}

run "too_little_credit_stops_the_run" {
  command = plan

  variables {
    release     = "43"
    least_mails = 1000000
  }

  expect_failures = [data.smspartner_mail_credits.account]
}
