# A sub-account whose owner signs up

# A customer who signs up, and may buy credit of their own. Add a lifecycle block with
# prevent_destroy = true so that no plan can delete the account.
resource "smspartner_subaccount" "customer" {
  type      = "advanced"
  email     = "owner@customer.example.com"
  is_buyer  = true
  title     = "Customer"
  firstname = "Ann"
  lastname  = "Doe"
}
