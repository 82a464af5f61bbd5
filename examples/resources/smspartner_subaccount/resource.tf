# A sub-account without an address

# A sub-account whose e-mail address the vendor makes.
resource "smspartner_subaccount" "customer" {
  type = "simple"
}
