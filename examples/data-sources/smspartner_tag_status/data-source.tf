# Everything that was sent with a tag.
data "smspartner_tag_status" "release" {
  tag = "release42"
}

check "release_notices" {
  assert {
    condition     = data.smspartner_tag_status.release.all_delivered
    error_message = "${data.smspartner_tag_status.release.counts.not_delivered} notices of the release were not delivered."
  }
}
