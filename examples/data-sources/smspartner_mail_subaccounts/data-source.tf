# Warn of sub-accounts that run out of credit (needs Terraform 1.5 or OpenTofu)

data "smspartner_mail_subaccounts" "all" {}

check "mail_budgets" {
  assert {
    condition     = alltrue([for s in data.smspartner_mail_subaccounts.all.subaccounts : s.balance >= 1])
    error_message = "Top up: ${join(", ", [for s in data.smspartner_mail_subaccounts.all.subaccounts : s.email if s.balance < 1])}."
  }
}
