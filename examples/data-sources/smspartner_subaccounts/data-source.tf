# Warn of sub-accounts that run out of credit (needs Terraform 1.5 or OpenTofu)

data "smspartner_subaccounts" "all" {}

check "budgets" {
  assert {
    condition     = alltrue([for s in data.smspartner_subaccounts.all.subaccounts : s.balance >= 1])
    error_message = "Top up: ${join(", ", [for s in data.smspartner_subaccounts.all.subaccounts : s.email if s.balance < 1])}."
  }
}
