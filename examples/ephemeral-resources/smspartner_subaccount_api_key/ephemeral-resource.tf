# Send from the account of a customer (needs Terraform 1.10 or OpenTofu 1.11)

resource "smspartner_subaccount" "customer" {
  type                = "simple"
  title               = "Customer"
  credit_to_attribute = 1
}

ephemeral "smspartner_subaccount_api_key" "customer" {
  token = smspartner_subaccount.customer.token
}

# What this provider block sends is paid for by the customer's own credit.
provider "smspartner" {
  alias   = "customer"
  api_key = ephemeral.smspartner_subaccount_api_key.customer.api_key
}

resource "smspartner_sms" "welcome" {
  provider      = smspartner.customer
  phone_numbers = ["+33600000001"]
  message       = "Your account is ready."

  # With this, nothing is sent and nothing is charged. Remove it to send.
  sandbox = true
}
