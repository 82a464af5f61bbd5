# Top up a sub-account each month

variable "month" {
  type    = string
  default = "2026-01"
}

data "smspartner_subaccounts" "customer" {
  email = "7000001@smspartner.fr"
}

resource "smspartner_credit_transfer" "budget" {
  subaccount_token = data.smspartner_subaccounts.customer.subaccounts[0].token
  amount           = 2.5

  triggers = {
    month = var.month
  }
}

output "outcome" {
  value = "${smspartner_credit_transfer.budget.summary}: ${smspartner_credit_transfer.budget.outcome}"
}
