# Send a survey (needs Terraform 1.14)

# The vendor has no sandbox for surveys: this sends and costs.
action "smspartner_send_survey" "satisfaction" {
  config {
    phone_numbers = ["+33600000001"]
    sondage_ident = "SATISFACTION"
  }
}
