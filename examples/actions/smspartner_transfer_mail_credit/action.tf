# Top up a sub-account (needs Terraform 1.14)

data "smspartner_mail_subaccounts" "customer" {
  email = "7000001@mailpartner.fr"
}

# terraform apply -invoke=action.smspartner_transfer_mail_credit.top_up
action "smspartner_transfer_mail_credit" "top_up" {
  config {
    subaccount_token = data.smspartner_mail_subaccounts.customer.subaccounts[0].token
    amount           = 2.5
  }
}
