# Write no more SMS to a number

# A customer who asked by phone to receive no more messages. Destroying this would lift the
# opt-out: remove prevent_destroy only when the customer agrees to be written to again.
resource "smspartner_stop_number" "customer" {
  phone_number = "+33600000003"

  lifecycle {
    prevent_destroy = true
  }
}
