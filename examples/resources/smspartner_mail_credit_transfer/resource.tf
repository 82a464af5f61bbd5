# Top up a sub-account each month

variable "month" {
  type    = string
  default = "2026-01"
}

data "smspartner_mail_subaccounts" "customer" {
  email = "7000001@mailpartner.fr"
}

resource "smspartner_mail_credit_transfer" "budget" {
  subaccount_token = data.smspartner_mail_subaccounts.customer.subaccounts[0].token
  amount           = 2.5

  triggers = {
    month = var.month
  }
}
