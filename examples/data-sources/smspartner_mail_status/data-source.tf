# Wait for two recipients, and warn if one gets no mail (needs Terraform 1.5 or OpenTofu)

# Waits until a mail is delivered to both. If the two minutes are over first, the check warns,
# and the run goes on.
data "smspartner_mail_status" "release" {
  message_id = "300"
  recipients = ["ada@example.com", "linus@example.com"]

  wait = {
    timeout    = "2m"
    on_timeout = "continue"
  }
}

check "release_mail" {
  assert {
    condition     = data.smspartner_mail_status.release.all_delivered
    error_message = "The mail about the release: ${data.smspartner_mail_status.release.summary}."
  }
}
