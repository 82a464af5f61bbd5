# Warn if a message with a tag did not arrive (needs Terraform 1.5 or OpenTofu)

# Everything that was sent with a tag, to these people at least.
data "smspartner_tag_status" "release" {
  tag           = "release42"
  phone_numbers = ["+33600000001", "+33600000002"]
}

check "release_notices" {
  assert {
    condition     = data.smspartner_tag_status.release.all_delivered
    error_message = "The notices of the release: ${data.smspartner_tag_status.release.summary}."
  }
}
