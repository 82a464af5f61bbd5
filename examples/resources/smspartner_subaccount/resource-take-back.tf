# Take the credit back before the account is deleted

resource "smspartner_subaccount" "leaving" {
  type                = "simple"
  credit_to_attribute = 2
}

# What becomes of the credit of a deleted sub-account is not documented. Take it back with
# an apply of this transfer, and remove the sub-account with a later one.
resource "smspartner_credit_transfer" "back" {
  subaccount_token = smspartner_subaccount.leaving.token
  amount           = 2
  direction        = "from_subaccount"
}
