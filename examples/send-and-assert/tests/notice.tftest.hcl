# Run it against the simulator: it sends.

run "the_notice_arrives" {
  variables {
    phone_number = "+33600000001"
    release      = "42"
  }

  assert {
    condition     = data.smspartner_tag_status.notice.all_delivered
    error_message = "The notice: ${data.smspartner_tag_status.notice.summary}."
  }
}
