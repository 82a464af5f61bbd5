# Take the credit back on destroy

# No call of the vendor deletes a sub-account of Mail Partner: destroying this resource
# leaves the account there, and takes the credit back that it has left by then.
resource "smspartner_mail_subaccount" "campaign" {
  type                = "simple"
  credit_to_attribute = 2
  take_back_credit    = true
}
