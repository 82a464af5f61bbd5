# Write no more mails to an address

# A customer who asked by phone to receive no more mails. Destroying this would lift the
# opt-out: remove prevent_destroy only when the customer agrees to be written to again.
resource "smspartner_mail_unsubscribe" "customer" {
  email = "customer@example.com"

  lifecycle {
    prevent_destroy = true
  }
}
