# Use the account of a customer (needs Terraform 1.10 or OpenTofu 1.11)

resource "smspartner_mail_subaccount" "customer" {
  type                = "simple"
  title               = "Customer"
  credit_to_attribute = 1
}

ephemeral "smspartner_mail_subaccount_api_key" "customer" {
  token = smspartner_mail_subaccount.customer.token
}

# What this provider block does with Mail Partner is done, and paid for, by the customer's
# own account.
provider "smspartner" {
  alias        = "customer"
  mail_api_key = ephemeral.smspartner_mail_subaccount_api_key.customer.api_key
}

data "smspartner_mail_credits" "customer" {
  provider   = smspartner.customer
  depends_on = [smspartner_mail_subaccount.customer]
}
