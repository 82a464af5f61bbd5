# Send a survey

# The survey is made in the SMS Partner dashboard. The vendor has no sandbox for
# surveys: this sends and costs.
resource "smspartner_survey" "satisfaction" {
  phone_numbers = ["+33600000001"]
  sondage_ident = "SATISFACTION"
}
