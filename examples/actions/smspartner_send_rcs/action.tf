# Send a file, or an SMS where that fails (needs Terraform 1.14)

# The vendor has no sandbox for RCS: this sends and costs.
action "smspartner_send_rcs" "deployed" {
  config {
    phone_numbers = ["+33600000001"]
    file_url      = "https://example.com/release-notes.pdf"

    failover = {
      message = "Version 42 is out: https://example.com/release-notes.pdf"
    }
  }
}
