data "smspartner_subaccounts" "all" {}

# Warns of customers who will run out of credit.
check "budgets" {
  assert {
    condition     = alltrue([for s in data.smspartner_subaccounts.all.subaccounts : s.balance >= 1])
    error_message = "Top up: ${join(", ", [for s in data.smspartner_subaccounts.all.subaccounts : s.email if s.balance < 1])}."
  }
}
