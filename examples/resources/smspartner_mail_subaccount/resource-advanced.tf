# A sub-account whose owner signs up

# A customer who signs up, and may buy credit of their own.
resource "smspartner_mail_subaccount" "customer" {
  type      = "advanced"
  email     = "owner@customer.example.com"
  is_buyer  = true
  title     = "Customer"
  firstname = "Ann"
  lastname  = "Doe"
}
